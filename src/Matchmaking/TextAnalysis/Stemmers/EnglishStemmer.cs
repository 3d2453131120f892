namespace Matchmaking.TextAnalysis;

/// <summary>
/// Porter's second stemmer for English ("Porter2"; Porter 2001, https://snowballstem.org/algorithms/english/stemmer.html), by its first
/// published rules, which are those of most search engines; Snowball has since added a few.
/// </summary>
/// <remarks>
/// R1 is what stands behind the first consonant after a vowel, and R2 the same within R1. A y after a vowel, or at the beginning, is a
/// consonant, and written Y here.
/// </remarks>
internal static class EnglishStemmer
{
    /// <summary>Not stemmed any further once they have lost a plural's s.</summary>
    private static readonly string[] s_whole = ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];

    /// <summary>Behind these the first region begins, whatever the vowels say: generate is not general.</summary>
    private static readonly string[] s_beginnings = ["gener", "commun", "arsen"];

    private static readonly string[] s_doubled = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"];

    // In each step the longest ending that fits counts, and if it does not stand where it must, nothing is taken off.
    private static readonly (string Ending, string Replacement)[] s_step2 =
    [
        ("ational", "ate"),
        ("fulness", "ful"),
        ("iveness", "ive"),
        ("ization", "ize"),
        ("ousness", "ous"),
        ("biliti", "ble"),
        ("lessli", "less"),
        ("tional", "tion"),
        ("alism", "al"),
        ("aliti", "al"),
        ("ation", "ate"),
        ("entli", "ent"),
        ("fulli", "ful"),
        ("iviti", "ive"),
        ("ousli", "ous"),
        ("abli", "able"),
        ("alli", "al"),
        ("anci", "ance"),
        ("ator", "ate"),
        ("enci", "ence"),
        ("izer", "ize"),
        ("bli", "ble"),
        ("ogi", "og"), // after l
        ("li", ""), // after one of those that stand before li
    ];

    private static readonly (string Ending, string Replacement)[] s_step3 =
    [
        ("ational", "ate"),
        ("tional", "tion"),
        ("alize", "al"),
        ("ative", ""), // in R2
        ("icate", "ic"),
        ("iciti", "ic"),
        ("ical", "ic"),
        ("ness", ""),
        ("ful", ""),
    ];

    private static readonly string[] s_step4 =
    [
        "ement",
        "able",
        "ance",
        "ence",
        "ible",
        "ment",
        "ant",
        "ate",
        "ent",
        "ion", // after s or t
        "ism",
        "iti",
        "ive",
        "ize",
        "ous",
        "al",
        "er",
        "ic",
    ];

    /// <param name="word">In lower case.</param>
    public static string Stem(string word)
    {
        if (word.Length < 3)
            return word;
        if (Exception(word) is { } exception)
            return exception;
        StemBuffer letters = new(word.Length <= StemBuffer.Usual ? stackalloc char[StemBuffer.Usual] : new char[word.Length], word);
        bool marked = MarkConsonants(ref letters);
        (int r1, int r2) = Regions(letters);
        Plural(ref letters);
        if (!IsWhole(letters))
        {
            Participle(ref letters, r1);
            FinalY(ref letters);
            Step2(ref letters, r1);
            Step3(ref letters, r1, r2);
            Step4(ref letters, r2);
            Step5(ref letters, r1, r2);
        }

        for (int i = 0; marked && i < letters.Length; i++)
            letters[i] = letters[i] == 'Y' ? 'y' : letters[i];
        return letters.ToString();
    }

    private static string? Exception(string word) =>
        word switch
        {
            "skis" => "ski",
            "skies" => "sky",
            "dying" => "die",
            "lying" => "lie",
            "tying" => "tie",
            "idly" => "idl",
            "gently" => "gentl",
            "ugly" => "ugli",
            "early" => "earli",
            "only" => "onli",
            "singly" => "singl",
            "sky" or "news" or "howe" or "atlas" or "cosmos" or "bias" or "andes" => word,
            _ => null,
        };

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool MarkConsonants(ref StemBuffer letters)
    {
        if (letters[0] == '\'')
            letters.RemoveFirst();
        bool any = false;
        for (int i = 0; i < letters.Length; i++)
        {
            if (letters[i] != 'y' || (i > 0 && !IsVowel(letters[i - 1])))
                continue;
            letters[i] = 'Y';
            any = true;
        }

        return any;
    }

    private static (int R1, int R2) Regions(StemBuffer letters)
    {
        int r1 = Region(letters, 0);
        foreach (string beginning in s_beginnings)
        {
            if (letters.StartsWith(beginning))
                r1 = beginning.Length;
        }

        return (r1, Region(letters, r1));
    }

    /// <summary>Behind the first consonant after a vowel from there on; the end where there is none.</summary>
    private static int Region(StemBuffer letters, int from)
    {
        while (from < letters.Length && !IsVowel(letters[from]))
            from++;
        while (from < letters.Length && IsVowel(letters[from]))
            from++;
        return Math.Min(from + 1, letters.Length);
    }

    private static bool HasVowel(StemBuffer letters, int before)
    {
        for (int i = 0; i < before; i++)
        {
            if (IsVowel(letters[i]))
                return true;
        }

        return false;
    }

    /// <summary>Whether a short syllable ends there: a vowel between two consonants, or one that begins the word before one.</summary>
    private static bool IsShortSyllable(StemBuffer letters, int end) =>
        end == 2
            ? IsVowel(letters[0]) && !IsVowel(letters[1])
            : end > 2
                && !IsVowel(letters[end - 3])
                && IsVowel(letters[end - 2])
                && !IsVowel(letters[end - 1])
                && letters[end - 1] is not ('w' or 'x' or 'Y');

    private static bool IsWhole(StemBuffer letters)
    {
        foreach (string word in s_whole)
        {
            if (letters.Is(word))
                return true;
        }

        return false;
    }

    private static void Plural(ref StemBuffer letters)
    {
        if (letters.EndsWith("'s'"))
            letters.Replace(3, "");
        else if (letters.EndsWith("'s"))
            letters.Replace(2, "");
        else if (letters.EndsWith("'"))
            letters.Replace(1, "");

        if (letters.EndsWith("sses"))
            letters.Replace(2, "");
        else if (letters.EndsWith("ied") || letters.EndsWith("ies"))
            letters.Replace(3, letters.Length > 4 ? "i" : "ie");
        else if (letters.EndsWith("s") && !letters.EndsWith("us") && !letters.EndsWith("ss") && HasVowel(letters, letters.Length - 2))
            letters.Replace(1, "");
    }

    private static void Participle(ref StemBuffer letters, int r1)
    {
        int eed =
            letters.EndsWith("eed") ? 3
            : letters.EndsWith("eedly") ? 5
            : 0;
        if (eed > 0)
        {
            if (letters.Length - eed >= r1)
                letters.Replace(eed, "ee");
            return;
        }

        int ending =
            letters.EndsWith("ed") ? 2
            : letters.EndsWith("ing") ? 3
            : letters.EndsWith("edly") ? 4
            : letters.EndsWith("ingly") ? 5
            : 0;
        if (ending == 0 || !HasVowel(letters, letters.Length - ending))
            return;
        letters.Replace(ending, "");
        if (letters.EndsWith("at") || letters.EndsWith("bl") || letters.EndsWith("iz"))
            letters.Replace(0, "e");
        else if (EndsDoubled(letters))
            letters.Replace(1, "");
        else if (letters.Length == r1 && IsShortSyllable(letters, letters.Length))
            letters.Replace(0, "e");
    }

    private static bool EndsDoubled(StemBuffer letters)
    {
        foreach (string pair in s_doubled)
        {
            if (letters.EndsWith(pair))
                return true;
        }

        return false;
    }

    private static void FinalY(ref StemBuffer letters)
    {
        if (letters.Length > 2 && letters[^1] is 'y' or 'Y' && !IsVowel(letters[^2]))
            letters.Replace(1, "i");
    }

    private static void Step2(ref StemBuffer letters, int r1)
    {
        foreach ((string ending, string replacement) in s_step2)
        {
            if (!letters.EndsWith(ending))
                continue;
            int start = letters.Length - ending.Length;
            bool stands = ending switch
            {
                "ogi" => start > 0 && letters[start - 1] == 'l',
                "li" => start > 0 && letters[start - 1] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                _ => true,
            };
            if (start >= r1 && stands)
                letters.Replace(ending.Length, replacement);
            return;
        }
    }

    private static void Step3(ref StemBuffer letters, int r1, int r2)
    {
        foreach ((string ending, string replacement) in s_step3)
        {
            if (!letters.EndsWith(ending))
                continue;
            if (letters.Length - ending.Length >= (ending == "ative" ? Math.Max(r1, r2) : r1))
                letters.Replace(ending.Length, replacement);
            return;
        }
    }

    private static void Step4(ref StemBuffer letters, int r2)
    {
        foreach (string ending in s_step4)
        {
            if (!letters.EndsWith(ending))
                continue;
            int start = letters.Length - ending.Length;
            if (start >= r2 && (ending != "ion" || (start > 0 && letters[start - 1] is 's' or 't')))
                letters.Replace(ending.Length, "");
            return;
        }
    }

    private static void Step5(ref StemBuffer letters, int r1, int r2)
    {
        if (letters.Length == 0)
            return;
        int start = letters.Length - 1;
        bool goes = letters[start] switch
        {
            'e' => start >= r2 || (start >= r1 && !IsShortSyllable(letters, start)),
            'l' => start >= r2 && start > 0 && letters[start - 1] == 'l',
            _ => false,
        };
        if (goes)
            letters.Replace(1, "");
    }
}
