namespace Matchmaking.Network;

/// <summary>One change of a network: which rows it touches, and those rows anew. For one thread, once.</summary>
internal sealed class NetworkChange
{
    private readonly NetworkTables _before;
    private readonly LiveCommunity _community;
    private readonly NetworkFit _fit;
    private readonly Acquaintance _acquaintance;
    private readonly SortedSet<int> _touched = [];
    private readonly PersistentArray<DateTimeOffset?>.Editor _times;
    private readonly PersistentArray<double>.Editor _strength;
    private readonly PersistentArray<double>.Editor _activity;
    private readonly PersistentArray<int>.Editor _vouched;
    private readonly SparseRows.Editor _own;
    private readonly SparseRows.Editor _present;
    private readonly SparseRows.Editor _takes;
    private readonly SparseRows.Editor _takenBy;
    private readonly SparseRows.Editor _byPlace;
    private readonly SparseRows.Editor _ofPlace;
    private readonly SparseRows.Editor _taste;
    private readonly SparseRows.Editor _series;
    private readonly SparseRows.Editor _ties;
    private readonly SparseRows.Editor _rootTies;
    private readonly SparseRows.Editor _acquaintances;
    private int _sharedPlaces;
    private int _active;
    private int _usedPlaces;

    public NetworkChange(NetworkTables before, LiveCommunity community, NetworkFit fit, Acquaintance acquaintance)
    {
        (_before, _community, _fit, _acquaintance) = (before, community, fit, acquaintance);
        (_times, _strength, _activity) = (before.EventTimes.Edit(), before.Strength.Edit(), before.Activity.Edit());
        _vouched = before.Vouched.Edit();
        (_own, _present, _takes, _takenBy) = (before.Own.Edit(), before.Present.Edit(), before.Takes.Edit(), before.TakenBy.Edit());
        (_byPlace, _ofPlace, _taste, _series) = (before.ByPlace.Edit(), before.OfPlace.Edit(), before.Taste.Edit(), before.Series.Edit());
        (_ties, _rootTies, _acquaintances) = (before.Ties.Edit(), before.RootTies.Edit(), before.Acquaintances.Edit());
        (_sharedPlaces, _active, _usedPlaces) = (before.SharedPlaces, before.Active, before.UsedPlaces);
    }

    /// <param name="visitors">Whose participations, or interactions begun, are other than before.</param>
    /// <param name="tied">Whose ties may be other than before, those through activities left out.</param>
    /// <param name="told">Activities of which anything else was told.</param>
    public NetworkTables Apply(int[] visitors, IEnumerable<int> tied, IEnumerable<int> told)
    {
        _touched.UnionWith(tied);
        Vouch();
        var visits = new MemberVisits(_fit, _community, activity => _times[activity]);
        HashSet<int> moved = [];
        foreach (int visitor in visitors)
            Visit(visitor, visits, moved);
        foreach (int activity in told)
            Date(activity, moved);

        // An event whose hour is another than before belongs to another series, for all who came.
        foreach (int member in moved.SelectMany(activity => _present.Columns(activity).ToArray()).Concat(visitors).Distinct())
            _series.Set(member, visits.SeriesOf(member));

        var row = new SparseRowBuilder();
        var known = new AcquaintanceBuilder(_acquaintance, _community, _fit.Decay, activity => _times[activity]);
        foreach (int member in _touched)
        {
            SparseRow ties = ContactGraph.Row(member, _community, _own.Row(member), SmallOnly, _fit.Decay, _acquaintance, Counts, row);
            _ties.Set(member, ties);
            _rootTies.Set(member, ties.Map(Math.Sqrt));
            _strength[member] = ties.Sum();
            _acquaintances.Set(member, known.Of(member, _own.Row(member), SmallOnly));
        }

        return _before with
        {
            Own = _own.ToRows(),
            Present = _present.ToRows(),
            Takes = _takes.ToRows(),
            TakenBy = _takenBy.ToRows(),
            ByPlace = _byPlace.ToRows(),
            OfPlace = _ofPlace.ToRows(),
            Taste = _taste.ToRows(),
            Series = _series.ToRows(),
            Ties = _ties.ToRows(),
            RootTies = _rootTies.ToRows(),
            Acquaintances = _acquaintances.ToRows(),
            Strength = _strength.ToArray(),
            Activity = _activity.ToArray(),
            Vouched = _vouched.ToArray(),
            EventTimes = _times.ToArray(),
            SharedPlaces = _sharedPlaces,
            Active = _active,
            UsedPlaces = _usedPlaces,
        };
    }

    private bool Counts(int from, int to) => _fit.Counts(_vouched[from], to);

    /// <summary>When others begin to turn to somebody, what that one said of others counts from now on.</summary>
    private void Vouch()
    {
        foreach (int member in _touched.ToArray())
        {
            int voucher = Vouchers.Of(member, _community);
            if (voucher == _vouched[member])
                continue;
            _vouched[member] = voucher;
            foreach (EventLog<Outcome>.Entry entry in _community.Outcomes.From(member))
                _touched.Add(entry.Second);
        }
    }

    private SparseRow SmallOnly(int activity) => IsSmall(activity) ? _present.Row(activity) : SparseRow.Empty;

    private bool IsSmall(int activity) => _present.Columns(activity).Length <= _acquaintance.SmallActivitySize;

    private void Visit(int member, MemberVisits visits, HashSet<int> moved)
    {
        MemberRows rows = visits.Of(member);
        foreach ((int activity, double? visited) in Differences(_own.Row(member), rows.Own))
        {
            // Ties through an activity change where it is small, or becomes so, or ceases to be.
            int[] were = _present.Columns(activity).ToArray();
            _present.Set(activity, member, visited);
            ReadOnlySpan<int> are = _present.Columns(activity);
            if (Math.Min(were.Length, are.Length) <= _acquaintance.SmallActivitySize)
                _touched.UnionWith([.. were, .. are]);
            Date(activity, moved);
        }

        foreach ((int activity, double? taken) in Differences(_takes.Row(member), rows.Takes))
            _takenBy.Set(activity, member, taken);
        foreach ((int place, double? taken) in Differences(_byPlace.Row(member), rows.Places))
        {
            int were = _ofPlace.Columns(place).Length;
            _ofPlace.Set(place, member, taken);
            _sharedPlaces += (_ofPlace.Columns(place).Length > 1 ? 1 : 0) - (were > 1 ? 1 : 0);
            _usedPlaces = Math.Max(_usedPlaces, place + 1);
        }

        _own.Set(member, rows.Own);
        _takes.Set(member, rows.Takes);
        _byPlace.Set(member, rows.Places);
        _taste.Set(member, rows.Places.Map(PlaceForecast.TasteOf));
        _active += (rows.Activity > 0 ? 1 : 0) - (_activity[member] > 0 ? 1 : 0);
        _activity[member] = rows.Activity;
    }

    private void Date(int activity, HashSet<int> moved)
    {
        DateTimeOffset? time = MemberVisits.EventTime(_community, activity);
        if (_fit.SeriesOf(_community.Tree, activity, time) != _fit.SeriesOf(_community.Tree, activity, _times[activity]))
            moved.Add(activity);
        // Two of a small event met when it was.
        if (time != _times[activity] && IsSmall(activity))
            _touched.UnionWith(_present.Columns(activity).ToArray());
        _times[activity] = time;
    }

    /// <summary>Where two rows differ, with what stands in the second; null: nothing.</summary>
    private static List<(int Column, double? Value)> Differences(SparseRow before, SparseRow after)
    {
        List<(int, double?)> differences = [];
        for (int i = 0, j = 0; i < before.Length || j < after.Length; )
        {
            if (j == after.Length || (i < before.Length && before.Columns[i] < after.Columns[j]))
                differences.Add((before.Columns[i++], null));
            else if (i == before.Length || after.Columns[j] < before.Columns[i])
                differences.Add((after.Columns[j], after.Values[j++]));
            else if (!before.Values[i++].Equals(after.Values[j++]))
                differences.Add((after.Columns[j - 1], after.Values[j - 1]));
        }

        return differences;
    }
}
