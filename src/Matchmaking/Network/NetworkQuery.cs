using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// The network as one member sees it: what leads from them to others, worked out once and asked for many candidates. For one thread at a
/// time; dispose it so that the next query can use its memory.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkQuery : IDisposable
{
    private MemberNetwork _network;
    private readonly double[] _common;
    private readonly double[] _twoSteps;
    private readonly List<int> _reached = [];
    private readonly double[] _joint;
    private readonly double[] _next;
    private readonly double[] _pull;
    private readonly List<int> _ahead = [];
    private NetworkReach? _reach;
    private bool? _reachesBridges;
    private int _member;

    internal NetworkQuery(MemberNetwork network)
    {
        _network = network;
        (_common, _twoSteps) = (new double[Room(network)], new double[Room(network)]);
        int places = network.Places.Count;
        (_joint, _next, _pull) = (new double[places], new double[places], new double[places]);
    }

    /// <summary>Those within two steps of the member.</summary>
    public ReadOnlySpan<int> Reached => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_reached);

    internal int Member => _member;

    /// <summary>By member: acquaintances in common, as <see cref="NetworkEvidence.Common"/>.</summary>
    internal ReadOnlySpan<double> Common => _common;

    /// <summary>By member: the walk of two steps, before its weight.</summary>
    internal ReadOnlySpan<double> TwoSteps => _twoSteps;

    /// <summary>The places of which any of the three below says anything, each once.</summary>
    internal ReadOnlySpan<int> PlacesAhead => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ahead);

    /// <summary>By place: what a candidate's visits there count for joint attendance.</summary>
    internal ReadOnlySpan<double> JointAt => _joint;

    /// <summary>By place: what a candidate's visits there count for the forecast.</summary>
    internal ReadOnlySpan<double> NextAt => _next;

    /// <summary>By place: what a candidate's taste for it counts for the forecast.</summary>
    internal ReadOnlySpan<double> PullAt => _pull;

    /// <summary>Whether its memory is enough for a network, which may have grown since.</summary>
    internal bool Fits(MemberNetwork network) => _common.Length >= network.Members && _joint.Length >= network.Places.Count;

    internal void Start(MemberNetwork network, int member)
    {
        _network = network;
        _member = member;
        _reachesBridges = null;
        Walk();
        LookAhead();
    }

    /// <summary>
    /// Bounds of <see cref="Closeness"/>, or for bridges of <see cref="BridgeGain"/>, for everybody at once; measured when first asked for.
    /// </summary>
    internal NetworkReach Reach(bool bridge)
    {
        _reach ??= new NetworkReach();
        if (_reachesBridges != bridge)
        {
            _reach.Measure(_network, this, bridge);
            _reachesBridges = bridge;
        }

        return _reach;
    }

    /// <summary>How close the two are, in [0, 1]; the same from either side.</summary>
    internal double Closeness(int candidate) => 1 - Math.Exp(-Strength(candidate));

    /// <summary>Closeness before it is saturated: at least 0, for a member's closest typically 2.3.</summary>
    internal double Strength(int candidate) => _network.Scale.Rate * Evidence(candidate).Total(_network.Scale.Evidence);

    /// <summary>
    /// How much the two promise to have in common of what the network does not show yet, in [0, 1]: how likely they come to meet where one
    /// of them has not been; the less, the more they have already.
    /// </summary>
    internal double BridgeGain(int candidate)
    {
        NetworkEvidence evidence = Evidence(candidate),
            scale = _network.Scale.Evidence;
        double already = (1 + (evidence.Joint / scale.Joint)) * (1 + (evidence.Direct / scale.Direct));
        return evidence.Forecast / (evidence.Forecast + _network.Scale.Bridge) / already;
    }

    /// <summary>What speaks for the two being close, unscaled.</summary>
    public NetworkEvidence Evidence(int candidate)
    {
        ContactGraph graph = _network.Contacts;
        double tie = graph.Ties[_member, candidate];
        double walk =
            graph.Strength[candidate] == 0
                ? 0
                : PersonalizedPageRank.OneStep(graph, _member, candidate, tie)
                    + PersonalizedPageRank.FurtherSteps(graph, _twoSteps, candidate);
        (double joint, double forecast) = AtPlaces(candidate);
        return new NetworkEvidence(_common[candidate], joint, Math.Sqrt(tie), forecast, walk);
    }

    /// <summary>Whom both know, those first who tie them most.</summary>
    /// <param name="candidate">The other of the two.</param>
    /// <param name="now">The moment.</param>
    /// <param name="atMost">How many are asked for: a few.</param>
    internal int[] CommonAcquaintances(int candidate, DateTimeOffset now, int atMost)
    {
        var strongest = new SmallTopK<int>(stackalloc SmallTopK<int>.Entry[atMost]);
        foreach ((int other, double a, double b) in SharedColumns.Of(_network.Contacts.RootTies, _member, candidate))
        {
            if (_network.AreAcquainted(_member, other, now) && _network.AreAcquainted(candidate, other, now))
                strongest.Offer(other, a * b / Math.Sqrt(_network.Contacts.Strength[other] + 1), other);
        }

        return ToArray(strongest.Items);
    }

    /// <summary>Whether the two know somebody in common, or somebody whom one knows knows somebody whom the other knows.</summary>
    /// <param name="candidate">The other of the two.</param>
    /// <param name="now">The moment.</param>
    internal bool AreNear(int candidate, DateTimeOffset now)
    {
        HashSet<int> theirs = [.. _network.AcquaintancesOf(candidate, now)];
        theirs.Remove(_member);
        foreach (int one in _network.AcquaintancesOf(_member, now))
        {
            if (one != candidate && (theirs.Contains(one) || _network.AcquaintancesOf(one, now).Any(theirs.Contains)))
                return true;
        }

        return false;
    }

    /// <summary>
    /// What both take part in: lasting activities before single events, rare before common; not an event whose group is named already.
    /// </summary>
    /// <param name="candidate">The other of the two.</param>
    /// <param name="atMost">How many are asked for: a few.</param>
    internal int[] CommonActivities(int candidate, int atMost)
    {
        ActivityTree tree = _network.Tree;
        var strongest = new SmallTopK<int>(stackalloc SmallTopK<int>.Entry[atMost]);
        foreach ((int activity, double a, double b) in SharedColumns.Of(_network.Takes, _member, candidate))
        {
            bool lasts = tree.Lasts(activity);
            if (lasts || !BothTakeWhatContains(activity, candidate))
                strongest.Offer(
                    activity,
                    (lasts ? 1e6 : 1) * (1 + Math.Sqrt(a * b)) / Math.Log(1 + _network.TakenBy.Columns(activity).Length),
                    activity
                );
        }

        return ToArray(strongest.Items);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        foreach (int member in _reached)
            (_common[member], _twoSteps[member]) = (0, 0);
        _reached.Clear();
        foreach (int place in _ahead)
            (_joint[place], _next[place], _pull[place]) = (0, 0, 0);
        _ahead.Clear();
        MemberNetwork network = _network;
        // What is idle keeps no community alive.
        _network = null!;
        network.Return(this);
    }

    /// <summary>Some more than there are, for those who come meanwhile.</summary>
    private static int Room(MemberNetwork network) => network.Members + (network.Members / 16) + 16;

    private void Walk()
    {
        ContactGraph graph = _network.Contacts;
        ReadOnlySpan<int> contacts = graph.RootTies.Columns(_member);
        ReadOnlySpan<double> roots = graph.RootTies.Values(_member);
        double start = graph.Strength[_member] + 1;
        for (int i = 0; i < contacts.Length; i++)
        {
            int contact = contacts[i];
            double strength = graph.Strength[contact] + 1;
            double common = roots[i] / Math.Sqrt(strength),
                step = roots[i] * roots[i] / strength / start;
            ReadOnlySpan<int> others = graph.RootTies.Columns(contact);
            ReadOnlySpan<double> otherRoots = graph.RootTies.Values(contact);
            for (int j = 0; j < others.Length; j++)
            {
                int other = others[j];
                // Roots are above 0, so that 0 says "never reached".
                if (_common[other] == 0)
                    _reached.Add(other);
                _common[other] += common * otherRoots[j];
                _twoSteps[other] += step * otherRoots[j] * otherRoots[j];
            }
        }

        foreach (int other in _reached)
            _twoSteps[other] /= graph.Strength[other] + 1;
    }

    private void LookAhead()
    {
        PlaceForecast places = _network.Places;
        ReadOnlySpan<int> own = places.Attendance.ByMember.Columns(_member);
        ReadOnlySpan<double> visits = places.Attendance.ByMember.Values(_member),
            taste = places.Taste.Values(_member);
        for (int i = 0; i < own.Length; i++)
        {
            Add(own[i], visits[i] * places.Meeting[own[i]], 0, 0);
            ReadOnlySpan<int> similar = places.Similar.Columns(own[i]);
            ReadOnlySpan<double> similarity = places.Similar.Values(own[i]);
            double here = visits[i] * places.Meeting[own[i]];
            for (int j = 0; j < similar.Length; j++)
            {
                // The member may come to where the candidate is, and the candidate to where the member is.
                Add(similar[j], 0, taste[i] * similarity[j] * places.Meeting[similar[j]], here * similarity[j]);
            }
        }
    }

    private void Add(int place, double joint, double next, double pull)
    {
        // All are at least 0, so that 0 says "nothing yet".
        bool isNew = _joint[place] == 0 && _next[place] == 0 && _pull[place] == 0;
        _joint[place] += joint;
        _next[place] += next;
        _pull[place] += pull;
        if (isNew && (_joint[place] > 0 || _next[place] > 0 || _pull[place] > 0))
            _ahead.Add(place);
    }

    private (double Joint, double Forecast) AtPlaces(int candidate)
    {
        PlaceForecast places = _network.Places;
        ReadOnlySpan<int> theirs = places.Attendance.ByMember.Columns(candidate);
        ReadOnlySpan<double> visits = places.Attendance.ByMember.Values(candidate),
            taste = places.Taste.Values(candidate);
        double joint = 0,
            forecast = 0;
        for (int i = 0; i < theirs.Length; i++)
        {
            joint += _joint[theirs[i]] * visits[i];
            forecast += (_next[theirs[i]] * visits[i]) + (_pull[theirs[i]] * taste[i]);
        }

        return (joint, forecast);
    }

    private bool BothTakeWhatContains(int activity, int candidate)
    {
        foreach (int containing in _network.Tree.Containing(activity).AsSpan(1))
        {
            if (_network.Takes.Has(_member, containing) && _network.Takes.Has(candidate, containing))
                return true;
        }

        return false;
    }

    private static int[] ToArray(ReadOnlySpan<SmallTopK<int>.Entry> entries)
    {
        int[] items = new int[entries.Length];
        for (int i = 0; i < items.Length; i++)
            items[i] = entries[i].Item;
        return items;
    }
}
