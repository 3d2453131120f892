namespace Matchmaking.Learning;

/// <summary>
/// What the two tell in different places by the same words: the field that a mentee looks for and that in which a mentor works, the goals
/// of one and the skills of the other. Which places belong together the words themselves say: half of those of the one with fewer are in
/// both.
/// </summary>
internal sealed class CounterpartFeatures : IPairFeatureSource
{
    private const int Each = 4;
    private const int MaximumPairs = 20;
    private const int MaximumLists = 2 * MaximumPairs;
    private const int MaximumWords = 10_000;
    private const int FewestInCommon = 2;
    private const double LeastInCommon = .5;

    private readonly WordList[] _lists;
    private readonly (int First, int Second)[] _pairs;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly float[] _idf;

    private CounterpartFeatures(WordList[] lists, (int First, int Second)[] pairs, string[] words, float[] idf)
    {
        (_lists, _pairs, _idf) = (lists, pairs, idf);
        foreach (string word in words)
            _words.Add(word, _words.Count);
        Features = [.. pairs.SelectMany(pair => Describe($"{lists[pair.First].Shown} and {lists[pair.Second].Shown}"))];
    }

    public IReadOnlyList<FeatureInfo> Features { get; }

    public static CounterpartFeatures Fit(CommonNames common)
    {
        List<(WordList List, Dictionary<string, int> Words, int Told)> told = [];
        Dictionary<string, string> keys = new(StringComparer.Ordinal);
        foreach (WordList list in WordList.Of(common.Members))
        {
            Dictionary<string, int> counts = new(StringComparer.Ordinal);
            int members = 0;
            foreach (Member member in common.Members)
            {
                bool tells = false;
                foreach (string word in KeysOf(list, member, keys))
                {
                    counts[word] = counts.GetValueOrDefault(word) + 1;
                    tells = true;
                }

                members += tells ? 1 : 0;
            }

            if (counts.Count >= FewestInCommon)
                told.Add((list, counts, members));
        }

        (int First, int Second)[] pairs =
        [
            .. Enumerable
                .Range(0, told.Count)
                .SelectMany(a => Enumerable.Range(a + 1, told.Count - a - 1).Select(b => (a, b)))
                .Where(pair => BelongTogether(told[pair.a], told[pair.b]))
                .OrderByDescending(pair => Math.Min(told[pair.a].Told, told[pair.b].Told))
                .ThenBy(pair => pair.a)
                .ThenBy(pair => pair.b)
                .Take(MaximumPairs),
        ];
        int[] used = [.. pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().Order()];
        (string Word, int Count)[] words =
        [
            .. used.SelectMany(list => told[list].Words)
                .GroupBy(word => word.Key, word => word.Value, StringComparer.Ordinal)
                // Who tells a word in two lists is one: a word is common that is so in one of them.
                .Where(word => common.Has(word.Max()))
                .Select(word => (word.Key, Count: word.Sum()))
                .OrderByDescending(word => word.Count)
                .ThenBy(word => word.Key, StringComparer.Ordinal)
                .Take(MaximumWords),
        ];
        double all = used.Sum(list => told[list].Told);
        return new CounterpartFeatures(
            [.. used.Select(list => told[list].List)],
            [.. pairs.Select(pair => (Array.IndexOf(used, pair.First), Array.IndexOf(used, pair.Second)))],
            [.. words.Select(word => word.Word)],
            [.. words.Select(word => (float)(Math.Log((1 + all) / (1 + word.Count)) + 1))]
        );
    }

    public static CounterpartFeatures Read(BinaryReader reader)
    {
        var lists = new WordList[reader.ReadCount(MaximumLists)];
        for (int i = 0; i < lists.Length; i++)
            lists[i] = WordList.Read(reader);
        var pairs = new (int, int)[reader.ReadCount(MaximumPairs)];
        for (int i = 0; i < pairs.Length; i++)
            pairs[i] = (reader.ReadCount(lists.Length - 1), reader.ReadCount(lists.Length - 1));
        string[] words = reader.ReadStrings(MaximumWords);
        if (words.Distinct(StringComparer.Ordinal).Count() != words.Length)
            throw new InvalidDataException("a word stands twice");
        float[] idf = [.. words.Select(_ => reader.ReadFinite())];
        return idf.All(weight => weight > 0)
            ? new CounterpartFeatures(lists, pairs, words, idf)
            : throw new InvalidDataException("a weight is not positive");
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_lists.Length);
        foreach (WordList list in _lists)
            list.Write(writer);
        writer.Write(_pairs.Length);
        foreach ((int first, int second) in _pairs)
        {
            writer.Write(first);
            writer.Write(second);
        }

        writer.WriteStrings(_words.Keys);
        foreach (float idf in _idf)
            writer.Write(idf);
    }

    public IBoundFeatureSource Bind(CommunityIndex index)
    {
        Dictionary<string, string> keys = new(StringComparer.Ordinal);
        return new Bound(_pairs, [.. _lists.Select(list => index.Members.Select(member => Vector(KeysOf(list, member, keys))).ToArray())]);
    }

    private static FeatureInfo[] Describe(string name)
    {
        return
        [
            Share("share of from's first in to's second", FeatureSide.From, 2),
            Share("share of to's second in from's first", FeatureSide.To, 2),
            Share("share of to's first in from's second", FeatureSide.To, -2),
            Share("share of from's second in to's first", FeatureSide.From, -2),
        ];

        FeatureInfo Share(string what, FeatureSide side, int counterpart) =>
            FeatureInfo.Of(name, what, ScorePart.Profile, FeatureGroup.Profile) with
            {
                Side = side,
                Counterpart = counterpart,
            };
    }

    /// <summary>A member's words, however they are written.</summary>
    /// <param name="list">Which words.</param>
    /// <param name="member">Whose.</param>
    /// <param name="known">Keys of words met before: few are told by many.</param>
    private static string[] KeysOf(WordList list, Member member, Dictionary<string, string> known)
    {
        return [.. list.WordsOf(member).Select(Key).Distinct(StringComparer.Ordinal)];

        string Key(string word)
        {
            if (!known.TryGetValue(word, out string? key))
                known.Add(word, key = TopicKey.Of(word).Text);
            return key;
        }
    }

    /// <summary>Topics have features of their own for what they have in common with each other.</summary>
    private static bool BelongTogether(
        (WordList List, Dictionary<string, int> Words, int Told) a,
        (WordList List, Dictionary<string, int> Words, int Told) b
    )
    {
        if (a.List.Attribute is null && b.List.Attribute is null)
            return false;
        int common = a.Words.Keys.Count(b.Words.ContainsKey);
        return common >= FewestInCommon && common >= LeastInCommon * Math.Min(a.Words.Count, b.Words.Count);
    }

    /// <summary>Null where the member tells nothing; what was unknown at fitting does not count.</summary>
    private SparseVector? Vector(string[] keys)
    {
        int[] ids = [.. keys.Select(key => _words.GetValueOrDefault(key, -1)).Where(id => id >= 0).Order()];
        return keys.Length == 0 ? null : new SparseVector(ids, [.. ids.Select(id => _idf[id])]);
    }

    private sealed class Bound((int First, int Second)[] pairs, SparseVector?[][] words) : IBoundFeatureSource
    {
        public void Write(PairQuery query, int candidate, Span<float> row)
        {
            for (int i = 0; i < pairs.Length; i++)
            {
                (SparseVector?[] first, SparseVector?[] second) = (words[pairs[i].First], words[pairs[i].Second]);
                Shares(first[query.Member], second[candidate], row.Slice(i * Each, 2));
                Shares(first[candidate], second[query.Member], row.Slice((i * Each) + 2, 2));
            }
        }

        private static void Shares(SparseVector? first, SparseVector? second, Span<float> row)
        {
            row.Fill(float.NaN);
            if (first is not { } a || second is not { } b)
                return;
            var common = Intersection.Of(a, b);
            row[0] = (float)Intersection.Share(common.WeightA, Intersection.Weight(a));
            row[1] = (float)Intersection.Share(common.WeightB, Intersection.Weight(b));
        }
    }
}
