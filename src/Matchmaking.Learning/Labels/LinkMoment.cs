namespace Matchmaking.Learning;

/// <summary>
/// An earlier moment of a community, and who came to know whom within a window from then on: features may see <see cref="Index"/> alone,
/// and only <see cref="LinkLabels"/> sees what came after.
/// </summary>
internal sealed class LinkMoment
{
    private readonly Dictionary<int, Dictionary<int, DateTimeOffset>> _ties;

    internal LinkMoment(
        CommunityIndex index,
        DateTimeOffset cut,
        DateTimeOffset until,
        IReadOnlyList<int> active,
        Dictionary<int, Dictionary<int, DateTimeOffset>> ties
    )
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
    public IReadOnlyDictionary<int, DateTimeOffset> TiesOf(int member) =>
        _ties.TryGetValue(member, out var ties) ? ties : System.Collections.Frozen.FrozenDictionary<int, DateTimeOffset>.Empty;

    /// <summary>How many pairs came to know each other.</summary>
    public int Pairs => _ties.Values.Sum(ties => ties.Count) / 2;

    /// <summary>
    /// Whom a member might come to know: the active ones, less those they know or have been with at an event of any size, who are on the
    /// way to know each other already; for bridges, less those with whom they take part in anything.
    /// </summary>
    public int[] Candidates(int member, bool bridges)
    {
        MemberNetwork network = Index.Network;
        HashSet<int> known = [member, .. network.Contacts.Ties.Columns(member)];
        foreach (int activity in network.Takes.Columns(member))
        {
            if (!network.Tree.Lasts(activity))
                known.UnionWith(network.TakenBy.Columns(activity).ToArray());
        }

        return [.. Active.Where(other => !known.Contains(other) && !(bridges && network.ShareActivity(member, other)))];
    }
}
