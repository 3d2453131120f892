namespace Matchmaking.Learning;

/// <summary>One part held out: which rows are learned from and which are predicted.</summary>
internal sealed record OutcomeSplit(int[] Train, int[] Test)
{
    /// <summary>Splits that hold out what the use does not know. Both directions of a pair stay together.</summary>
    public static OutcomeSplit[] For(OutcomeUse use, OutcomeRows rows, int folds, int seed) =>
        use switch
        {
            OutcomeUse.Newcomers => Newcomers(rows, folds, seed),
            OutcomeUse.NewAsker => NewAskers(rows, folds, seed),
            _ => Known(rows, folds, seed),
        };

    /// <summary>
    /// By connected part of the graph of answers (an evening); where all hang together, by member, with pairs between parts left out.
    /// </summary>
    private static OutcomeSplit[] Newcomers(OutcomeRows rows, int folds, int seed)
    {
        int[] parts = Components(rows);
        var sizes = rows.Pairs.GroupBy(pair => parts[pair.From]).ToDictionary(group => group.Key, group => group.Count());
        if (sizes.Count >= folds && sizes.Values.Max() <= 2.0 / folds * rows.Pairs.Length)
        {
            int[] keys = [.. sizes.Keys.Order()];
            new Random(seed).Shuffle(keys);
            Dictionary<int, int> fold = [];
            int[] filled = new int[folds];
            foreach (int key in keys.OrderByDescending(key => sizes[key] > rows.Pairs.Length / (2 * folds) ? sizes[key] : 0))
            {
                int least = Array.IndexOf(filled, filled.Min());
                fold[key] = least;
                filled[least] += sizes[key];
            }

            return Split(rows, folds, pair => fold[parts[pair.From]]);
        }

        int[] member = Shuffled(rows.Members, folds, seed);
        return
        [
            .. Enumerable
                .Range(0, folds)
                .Select(f => new OutcomeSplit(
                    Where(rows, pair => member[pair.From] != f && member[pair.To] != f),
                    Where(rows, pair => member[pair.From] == f && member[pair.To] == f)
                )),
        ];
    }

    /// <summary>By asker; where both sides answer, a member who is held out is so on both sides.</summary>
    private static OutcomeSplit[] NewAskers(OutcomeRows rows, int folds, int seed)
    {
        int[] member = Shuffled(rows.Members, folds, seed);
        return !rows.Labels.Mutual
            ? Split(rows, folds, pair => member[pair.From])
            :
            [
                .. Enumerable
                    .Range(0, folds)
                    .Select(f => new OutcomeSplit(
                        Where(rows, pair => member[pair.From] != f && member[pair.To] != f),
                        Where(rows, pair => (member[pair.From] == f) != (member[pair.To] == f))
                    )),
            ];
    }

    private static OutcomeSplit[] Known(OutcomeRows rows, int folds, int seed)
    {
        var random = new Random(seed);
        Dictionary<(int, int), int> pairs = [];
        int[] order = [.. Enumerable.Range(0, rows.Pairs.Length)];
        random.Shuffle(order);
        foreach (int row in order)
            pairs.TryAdd(Key(rows.Pairs[row]), pairs.Count % folds);
        return Split(rows, folds, pair => pairs[Key(pair)]);
    }

    private static (int, int) Key(LabelledPair pair) => (Math.Min(pair.From, pair.To), Math.Max(pair.From, pair.To));

    private static OutcomeSplit[] Split(OutcomeRows rows, int folds, Func<LabelledPair, int> fold) =>
        [
            .. Enumerable
                .Range(0, folds)
                .Select(f => new OutcomeSplit(Where(rows, pair => fold(pair) != f), Where(rows, pair => fold(pair) == f))),
        ];

    private static int[] Where(OutcomeRows rows, Func<LabelledPair, bool> chosen) =>
        [.. Enumerable.Range(0, rows.Pairs.Length).Where(row => chosen(rows.Pairs[row]))];

    private static int[] Shuffled(int members, int folds, int seed)
    {
        int[] fold = [.. Enumerable.Range(0, members).Select(i => i % folds)];
        new Random(seed).Shuffle(fold);
        return fold;
    }

    private static int[] Components(OutcomeRows rows)
    {
        int[] parent = [.. Enumerable.Range(0, rows.Members)];
        int Find(int member)
        {
            while (parent[member] != member)
                member = parent[member] = parent[parent[member]];
            return member;
        }

        foreach (LabelledPair pair in rows.Pairs)
            parent[Find(pair.From)] = Find(pair.To);
        return [.. parent.Select(Find)];
    }
}
