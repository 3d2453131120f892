namespace Matchmaking.Evaluation;

/// <summary>
/// Who completes a small group? An event after the cut with 4–10 active members: one is hidden, and every other active member is ranked
/// from the rest.
/// </summary>
internal sealed class SmallGroupsTask : IRankingTask
{
    private readonly NashvilleSplit _split;
    private readonly (int Seed, int[] Given, int Hidden)[] _queries;

    /// <param name="split">The data.</param>
    /// <param name="queries">Seed, event and hidden member of each query, by the ids of the data.</param>
    public SmallGroupsTask(NashvilleSplit split, IEnumerable<(int Seed, int Event, int Hidden)> queries)
    {
        _split = split;
        HashSet<int> active = [.. split.Active];
        Dictionary<int, int[]> members = split.After.ToDictionary(
            e => e.Id,
            e => e.Members.Where(id => split.TryMemberIndex(id, out int m) && active.Contains(m)).Select(split.MemberIndex).ToArray()
        );
        _queries =
        [
            .. queries.Select(q =>
                (q.Seed, members[q.Event].Where(m => m != split.MemberIndex(q.Hidden)).ToArray(), split.MemberIndex(q.Hidden))
            ),
        ];
    }

    public Community Community => _split.Community;

    public DateTimeOffset Cut => _split.Cut;

    public int Count => _queries.Length;

    public RankingQuery this[int index]
    {
        get
        {
            (int seed, int[] given, int hidden) = _queries[index];
            int[] candidates = [.. _split.Active.Except(given)];
            return new RankingQuery([seed], given, candidates, [Array.IndexOf(candidates, hidden)]);
        }
    }
}
