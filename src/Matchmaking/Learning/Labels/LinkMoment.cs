namespace Matchmaking;

/// <summary>
/// An earlier moment of a community, and who came to know whom within a window from then on: features may see <see cref="Index"/> alone, and only
/// <see cref="LinkLabels"/> sees what came after.
/// </summary>
internal sealed class LinkMoment
{
    private readonly Dictionary<int, Dictionary<int, DateTimeOffset>> _ties;

    internal LinkMoment(CommunityIndex index, DateTimeOffset cut, DateTimeOffset until, IReadOnlyList<int> active, Dictionary<int, Dictionary<int, DateTimeOffset>> ties)
    {
        (Index, Cut, Until, Active, _ties) = (index, cut, until, active, ties);
        Queries = [.. ties.Keys.Order()];
    }

    /// <summary>The community as of the cut.</summary>
    public CommunityIndex Index { get; }

    public DateTimeOffset Cut { get; }

    /// <summary>Where the window ends.</summary>
    public DateTimeOffset Until { get; }

    /// <summary>Members who took part in anything lately, by position, ascending: who is asked for, and whom to suggest.</summary>
    public IReadOnlyList<int> Active { get; }

    /// <summary>Those of them who came to know another of them.</summary>
    public IReadOnlyList<int> Queries { get; }

    /// <summary>Whom an active member came to know, with the moment of the first tie.</summary>
    public IReadOnlyDictionary<int, DateTimeOffset> TiesOf(int member) => _ties.TryGetValue(member, out var ties) ? ties : System.Collections.Frozen.FrozenDictionary<int, DateTimeOffset>.Empty;

    /// <summary>How many pairs came to know each other.</summary>
    public int Pairs => _ties.Values.Sum(ties => ties.Count) / 2;

    /// <summary>The same moment with a window that ends earlier: for validation, which must not train on what it is asked.</summary>
    public LinkMoment EndingAt(DateTimeOffset until) => until >= Until ? this : new LinkMoment(Index, Cut, until, Active, _ties
        .Select(member => (member.Key, Ties: member.Value.Where(tie => tie.Value < until).ToDictionary()))
        .Where(member => member.Ties.Count > 0)
        .ToDictionary(member => member.Key, member => member.Ties));

    /// <summary>
    /// Of one query its positives and uniformly drawn negatives: active, not acquainted and not about to be. Uniform, since negatives chosen for
    /// being hard, without weights for it, teach that what is close is bad.
    /// </summary>
    /// <param name="member">The query.</param>
    /// <param name="negatives">How many at most.</param>
    /// <param name="bridges">Whether only pairs count that take part in nothing together.</param>
    /// <param name="random">Draws them.</param>
    public (int[] Positives, int[] Negatives) Sample(int member, int negatives, bool bridges, Random random)
    {
        IReadOnlyDictionary<int, DateTimeOffset> ties = TiesOf(member);
        int[] positives = [.. ties.Keys.Where(other => !bridges || !Index.Network.ShareActivity(member, other)).Order()];
        if (positives.Length == 0)
            return ([], []);
        HashSet<int> drawn = [];
        // Where nearly all are acquainted the draws run out before the negatives do.
        for (int tries = 0; tries < 4 * negatives && drawn.Count < negatives; tries++)
        {
            int other = Active[random.Next(Active.Count)];
            if (other != member && !ties.ContainsKey(other) && !Index.Network.AreConnected(member, other) && !(bridges && Index.Network.ShareActivity(member, other)))
                drawn.Add(other);
        }

        return (positives, [.. drawn.Order()]);
    }
}
