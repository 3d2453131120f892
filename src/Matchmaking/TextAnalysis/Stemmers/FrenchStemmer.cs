namespace Matchmaking.TextAnalysis;

/// <summary>
/// The light French stemmer of the University of Neuchâtel (UniNE; Savoy 2006, "Light stemming approaches for the French, Portuguese,
/// German and Hungarian languages", SAC 2006; rules as published at http://members.unine.ch/jacques.savoy/clef/): number, gender and the
/// commonest suffixes, in words that are long enough; then accents and doubled letters.
/// </summary>
internal static class FrenchStemmer
{
    /// <summary>
    /// The ending, what stands in its place, from how many letters on, and whether that is all. The first that fits counts; those that are
    /// not all make way for the ones behind them.
    /// </summary>
    private static readonly (string Ending, string Replacement, int MinimumLength, bool IsLast)[] s_endings =
    [
        ("issement", "ir", 10, true),
        ("issant", "ir", 9, true),
        ("ivement", "if", 8, true), // of "ement" → "e", whose "ive" is "if"
        ("ement", "e", 7, true),
        ("ficatrice", "fier", 12, true),
        ("ficateur", "fier", 11, true),
        ("catrice", "quer", 10, true),
        ("cateur", "quer", 9, true),
        ("atrice", "er", 9, true),
        ("ateur", "er", 8, true),
        ("trice", "teur", 7, false),
        ("ième", "", 6, true),
        ("teuse", "ter", 8, true),
        ("teur", "ter", 7, true),
        ("euse", "eu", 6, true),
        ("ère", "er", 9, true),
        ("ive", "if", 8, true),
        ("folle", "fou", 5, true),
        ("molle", "mou", 5, true),
        ("nnelle", "n", 10, true),
        ("nnel", "n", 10, true),
        ("ète", "et", 5, false),
        ("ique", "", 9, false),
        ("esse", "e", 9, true),
        ("inage", "in", 8, true),
        ("isation", "", 10, true),
        ("isateur", "", 10, true),
        ("ation", "", 9, true),
        ("ition", "", 9, true),
    ];

    /// <param name="word">In lower case, with its accents.</param>
    public static string Stem(string word)
    {
        StemBuffer letters = new(word.Length <= StemBuffer.Usual ? stackalloc char[StemBuffer.Usual] : new char[word.Length], word);
        Singular(ref letters);
        foreach ((string ending, string replacement, int minimumLength, bool isLast) in s_endings)
        {
            if (letters.Length < minimumLength || !letters.EndsWith(ending))
                continue;
            letters.Replace(ending.Length, replacement);
            if (ending == "isation" && letters.Length > 5 && letters.EndsWith("ual"))
                letters.Replace(3, "uel"); // intellectualisation, as intellectuel
            if (isLast)
                break;
        }

        Normalize(ref letters);
        return letters.ToString();
    }

    private static void Singular(ref StemBuffer letters)
    {
        if (letters.Length > 5 && letters.EndsWith("aux") && letters[^4] != 'e')
            letters.Replace(2, "l");
        else if (letters.Length > 5 && letters[^1] == 'x')
            letters.Replace(1, "");
        if (letters.Length > 3 && letters[^1] == 'x')
            letters.Replace(1, "");
        if (letters.Length > 3 && letters[^1] == 's')
            letters.Replace(1, "");
    }

    /// <summary>Accents, doubled letters, and the endings of the infinitive and the feminine.</summary>
    private static void Normalize(ref StemBuffer letters)
    {
        if (letters.Length > 4)
        {
            int kept = 0;
            for (int i = 0; i < letters.Length; i++)
            {
                char letter = WithoutAccent(letters[i]);
                if (kept == 0 || letter != letters[kept - 1] || !char.IsLetter(letter))
                    letters[kept++] = letter;
            }

            letters.Truncate(kept);
        }

        if (letters.Length > 4 && letters.EndsWith("ie"))
            letters.Replace(2, "");
        if (letters.Length <= 4)
            return;
        if (letters[^1] == 'r')
            letters.Replace(1, "");
        if (letters[^1] == 'e')
            letters.Replace(1, "");
        if (letters[^1] == 'e')
            letters.Replace(1, "");
        if (letters[^1] == letters[^2] && char.IsLetter(letters[^1]))
            letters.Replace(1, "");
    }

    private static char WithoutAccent(char letter) =>
        letter switch
        {
            'à' or 'á' or 'â' => 'a',
            'ô' => 'o',
            'è' or 'é' or 'ê' => 'e',
            'ù' or 'û' => 'u',
            'î' => 'i',
            'ç' => 'c',
            _ => letter,
        };
}
