namespace Matchmaking.Evaluation;

/// <summary>
/// Which group will a member join? Queries: members with at least two RSVPs before the cut who then come to a group that is new to them.
/// Candidates: the groups alive before the cut – those that such a member attended – less the member's own.
/// </summary>
internal sealed class NewGroupsTask : IRankingTask
{
    private const int FewestRsvps = 2;

    // No chance enters the choice of queries; the seeds break ties alone.
    private static readonly int[] s_seeds = [1, 2, 3, 4, 5];

    private readonly NashvilleSplit _split;
    private readonly (int Member, int[] Joined)[] _queries;

    public NewGroupsTask(NashvilleSplit split)
    {
        _split = split;
        Members = [.. Enumerable.Range(0, split.Community.Members.Count).Where(m => split.Attended[m].Count >= FewestRsvps)];
        Groups = [.. Members.SelectMany(m => split.Groups[m]).Distinct().Order()];
        HashSet<int> alive = [.. Groups];
        Dictionary<int, HashSet<int>> later = [];
        foreach (NashvilleSplit.LaterEvent e in split.After)
        {
            if (!split.ActivityIndex.TryGetValue(NashvilleMeetup.GroupId(e.Group), out int group) || !alive.Contains(group))
                continue;
            foreach (int id in e.Members)
            {
                if (!split.TryMemberIndex(id, out int member) || split.Groups[member].Contains(group))
                    continue;
                if (!later.TryGetValue(member, out HashSet<int>? joined))
                    later.Add(member, joined = []);
                joined.Add(group);
            }
        }

        _queries = [.. Members.Where(later.ContainsKey).Select(m => (m, later[m].Order().ToArray()))];
    }

    /// <summary>The members who could be queries.</summary>
    public IReadOnlyList<int> Members { get; }

    /// <summary>The groups alive before the cut.</summary>
    public IReadOnlyList<int> Groups { get; }

    public Community Community => _split.Community;

    public DateTimeOffset Cut => _split.Cut;

    public int Count => _queries.Length;

    public RankingQuery this[int index]
    {
        get
        {
            (int member, int[] joined) = _queries[index];
            int[] candidates = [.. Groups.Where(group => !_split.Groups[member].Contains(group))];
            return new RankingQuery(s_seeds, [member], candidates, [.. joined.Select(group => Array.IndexOf(candidates, group))]);
        }
    }
}
