namespace Matchmaking.Network;

/// <summary>
/// The tables of a <see cref="MemberNetwork"/>. Building makes all rows, a change the rows that it touches, both by
/// <see cref="MemberVisits"/> and <see cref="ContactGraph.Row"/>; columns are the same numbers seen from the other side.
/// </summary>
internal sealed record NetworkTables
{
    /// <summary>Member × activity: visits to the activity itself.</summary>
    public required SparseRows Own { get; init; }

    /// <summary>Activity × member: the same from the other side.</summary>
    public required SparseRows Present { get; init; }

    /// <summary>Member × activity: visits to the activity or anything that it contains.</summary>
    public required SparseRows Takes { get; init; }

    /// <summary>Activity × member.</summary>
    public required SparseRows TakenBy { get; init; }

    /// <summary>Member × place.</summary>
    public required SparseRows ByPlace { get; init; }

    /// <summary>Place × member.</summary>
    public required SparseRows OfPlace { get; init; }

    /// <summary><see cref="PlaceForecast.TasteOf"/> <see cref="ByPlace"/>.</summary>
    public required SparseRows Taste { get; init; }

    /// <summary>Member × series.</summary>
    public required SparseRows Series { get; init; }

    /// <summary>Member × member.</summary>
    public required SparseRows Ties { get; init; }

    public required SparseRows RootTies { get; init; }

    /// <summary>Member × member: the day until which two know each other (<see cref="AcquaintanceBuilder"/>).</summary>
    public required SparseRows Acquaintances { get; init; }

    /// <summary>By member: the sum of their ties.</summary>
    public required PersistentArray<double> Strength { get; init; }

    /// <summary>By member: the decayed number of dated doings.</summary>
    public required PersistentArray<double> Activity { get; init; }

    /// <summary>By member: who turned to them (<see cref="Vouchers.Of(int, LiveCommunity)"/>).</summary>
    public required PersistentArray<int> Vouched { get; init; }

    /// <summary>By event: when it was, as those tell who took part; null for what lasts.</summary>
    public required PersistentArray<DateTimeOffset?> EventTimes { get; init; }

    /// <summary>How many places two members or more come to.</summary>
    public required int SharedPlaces { get; init; }

    /// <summary>How many members have done anything dated.</summary>
    public required int Active { get; init; }

    /// <summary>How many places, from the first, may have been visited.</summary>
    public required int UsedPlaces { get; init; }

    public static NetworkTables Build(LiveCommunity community, NetworkFit fit, Acquaintance acquaintance)
    {
        int members = community.Members.Count,
            activities = community.Tree.Activities.Count;
        var times = new DateTimeOffset?[activities];
        Parallel.For(0, activities, ParallelWork.Here(), activity => times[activity] = MemberVisits.EventTime(community, activity));
        var rows = new MemberRows[members];
        Parallel.For(
            0,
            members,
            ParallelWork.Here(),
            () => new MemberVisits(fit, community, activity => times[activity]),
            (member, _, visits) =>
            {
                rows[member] = visits.Of(member);
                return visits;
            },
            _ => { }
        );
        var own = SparseRows.Of(Array.ConvertAll(rows, row => row.Own));
        SparseRows present = own.Transpose(activities);
        var few = new SparseRow[activities];
        for (int a = 0; a < activities; a++)
            few[a] =
                present.Columns(a).Length <= acquaintance.SmallActivitySize
                    ? new SparseRow(present.Columns(a).ToArray(), present.Values(a).ToArray())
                    : SparseRow.Empty;
        int[] vouchers = Vouchers.Of(community);
        bool Counts(int from, int to) => fit.Counts(vouchers[from], to);
        var ties = new SparseRow[members];
        var acquaintances = new SparseRow[members];
        Parallel.For(
            0,
            members,
            ParallelWork.Here(),
            () => (Row: new SparseRowBuilder(), Known: new AcquaintanceBuilder(acquaintance, community, fit.Decay, a => times[a])),
            (member, _, builders) =>
            {
                ties[member] = ContactGraph.Row(
                    member,
                    community,
                    rows[member].Own,
                    a => few[a],
                    fit.Decay,
                    acquaintance,
                    Counts,
                    builders.Row
                );
                acquaintances[member] = builders.Known.Of(member, rows[member].Own, a => few[a]);
                return builders;
            },
            _ => { }
        );
        return Of(
            own,
            SparseRows.Of(Array.ConvertAll(rows, row => row.Takes)),
            SparseRows.Of(Array.ConvertAll(rows, row => row.Places)),
            SparseRows.Of(Array.ConvertAll(rows, row => row.Series)),
            SparseRows.Of(ties),
            SparseRows.Of(acquaintances),
            Array.ConvertAll(rows, row => row.Activity),
            vouchers,
            times,
            fit
        );
    }

    /// <summary>Of the tables by member; those from the other side, and what else follows, are made.</summary>
    public static NetworkTables Of(
        SparseRows own,
        SparseRows takes,
        SparseRows byPlace,
        SparseRows series,
        SparseRows ties,
        SparseRows acquaintances,
        double[] activity,
        int[] vouchers,
        DateTimeOffset?[] times,
        NetworkFit fit
    )
    {
        SparseRows present = null!,
            takenBy = null!,
            ofPlace = null!,
            taste = null!,
            roots = null!;
        Parallel.Invoke(
            ParallelWork.Here(),
            () => present = own.Transpose(times.Length),
            () => takenBy = takes.Transpose(times.Length),
            () => ofPlace = byPlace.Transpose(fit.Places.Length),
            () => taste = byPlace.Map(PlaceForecast.TasteOf),
            () => roots = ties.Map(Math.Sqrt)
        );
        return new NetworkTables
        {
            Own = own,
            Present = present,
            Takes = takes,
            TakenBy = takenBy,
            ByPlace = byPlace,
            OfPlace = ofPlace,
            Taste = taste,
            Series = series,
            Ties = ties,
            RootTies = roots,
            Acquaintances = acquaintances,
            Strength = PersistentArray<double>.From(ties.Sums()),
            Activity = PersistentArray<double>.From(activity),
            Vouched = PersistentArray<int>.From(vouchers),
            EventTimes = PersistentArray<DateTimeOffset?>.From(times),
            SharedPlaces = Enumerable.Range(0, fit.Places.Length).Count(place => ofPlace.Columns(place).Length > 1),
            Active = activity.Count(amount => amount > 0),
            UsedPlaces = Math.Max(fit.Visited, LastUsed(ofPlace, fit.Places.Length)),
        };
    }

    /// <summary>With room for members of whom nothing is known yet.</summary>
    public NetworkTables Grown(int members)
    {
        if (Strength.Count == members)
            return this;
        PersistentArray<double>.Editor strength = Strength.Edit(),
            activity = Activity.Edit();
        PersistentArray<int>.Editor vouched = Vouched.Edit();
        while (vouched.Count < members)
            vouched.Add(Vouchers.Nobody);
        while (strength.Count < members)
            strength.Add(0);
        while (activity.Count < members)
            activity.Add(0);
        return this with { Strength = strength.ToArray(), Activity = activity.ToArray(), Vouched = vouched.ToArray() };
    }

    public static NetworkTables Change(
        NetworkTables before,
        LiveCommunity community,
        NetworkFit fit,
        Acquaintance acquaintance,
        int[] visitors,
        IEnumerable<int> tied,
        IEnumerable<int> told
    ) => new NetworkChange(before.Grown(community.Members.Count), community, fit, acquaintance).Apply(visitors, tied, told);

    private static int LastUsed(SparseRows ofPlace, int places)
    {
        while (places > 0 && ofPlace.Columns(places - 1).Length == 0)
            places--;
        return places;
    }
}
