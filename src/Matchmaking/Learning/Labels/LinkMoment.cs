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

    /// <summary>Whom a member might come to know: the active ones, less those they know; for bridges, less those with whom they take part in anything.</summary>
    /// <remarks>
    /// Positives are among them, also those whom the member will come to know after the window: at the moment of asking nobody can tell.
    /// </remarks>
    public int[] Candidates(int member, bool bridges) =>
        [.. Active.Where(other => other != member && !Index.Network.AreConnected(member, other) && !(bridges && Index.Network.ShareActivity(member, other)))];
}
