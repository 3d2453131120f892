using System.ComponentModel;
using System.Text;

namespace Matchmaking.Internal;

/// <summary>
/// What is left of a topic when everything is taken away that people write differently: case, accents, articles and link words, number and
/// gender, and whether its words stand apart, joined or hyphenated ("Start-Ups", "startup").
/// </summary>
/// <param name="Text">The words' stems, joined: two topics are the same where this is.</param>
/// <param name="WordStarts">
/// Where in <paramref name="Text"/> each word begins; for <see cref="SpellingSlip"/>, which weighs a slip by its word.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TopicKey(string Text, int[] WordStarts)
{
    // A short list of its own: the stop words of the languages hold what is a topic here (été, son, IT, no, sans).
    private static readonly HashSet<string> s_linkWords = new(StringComparer.Ordinal)
    {
        "a",
        "an",
        "and",
        "at",
        "for",
        "in",
        "of",
        "on",
        "the",
        "to",
        "with",
        "au",
        "aux",
        "avec",
        "dans",
        "de",
        "des",
        "du",
        "en",
        "et",
        "la",
        "le",
        "les",
        "pour",
        "un",
        "une",
    };

    // Those of FrenchAnalyzer.DEFAULT_ARTICLES that come before a noun.
    private static readonly string[] s_elisions = ["d", "l"];

    /// <summary>The key of a topic as somebody wrote it.</summary>
    public static TopicKey Of(string topic)
    {
        List<string> all = WordsOf(CharacterFolding.Fold(topic));
        // The last word stays, whatever it is: "plan A".
        List<string> words = [.. all.Where((word, i) => i == all.Count - 1 || !s_linkWords.Contains(word))];
        if (words.Count == 0)
            // Signs alone, such as an emoji.
            return new TopicKey(UnicodeForms.Together(CharacterFolding.WellFormed(topic).Trim()), [0]);
        var text = new StringBuilder();
        int[] starts = new int[words.Count];
        for (int i = 0; i < words.Count; i++)
        {
            starts[i] = text.Length;
            string word = i > 0 && words[i] == ".net" ? "net" : words[i];
            text.Append(TopicStemmer.Stem(word, shortPlurals: i > 0));
        }

        return new TopicKey(text.ToString(), starts);
    }

    /// <summary>Whether a folded word only links others.</summary>
    internal static bool IsLinkWord(string word) => s_linkWords.Contains(word);

    /// <summary>The stems one by one.</summary>
    internal IEnumerable<string> Words =>
        WordStarts.Select((start, i) => Text[start..(i + 1 < WordStarts.Length ? WordStarts[i + 1] : Text.Length)]);

    /// <summary>The key of a topic whose stems are known.</summary>
    internal static TopicKey OfStems(IReadOnlyList<string> stems)
    {
        int[] starts = new int[stems.Count];
        for (int i = 1; i < starts.Length; i++)
            starts[i] = starts[i - 1] + stems[i - 1].Length;
        return new TopicKey(string.Concat(stems), starts);
    }

    private static List<string> WordsOf(string topic)
    {
        List<string> words = [];
        var word = new StringBuilder();
        for (int i = 0; i < topic.Length; i++)
        {
            char c = topic[i];
            if (IsWordCharacter(topic, ref i, out Rune rune))
                word.Append(rune.ToString());
            else if (c == '\'' && Array.IndexOf(s_elisions, word.ToString()) >= 0)
                word.Clear();
            else if (c == '\'' && word.Length > 0 && IsPossessive(topic, i))
                i++;
            else if (!IsPartOfName(topic, i))
                End();
            else if (c != '.' || word.Length == 0 || (char.IsAsciiDigit(word[^1]) && char.IsAsciiDigit(topic[i + 1])))
                word.Append(c);
        }

        End();
        return words;

        void End()
        {
            // ".NET" is also written "dotnet"; ".5" is no name.
            if (word.Length > 0)
                words.Add(words.Count == 0 && word.Equals(".net") ? "dotnet" : word.ToString());
            word.Clear();
        }
    }

    private static bool IsWordCharacter(string text, ref int i, out Rune rune)
    {
        if (!Rune.TryGetRuneAt(text, i, out rune) || !CharacterFolding.IsWordCharacter(rune))
            return false;
        i += rune.Utf16SequenceLength - 1;
        return true;
    }

    private static bool IsPossessive(string text, int apostrophe) =>
        apostrophe + 1 < text.Length
        && text[apostrophe + 1] == 's'
        && (apostrophe + 2 == text.Length || !char.IsLetterOrDigit(text[apostrophe + 2]));

    /// <summary>The signs in C++, C#, .NET, Node.js and U.S.A., not those between words or around them.</summary>
    private static bool IsPartOfName(string text, int i)
    {
        bool beforeWord = i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);
        bool afterWord = i > 0 && (char.IsLetterOrDigit(text[i - 1]) || (text[i - 1] is '+' && text[i] is '+'));
        return text[i] switch
        {
            '+' or '#' => afterWord && !beforeWord,
            '.' => beforeWord && (afterWord || i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '/' or ',' or '('),
            _ => false,
        };
    }
}
