using System.Collections.Concurrent;
using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// Who knows whom, who comes where, and how active each is. Immutable; a change makes a new one, of which only the rows are new that the
/// change touches. Any number of threads may ask.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberNetwork
{
    private readonly ConcurrentStack<NetworkQuery> _idle;
    private readonly Lazy<AttendanceLog> _log;
    private readonly NetworkTables _tables;
    private readonly Acquaintance _acquaintance;

    private MemberNetwork(
        LiveCommunity community,
        NetworkFit fit,
        NetworkTables tables,
        Acquaintance acquaintance,
        ConcurrentStack<NetworkQuery> idle
    )
    {
        (Community, Fit, _tables, _acquaintance, _idle) = (community, fit, tables, acquaintance, idle);
        _log = new Lazy<AttendanceLog>(() => new AttendanceLog(community.Community, community.Tree));
        Contacts = new ContactGraph(tables.Ties, tables.RootTies, tables.Strength);
        Places = new PlaceForecast(
            fit,
            tables.UsedPlaces,
            new Attendance(tables.ByPlace, tables.OfPlace, fit.Occasions, fit.SmallOccasions),
            tables.Taste
        );
    }

    /// <summary>Builds the network of a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="options">The options.</param>
    internal static MemberNetwork Build(Community community, MatchmakerOptions options) => Build(LiveCommunity.Of(community), options);

    /// <summary>Builds the network of a community.</summary>
    /// <param name="community">The community, nobody removed from it.</param>
    /// <param name="options">The options.</param>
    /// <param name="fit">What holds for the community as a whole; null: it is fitted.</param>
    internal static MemberNetwork Build(LiveCommunity community, MatchmakerOptions options, NetworkFit? fit = null)
    {
        var acquaintance = Acquaintance.By(options);
        NetworkFit known = fit ?? NetworkFit.Of(community.Community, community.Tree, options);
        var network = new MemberNetwork(community, known, NetworkTables.Build(community, known, acquaintance), acquaintance, []);
        if (fit is not null)
            return network;
        known = known with { Scale = NetworkScale.Of(network), ActivityScale = ActivityRecommender.ScaleOf(network) };
        return new MemberNetwork(community, known, network._tables, acquaintance, network._idle);
    }

    /// <summary>Of parts that are ready.</summary>
    internal static MemberNetwork Of(LiveCommunity community, NetworkFit fit, NetworkTables tables, MatchmakerOptions options) =>
        new(community, fit, tables, Acquaintance.By(options), []);

    internal LiveCommunity Community { get; }

    internal NetworkFit Fit { get; }

    /// <summary>Latent factors of who goes where.</summary>
    public PlaceFactors Factors => Fit.Factors;

    internal NetworkTables Tables => _tables;

    internal int SmallActivitySize => _acquaintance.SmallActivitySize;

    /// <summary>Whether any two members have anything to do with each other, be it only a large group in common.</summary>
    internal bool HasTies => Contacts.Ties.Count > 0 || _tables.SharedPlaces > 0;

    /// <summary>Whether anything dated is known of any member.</summary>
    internal bool HasActivity => _tables.Active > 0;

    /// <summary>Whether anybody takes part in anything.</summary>
    internal bool HasVisits => Takes.Count > 0;

    /// <summary>How many positions there are, those of removed members included.</summary>
    public int Members => Community.Members.Count;

    /// <summary>How the past counts.</summary>
    public TimeDecay Decay => Fit.Decay;

    /// <summary>The activities.</summary>
    public ActivityTree Tree => Community.Tree;

    /// <summary>All visits as one list, for learning; made when first asked for. Only where nobody was removed.</summary>
    public AttendanceLog Log =>
        Community.Removed == 0 ? _log.Value : throw new InvalidOperationException("the log is of a community without gaps");

    /// <summary>Who is in contact with whom.</summary>
    public ContactGraph Contacts { get; }

    /// <summary>Where members come.</summary>
    public PlaceForecast Places { get; }

    /// <summary>Member × activity: the decayed visits, to the activity or anything that it contains.</summary>
    public SparseRows Takes => _tables.Takes;

    /// <summary>Activity × member.</summary>
    public SparseRows TakenBy => _tables.TakenBy;

    /// <summary>
    /// Member × series: the decayed visits; series are numbered as <see cref="NetworkFit.SeriesOf(ActivityTree, int, DateTimeOffset?)"/>
    /// tells.
    /// </summary>
    internal SparseRows Series => _tables.Series;

    /// <summary>Whether one member's word of another counts (<see cref="Vouchers"/>).</summary>
    internal bool Counts(int from, int to) => Fit.Counts(_tables.Vouched[from], to);

    /// <summary>What is typical of the network as a whole.</summary>
    public NetworkScale Scale => Fit.Scale;

    /// <summary>After a change that the network has nothing to do with, or with a member at the end of whom nothing is known yet.</summary>
    internal MemberNetwork With(LiveCommunity community) =>
        new(community, Fit, _tables.Grown(community.Members.Count), _acquaintance, _idle);

    /// <summary>After a change of what is known of some members.</summary>
    /// <param name="community">The community after it.</param>
    /// <param name="visitors">Whose participations, or interactions begun, are other than before.</param>
    /// <param name="tied">Whose ties may be other than before, those through activities left out.</param>
    /// <param name="told">Activities of which anything was told.</param>
    internal MemberNetwork With(LiveCommunity community, int[] visitors, IEnumerable<int> tied, IEnumerable<int> told) =>
        new(community, Fit, NetworkTables.Change(_tables, community, Fit, _acquaintance, visitors, tied, told), _acquaintance, _idle);

    /// <summary>The network as a member sees it; to be disposed.</summary>
    public NetworkQuery For(int member)
    {
        if (!_idle.TryPop(out NetworkQuery? query) || !query.Fits(this))
            query = new NetworkQuery(this);
        query.Start(this, member);
        return query;
    }

    /// <summary>
    /// Whether it may be said of a member that they take an active part: at a moment, what they did of late comes to so much.
    /// </summary>
    internal bool TakesActivePart(int member, DateTimeOffset now) =>
        _tables.Activity[member] * Decay.Between(now) >= NetworkDefaults.ActivePart;

    /// <summary>How recently and how much a member takes part, in [0, 1).</summary>
    internal double ActivityLevel(int member) => _tables.Activity[member] / (_tables.Activity[member] + NetworkDefaults.ActivityHalf);

    /// <summary>
    /// Whether the two have had anything to do with each other, be it next to nothing: an interaction, a yes of one to the other, a
    /// meeting, or a small activity in common, however long ago.
    /// </summary>
    public bool AreTied(int a, int b) => Contacts.Ties.Has(a, b);

    /// <summary>Whether the two know each other at a moment: enough speaks for it, and not too long ago.</summary>
    public bool AreAcquainted(int a, int b, DateTimeOffset now) => _tables.Acquaintances[a, b] > Acquaintance.Days(now);

    /// <summary>Whom a member knows at a moment.</summary>
    internal IEnumerable<int> AcquaintancesOf(int member, DateTimeOffset now)
    {
        double day = Acquaintance.Days(now);
        for (int i = 0; i < _tables.Acquaintances.Columns(member).Length; i++)
        {
            if (_tables.Acquaintances.Values(member)[i] > day)
                yield return _tables.Acquaintances.Columns(member)[i];
        }
    }

    /// <summary>Whether the two know each other at a moment, or did before.</summary>
    internal bool WereAcquainted(int a, int b) => _tables.Acquaintances.Has(a, b);

    /// <summary>Whether the two take part in anything in common, of any size: an event, a channel, a group by any of its events.</summary>
    public bool ShareActivity(int a, int b)
    {
        ReadOnlySpan<int> left = Takes.Columns(a),
            right = Takes.Columns(b);
        for (int i = 0, j = 0; i < left.Length && j < right.Length; )
        {
            if (left[i] == right[j])
                return true;
            if (left[i] < right[j])
                i++;
            else
                j++;
        }

        return false;
    }

    internal void Return(NetworkQuery query) => _idle.Push(query);
}
