namespace Matchmaking.Vectors;

/// <summary>
/// Takes number and gender off a word of a topic, whether it is French or English, and nothing else: a topic tells no language, and the
/// stemmers made for whole texts (Porter, Savoy's light ones) also take off suffixes that carry the meaning of a topic. They make one
/// of pottery and pot, port and porte, casting and cast.
/// </summary>
internal static class TopicStemmer
{
    /// <summary>
    /// The ending of the feminine or the plural, what stands in its place, and the fewest letters of a word it is taken from.
    /// </summary>
    /// <remarks>The first that fits counts. Endings are without accents. What must fall together: danseur, danseuse, danseurs.</remarks>
    private static readonly (string Ending, string Replacement, int MinimumLength)[] s_gender =
    [
        ("trice", "teu", 7), // actrice → acteur
        ("euse", "eu", 6), // danseuse, sérieuse
        ("eure", "eu", 7), // ingénieure
        ("eur", "eu", 5), // danseur
        ("ienne", "ien", 7), // musicienne
        ("eenne", "een", 7), // européenne
        ("onne", "on", 7), // patronne
        ("elle", "el", 7), // professionnelle
        ("iere", "ier", 7), // infirmière
        ("ere", "er", 7), // bouchère
        ("ate", "at", 7), // avocate
        ("ante", "ant", 7), // étudiante
        ("ente", "ent", 7), // adolescente
        ("ale", "al", 7), // musicale
        ("aine", "ain", 7), // africaine
        ("arde", "ard", 7), // montagnarde
        ("aise", "ai", 7), // anglaise, as anglais loses its s
        ("oise", "oi", 7), // chinoise
        ("ive", "iv", 7), // sportive
        ("if", "iv", 6), // sportif
        ("ee", "e", 6), // randonnée, passionnée
        ("oe", "o", 5), // heroes, potatoes
        ("sse", "ss", 6), // classes
        ("che", "ch", 6), // coaches
        ("she", "sh", 6), // brushes
        ("ie", "i", 5), // photographie, as photographies and photography
    ];

    /// <param name="word">Folded.</param>
    /// <param name="shortPlurals">Whether three letters suffice for a plural ("ups" of "start-ups"), as after another word.</param>
    public static string Stem(string word, bool shortPlurals = false)
    {
        foreach (char c in word)
        {
            if (!char.IsAsciiLetterLower(c))
                return word;
        }

        return Singular(word, shortPlurals) is var singular && singular.Length >= 4 ? Masculine(singular) : singular;
    }

    private static string Singular(string word, bool shortPlurals) =>
        word switch
        {
            { Length: < 4 } => shortPlurals && word.Length == 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word,
            _ when word.EndsWith("eaux", StringComparison.Ordinal) => word[..^1],
            _ when word.EndsWith("aux", StringComparison.Ordinal) && word.Length >= 6 => word[..^2] + "l",
            _ when word[^1] == 'x' && word[^2] == 'u' && word[^3] is 'e' or 'o' => word[..^1],
            _ when word[^1] == 's' && word[^2] is not ('s' or 'j') => word[..^1], // neither class nor Vue.js
            _ => word,
        };

    private static string Masculine(string word)
    {
        foreach ((string ending, string replacement, int minimumLength) in s_gender)
        {
            if (word.Length >= minimumLength && word.EndsWith(ending, StringComparison.Ordinal))
                return string.Concat(word.AsSpan(0, word.Length - ending.Length), replacement);
        }

        return word[^1] == 'y' && word[^2] is not ('a' or 'e' or 'i' or 'o' or 'u') ? word[..^1] + "i" : word;
    }
}
