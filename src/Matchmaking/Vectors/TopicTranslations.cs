using System.Globalization;

namespace Matchmaking;

/// <summary>
/// Which topics are the same in two languages, learned from labels that a host has in both: categories of a site, titles of events. Whole
/// labels are taken as they stand together; words within them are aligned by IBM model 1 (Brown et al. 1993) in both directions. Of each
/// word and label only the one counts that is likeliest in both. The order of the labels makes no difference.
/// </summary>
public sealed class TopicTranslations
{
    private const int Rounds = 20;

    // What aligns with nothing in the other language.
    private const string Nothing = "";

    private TopicTranslations(IReadOnlyList<(string First, string Second, double Probability)> pairs) => Pairs = pairs;

    /// <summary>
    /// The topics found, in both languages and in small letters, surest first. How sure a pair is, in (0, 1], is the geometric mean of both
    /// directions' probabilities.
    /// </summary>
    public IReadOnlyList<(string First, string Second, double Probability)> Pairs { get; }

    /// <summary>Learns from labels in two languages.</summary>
    /// <param name="labels">Those that mean the same, in the first language and in the second; without a word they are passed over.</param>
    /// <exception cref="ArgumentNullException">The labels, or one of them, are null.</exception>
    public static TopicTranslations Learn(IEnumerable<(string First, string Second)> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var spellings = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        List<(string[] First, string[] Second)> sentences = [];
        List<(string First, string Second)> whole = [];
        foreach ((string first, string second) in labels)
        {
            ArgumentNullException.ThrowIfNull(first, nameof(labels));
            ArgumentNullException.ThrowIfNull(second, nameof(labels));
            string[] left = Words(first, "1", spellings);
            string[] right = Words(second, "2", spellings);
            if (left.Length == 0 || right.Length == 0)
                continue;
            sentences.Add((left, right));
            if (left.Length > 1 || right.Length > 1)
                whole.Add((Label(first, "1", spellings), Label(second, "2", spellings)));
        }

        // One order for all, so that sums come out the same.
        sentences.Sort((a, b) => string.CompareOrdinal(Joined(a), Joined(b)));
        Dictionary<(string, string), double> there = Model1(sentences);
        Dictionary<(string, string), double> back = Model1([.. sentences.Select(pair => (pair.Second, pair.First))]);
        var scores = new Dictionary<(string First, string Second), double>();
        foreach (((string from, string to), double probability) in there)
        {
            if (from != Nothing && back.TryGetValue((to, from), out double other))
                scores[(from, to)] = Math.Sqrt(probability * other);
        }

        return new TopicTranslations([
            .. MutualBest(scores)
                .Concat(MutualBest(Together(whole)))
                .Select(pair => (First: Spelling(pair.First), Second: Spelling(pair.Second), Probability: Math.Min(1, pair.Probability)))
                .OrderByDescending(pair => pair.Probability)
                .ThenBy(pair => pair.First, StringComparer.Ordinal)
                .ThenBy(pair => pair.Second, StringComparer.Ordinal),
        ]);

        string Spelling(string key) => spellings[key].MaxBy(spelling => spelling.Value).Key;
    }

    /// <summary>Those that are sure enough, for <see cref="MatchmakerOptions.Synonyms"/>: a list of two a topic.</summary>
    /// <param name="least">The least probability, in (0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not in (0, 1].</exception>
    public IReadOnlyList<IReadOnlyList<string>> ToSynonyms(double least = 0.5)
    {
        if (!(least is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(least), least, "must lie in (0, 1]");
        return [.. Pairs.Where(pair => pair.Probability >= least).Select(pair => new[] { pair.First, pair.Second })];
    }

    /// <summary>The probability that a word of the first side is written as one of the second (Brown et al. 1993, section 4.2).</summary>
    private static Dictionary<(string From, string To), double> Model1(List<(string[] From, string[] To)> sentences)
    {
        var probabilities = new Dictionary<(string From, string To), double>();
        for (int round = 0; round < Rounds; round++)
        {
            var counts = new Dictionary<(string From, string To), double>();
            var totals = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach ((string[] words, string[] to) in sentences)
            {
                string[] from = [Nothing, .. words];
                foreach (string target in to)
                {
                    double sum = from.Sum(source => Probability(source, target));
                    foreach (string source in from)
                    {
                        double share = Probability(source, target) / sum;
                        counts[(source, target)] = counts.GetValueOrDefault((source, target)) + share;
                        totals[source] = totals.GetValueOrDefault(source) + share;
                    }
                }
            }

            // All words begin alike; in the first round there is nothing else to go by.
            probabilities = counts.ToDictionary(count => count.Key, count => count.Value / totals[count.Key.From]);
        }

        return probabilities;

        double Probability(string source, string target) =>
            probabilities.Count == 0 ? 1 : probabilities.GetValueOrDefault((source, target));
    }

    /// <summary>How often two labels stand together, of how often each stands.</summary>
    private static Dictionary<(string First, string Second), double> Together(List<(string First, string Second)> labels)
    {
        Dictionary<string, int> first = labels.CountBy(pair => pair.First, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Dictionary<string, int> second = labels.CountBy(pair => pair.Second, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return labels
            .CountBy(pair => pair)
            .ToDictionary(pair => pair.Key, pair => pair.Value / Math.Sqrt((double)first[pair.Key.First] * second[pair.Key.Second]));
    }

    private static IEnumerable<(string First, string Second, double Probability)> MutualBest(
        Dictionary<(string First, string Second), double> scores
    )
    {
        Dictionary<string, double> first = Best(pair => pair.First);
        Dictionary<string, double> second = Best(pair => pair.Second);
        // Two that are equally good leave it open which is meant.
        return scores
            .Where(score => score.Value >= first[score.Key.First] && score.Value >= second[score.Key.Second])
            .GroupBy(score => score.Key.First)
            .Where(group => group.Count() == 1)
            .Select(group => group.First())
            .GroupBy(score => score.Key.Second)
            .Where(group => group.Count() == 1)
            .Select(group => group.First())
            .Select(score => (score.Key.First, score.Key.Second, score.Value));

        Dictionary<string, double> Best(Func<(string First, string Second), string> of) =>
            scores
                .GroupBy(score => of(score.Key), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Max(score => score.Value), StringComparer.Ordinal);
    }

    private static string[] Words(string label, string side, SortedDictionary<string, SortedDictionary<string, int>> spellings)
    {
        List<string> keys = [];
        foreach (string part in label.Split(s_between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string word = part.ToLowerInvariant().Replace('’', '\'').Trim('\'', '-', '.');
            if (word.StartsWith("d'", StringComparison.Ordinal) || word.StartsWith("l'", StringComparison.Ordinal))
                word = word[2..];
            if (word.Any(char.IsLetterOrDigit) && !TopicKey.IsLinkWord(CharacterFolding.Fold(word)))
                keys.Add(Label(word, side, spellings));
        }

        return [.. keys.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The key of a label, of which the spelling is noted.</summary>
    private static string Label(string label, string side, SortedDictionary<string, SortedDictionary<string, int>> spellings)
    {
        string key = side + TopicKey.Of(label).Text;
        if (!spellings.TryGetValue(key, out SortedDictionary<string, int>? known))
            spellings.Add(key, known = new SortedDictionary<string, int>(StringComparer.Ordinal));
        string spelling = label.Trim().ToLower(CultureInfo.InvariantCulture);
        known[spelling] = known.GetValueOrDefault(spelling) + 1;
        return key;
    }

    private static string Joined((string[] First, string[] Second) sentence) =>
        string.Join(' ', sentence.First) + "\n" + string.Join(' ', sentence.Second);

    private static readonly char[] s_between = [' ', '\u00A0', '\t', ',', ';', ':', '/', '(', ')', '&', '"', '!', '?', '«', '»', '|'];
}
