namespace Matchmaking.Evaluation;

/// <summary>
/// Whom will a member meet? Candidates: the active pool less those they ever shared an event with. Positives: those with whom they come to
/// share an event of at most 20 RSVPs after the cut.
/// </summary>
internal sealed class IntroductionsTask : IRankingTask
{
    private const int SmallEvent = 20;

    private readonly NashvilleSplit _split;
    private readonly bool _bridges;
    private readonly Dictionary<int, HashSet<int>> _met;
    private readonly (int[] Seeds, int Member)[] _queries;

    /// <param name="split">The data.</param>
    /// <param name="queries">Seed and member of each query; those without a positive fall away.</param>
    /// <param name="bridges">Whether only pairs count that shared no group before the cut.</param>
    public IntroductionsTask(NashvilleSplit split, IEnumerable<(int Seed, int Member)> queries, bool bridges)
    {
        (_split, _bridges) = (split, bridges);
        _met = MetLater(split);
        _queries =
        [
            .. queries
                .GroupBy(q => q.Member, (member, rows) => (Seeds: rows.Select(row => row.Seed).ToArray(), Member: member))
                .Where(q => HasPositive(q.Member)),
        ];
    }

    public Community Community => _split.Community;

    public DateTimeOffset Cut => _split.Cut;

    public int Count => _queries.Length;

    public RankingQuery this[int index]
    {
        get
        {
            (int[] seeds, int member) = _queries[index];
            HashSet<int> known = _split.Met(member);
            int[] candidates = [.. _split.Active.Where(other => Counts(member, other, known))];
            HashSet<int> later = _met[member];
            int[] positives = [.. Enumerable.Range(0, candidates.Length).Where(i => later.Contains(candidates[i]))];
            return new RankingQuery(seeds, [member], candidates, positives);
        }
    }

    /// <summary>The active members who have a positive: those of whom the protocol draws its queries.</summary>
    public static IEnumerable<int> Eligible(NashvilleSplit split) =>
        new IntroductionsTask(split, split.Active.Select(member => (1, member)), false)._queries.Select(q => q.Member);

    /// <summary>
    /// With whom of the active pool each comes to share a small event after the cut, themselves among them; those who come to none are
    /// absent.
    /// </summary>
    public static Dictionary<int, HashSet<int>> MetLater(NashvilleSplit split)
    {
        HashSet<int> active = [.. split.Active];
        Dictionary<int, HashSet<int>> met = [];
        foreach (NashvilleSplit.LaterEvent e in split.After.Where(e => e.Members.Length <= SmallEvent))
        {
            int[] members = [.. e.Members.Where(id => split.TryMemberIndex(id, out int m) && active.Contains(m)).Select(split.MemberIndex)];
            foreach (int a in members)
            {
                if (!met.TryGetValue(a, out HashSet<int>? others))
                    met.Add(a, others = []);
                others.UnionWith(members);
            }
        }

        return met;
    }

    private bool HasPositive(int member)
    {
        if (!_met.TryGetValue(member, out HashSet<int>? later))
            return false;
        HashSet<int> known = _split.Met(member);
        return later.Any(other => Counts(member, other, known));
    }

    private bool Counts(int member, int other, HashSet<int> known) =>
        !known.Contains(other) && !(_bridges && _split.Groups[member].Overlaps(_split.Groups[other]));
}
