namespace Matchmaking.Evaluation;

/// <summary>
/// Ways to make pairs of the active pool: the library's round, and what is done where there is none. All by the same scores and rules.
/// </summary>
internal sealed class PairPlans(NashvilleSplit split, Strangers strangers, Matchmaker matchmaker, CancellationToken cancellationToken)
{
    private const int Candidates = 30;

    private readonly string[] _active = [.. split.Active.Select(member => split.Community.Members[member].Id)];
    private readonly Lazy<IReadOnlyList<(int To, double Score)>[]> _lists = new(() =>
        ListsOf(split, strangers, matchmaker, cancellationToken)
    );

    /// <summary>By <see cref="Matchmaker.PlanRound"/>.</summary>
    public PairPlan Round()
    {
        Round round = matchmaker.PlanRound(
            new RoundOptions
            {
                Participants = _active,
                Allow = strangers.Are,
                Candidates = Candidates,
            },
            cancellationToken: cancellationToken
        );
        return new PairPlan(
            [
                .. round.Introductions.Select(pair => (split.Community.IndexOf(pair.From.Id), split.Community.IndexOf(pair.To.Id))),
                .. round.Groups.SelectMany(trio =>
                    new[] { (0, 1), (0, 2), (1, 2) }.Select(pair =>
                        (split.Community.IndexOf(trio.Members[pair.Item1].Id), split.Community.IndexOf(trio.Members[pair.Item2].Id))
                    )
                ),
            ],
            round.Figures.MeanScore
        );
    }

    /// <summary>The best pair of all, then the best of those whom it leaves, and so on, on the same candidates.</summary>
    public PairPlan Greedy()
    {
        HashSet<int> taken = [];
        List<(int, int)> pairs = [];
        double sum = 0;
        foreach (
            (int from, (int to, double score)) in _lists
                .Value.SelectMany((list, i) => list.Select(candidate => (split.Active[i], candidate)))
                .OrderByDescending(pair => pair.candidate.Score)
                .ThenBy(pair => pair.Item1)
        )
        {
            if (taken.Contains(from) || taken.Contains(to))
                continue;
            taken.UnionWith([from, to]);
            pairs.Add((from, to));
            sum += score;
        }

        return new PairPlan(pairs, pairs.Count == 0 ? 0 : sum / pairs.Count);
    }

    /// <summary>Each one's own best: many ask the same few.</summary>
    public PairPlan TopChoices()
    {
        (int From, int To, double Score)[] tops =
        [
            .. _lists
                .Value.Select((list, i) => (split.Active[i], list))
                .Where(x => x.list.Count > 0)
                .Select(x => (x.Item1, x.list[0].To, x.list[0].Score)),
        ];
        return new PairPlan([.. tops.Select(top => (top.From, top.To))], tops.Length == 0 ? 0 : tops.Average(top => top.Score))
        {
            IsOneSided = true,
        };
    }

    /// <summary>Members in an order that is drawn, each with the first stranger who is free.</summary>
    public static PairPlan AtRandom(NashvilleSplit split, Strangers strangers, int seed)
    {
        int[] order = [.. split.Active];
        new Random(seed).Shuffle(order);
        List<int> free = [.. order];
        List<(int, int)> pairs = [];
        while (free.Count > 0)
        {
            int member = free[^1];
            free.RemoveAt(free.Count - 1);
            int place = free.FindLastIndex(other => strangers.Are(member, other));
            if (place < 0)
                continue;
            pairs.Add((member, free[place]));
            free.RemoveAt(place);
        }

        return new PairPlan(pairs, double.NaN);
    }

    private static IReadOnlyList<(int To, double Score)>[] ListsOf(
        NashvilleSplit split,
        Strangers strangers,
        Matchmaker matchmaker,
        CancellationToken cancellationToken
    )
    {
        var lists = new IReadOnlyList<(int, double)>[split.Active.Count];
        Parallel.For(0, lists.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            var calls = new SuggestOptions { Count = Candidates, Allow = strangers.Are };
            lists[i] =
            [
                .. matchmaker
                    .Rank(split.Community.Members[split.Active[i]].Id, calls)
                    .Select(ranked => (split.Community.IndexOf(ranked.MemberId), ranked.Score)),
            ];
        });
        return lists;
    }
}

/// <summary>Pairs that a method made.</summary>
/// <param name="Pairs">Who with whom.</param>
/// <param name="MeanScore">The mean of their scores; NaN where there are none.</param>
internal sealed record PairPlan(IReadOnlyList<(int From, int To)> Pairs, double MeanScore)
{
    /// <summary>Whether the second of a pair was chosen without a choice of their own.</summary>
    public bool IsOneSided { get; init; }
}
