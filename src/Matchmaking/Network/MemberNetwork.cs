using System.Collections.Concurrent;

namespace Matchmaking;

/// <summary>Who knows whom, who comes where, and how active each is. Immutable once built; any number of threads may ask.</summary>
internal sealed class MemberNetwork
{
    private readonly ConcurrentBag<NetworkQuery> _idle = [];
    private readonly double[] _activity;

    private MemberNetwork(Community community, MatchmakerOptions options)
    {
        Decay = TimeDecay.For(community, options);
        Members = community.Members.Count;
        Tree = new ActivityTree(community);
        Log = new AttendanceLog(community, Tree);
        Contacts = ContactGraph.Build(community, Log, Decay, options.SmallActivitySize);
        Places = new PlaceForecast(community, Tree, Log, Decay, options.SmallActivitySize);
        MeetingThere = [.. Places.Meeting.Select((meeting, p) => meeting * Math.Pow(Places.Joiners[p] + NetworkDefaults.JoinersPrior, NetworkDefaults.JoinersExponentForMeeting))];
        Takes = SparseRows.From(Members, [.. Log.Visits.SelectMany(v => Tree.Containing(Log.Occasions[v.Occasion].Activity).Select(a => (v.Member, a, Decay.Of(v.Time))))]);
        TakenBy = Takes.Transpose(Tree.Activities.Count);
        _activity = MeasureActivity(community);
        HasTies = Contacts.Ties.Count > 0 || Enumerable.Range(0, Places.Places.Count).Any(p => Places.Attendance.ByColumn.Columns(p).Length > 1);
        HasActivity = _activity.Any(amount => amount > 0);
        Scale = NetworkScale.Unit;
        Scale = NetworkScale.Of(this);
    }

    /// <summary>Builds the network of a community.</summary>
    public static MemberNetwork Build(Community community, MatchmakerOptions options) => new(community, options);

    /// <summary>Whether any two members have anything to do with each other, be it only a large group in common.</summary>
    public bool HasTies { get; }

    /// <summary>Whether anything dated is known of any member.</summary>
    public bool HasActivity { get; }

    /// <summary>How many members there are.</summary>
    public int Members { get; }

    public TimeDecay Decay { get; }

    public ActivityTree Tree { get; }

    public AttendanceLog Log { get; }

    public ContactGraph Contacts { get; }

    public PlaceForecast Places { get; }

    /// <summary>By place: <see cref="PlaceForecast.Meeting"/>, where one of the two is new, so that it counts how many are.</summary>
    public double[] MeetingThere { get; }

    /// <summary>Member × activity: the decayed visits, to the activity or anything that it contains.</summary>
    public SparseRows Takes { get; }

    /// <summary>Activity × member.</summary>
    public SparseRows TakenBy { get; }

    public NetworkScale Scale { get; }

    /// <summary>The network as a member sees it; to be disposed.</summary>
    public NetworkQuery For(int member)
    {
        if (!_idle.TryTake(out NetworkQuery? query))
            query = new NetworkQuery(this);
        query.Start(member);
        return query;
    }

    /// <summary>How recently and how much a member takes part, in [0, 1).</summary>
    public double ActivityLevel(int member) => _activity[member] / (_activity[member] + NetworkDefaults.ActivityHalf);

    /// <summary>Whether the two have met: an interaction, an outcome that brought them together, or a small activity in common, however long ago.</summary>
    public bool AreConnected(int a, int b) => Contacts.Ties.Has(a, b);

    /// <summary>Whether the two take part in anything in common, of any size: an event, a channel, a group by any of its events.</summary>
    public bool ShareActivity(int a, int b)
    {
        ReadOnlySpan<int> left = Takes.Columns(a), right = Takes.Columns(b);
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
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

    internal void Return(NetworkQuery query) => _idle.Add(query);

    /// <summary>The decayed number of a member's dated doings: occasions they came to and interactions that they began.</summary>
    private double[] MeasureActivity(Community community)
    {
        double[] amounts = new double[Members];
        foreach (AttendanceLog.Visit visit in Log.Visits.Where(v => v.Time is not null))
            amounts[visit.Member] += Decay.Of(visit.Time);
        foreach (Interaction interaction in community.Interactions)
            amounts[community.IndexOf(interaction.From)] += Decay.Of(interaction.Time);
        return amounts;
    }
}
