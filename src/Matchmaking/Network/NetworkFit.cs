using System.Collections.Frozen;

namespace Matchmaking.Network;

/// <summary>
/// What a network takes from the community as a whole, as it was when this was fitted: the moment that ages are counted from, how many come
/// to each place and which draw the same people, and what is much or little. A few changes do not move it, so it is kept over them and
/// fitted again from time to time; all else follows every change at once.
/// </summary>
internal sealed record NetworkFit
{
    // A place's series: 1 for a place without events; by weekday; by weekday and hour.
    private const int SeriesOfPlace = 1 + 7 + (7 * 24);

    public required TimeDecay Decay { get; init; }

    /// <summary>All places: positions of activities, those first where anybody had been.</summary>
    public required int[] Places { get; init; }

    /// <summary>How many of the <see cref="Places"/> anybody had been to.</summary>
    public required int Visited { get; init; }

    /// <summary>By activity: its number among the <see cref="Places"/>; −1 where it is none.</summary>
    public required int[] IndexOf { get; init; }

    /// <summary>By place: the decayed number of occasions.</summary>
    public required double[] Occasions { get; init; }

    /// <summary>By place: the decayed number of occasions on which few enough came to meet.</summary>
    public required double[] SmallOccasions { get; init; }

    /// <summary>By place: the decayed number of members who came for the first time.</summary>
    public required double[] Joiners { get; init; }

    /// <summary>Place × place: how far the same people come.</summary>
    public required SparseRows Similar { get; init; }

    /// <summary>By place: where it lies among the patterns of who comes where.</summary>
    public required PlaceFactors Factors { get; init; }

    /// <summary>By series: the decayed number of occasions, and of small ones.</summary>
    public required FrozenDictionary<int, (double All, double Small)> Series { get; init; }

    /// <summary>Whether a yes counts only from those to whom others turn (<see cref="Vouchers"/>).</summary>
    public required bool AreVouched { get; init; }

    public NetworkScale Scale { get; init; } = NetworkScale.Unit;

    /// <summary>What a typical member's best activity scores before it is saturated.</summary>
    public double ActivityScale { get; init; } = 1;

    /// <summary>By place: of two who come, how likely they come to one occasion, and a small one.</summary>
    public double[] Meeting { get; private init; } = [];

    /// <summary>By place: how far it draws those who never came.</summary>
    public double[] Draw { get; private init; } = [];

    public static NetworkFit Of(Community community, ActivityTree tree, MatchmakerOptions options)
    {
        var decay = TimeDecay.For(community, options);
        var log = new AttendanceLog(community, tree);
        int small = options.SmallActivitySize,
            members = community.Members.Count;
        int[] visited = [.. log.Occasions.SelectMany(o => tree.PlacesOf(o.Activity)).Distinct().Order()];
        int[] places =
        [
            .. visited,
            .. Enumerable.Range(0, tree.Activities.Count).SelectMany(tree.PlacesOf).Distinct().Except(visited).Order(),
        ];
        int[] indexOf = new int[tree.Activities.Count];
        Array.Fill(indexOf, -1);
        for (int i = 0; i < places.Length; i++)
            indexOf[places[i]] = i;
        int[][] columns = [.. log.Occasions.Select(o => Array.ConvertAll(tree.PlacesOf(o.Activity), activity => indexOf[activity]))];
        var attendance = Attendance.Build(log, columns, members, places.Length, decay, small);
        SparseRows visits = Attendance
            .Build(log, columns, members, places.Length, decay.Slower(NetworkDefaults.TasteHalfLives), small)
            .ByMember;
        return new NetworkFit
        {
            Decay = decay,
            Places = places,
            Visited = visited.Length,
            IndexOf = indexOf,
            Occasions = attendance.Occasions,
            SmallOccasions = attendance.SmallOccasions,
            Joiners = CountJoiners(log, columns, places.Length, decay),
            Similar = PlaceSimilarity.Build(visits, places.Length),
            Factors = PlaceFactors.Fit(visits, places.Length, options.Seed),
            Series = CountSeries(log, tree, indexOf, decay, small),
            AreVouched = Vouchers.AreUsual(community),
        }.Derived();
    }

    /// <summary>
    /// Whether one member's word of another counts, by who turned to the first (<see cref="Vouchers.Of(int, LiveCommunity)"/>).
    /// </summary>
    public bool Counts(int voucher, int other) => !AreVouched || Vouchers.Count(voucher, other);

    /// <summary>Fills in what follows from the rest.</summary>
    public NetworkFit Derived()
    {
        return this with
        {
            Meeting = [.. Enumerable.Range(0, Places.Length).Select(MeetingChance)],
            Draw = [.. Joiners.Select(joiners => Math.Pow(joiners + NetworkDefaults.JoinersPrior, NetworkDefaults.JoinersExponent))],
        };
    }

    /// <summary>
    /// The series of an occasion; the second is −1 where there is one alone. What a group does on Tuesdays draws other people than its
    /// Saturdays, what it does in the morning other people than its evenings; but an hour moves with daylight saving, a weekday stays. A
    /// place without events has neither.
    /// </summary>
    public (int First, int Second) SeriesOf(ActivityTree tree, int activity, DateTimeOffset? time) =>
        SeriesOf(tree, IndexOf, activity, time);

    /// <summary>The place that holds a series.</summary>
    public static int PlaceOfSeries(int series) => series / SeriesOfPlace;

    /// <summary>The first series of a place; those of the next come behind its last.</summary>
    public static int FirstSeries(int place) => checked(place * SeriesOfPlace);

    private static (int First, int Second) SeriesOf(ActivityTree tree, int[] indexOf, int activity, DateTimeOffset? time)
    {
        int start = FirstSeries(indexOf[tree.PlaceOf(activity)]);
        return !tree.Lasts(activity) && time is { } t
            ? (start + 1 + (int)t.DayOfWeek, start + 8 + ((int)t.DayOfWeek * 24) + t.Hour)
            : (start, -1);
    }

    /// <summary>
    /// Σ 1/(E + 2): each place's visits of two, multiplied and divided by its occasions E, are the number of occasions both are expected
    /// at; the share of small occasions says at how many of them they would meet.
    /// </summary>
    private double MeetingChance(int place) =>
        (SmallOccasions[place] + 0.5) / (Occasions[place] + 1) / (Occasions[place] + NetworkDefaults.JointPrior);

    private static double[] CountJoiners(AttendanceLog log, int[][] columns, int places, TimeDecay decay)
    {
        Dictionary<(int Member, int Place), double> first = [];
        foreach (AttendanceLog.Visit visit in log.Visits)
        {
            double weight = decay.Of(visit.Time);
            foreach (int place in columns[visit.Occasion])
                first[(visit.Member, place)] = first.TryGetValue((visit.Member, place), out double earlier)
                    ? Math.Min(earlier, weight)
                    : weight;
        }

        double[] joiners = new double[places];
        foreach (((_, int place), double weight) in first)
            joiners[place] += weight;
        return joiners;
    }

    private static FrozenDictionary<int, (double All, double Small)> CountSeries(
        AttendanceLog log,
        ActivityTree tree,
        int[] indexOf,
        TimeDecay decay,
        int small
    )
    {
        Dictionary<int, (double All, double Small)> counts = [];
        foreach (AttendanceLog.Occasion occasion in log.Occasions)
        {
            double weight = decay.Of(occasion.Time),
                smallWeight = log.Sizes[occasion.Activity] <= small ? weight : 0;
            (int first, int second) = SeriesOf(tree, indexOf, occasion.Activity, occasion.Time);
            Count(first);
            if (second >= 0)
                Count(second);

            void Count(int series)
            {
                (double all, double smallOnes) = counts.GetValueOrDefault(series);
                counts[series] = (all + weight, smallOnes + smallWeight);
            }
        }

        return counts.ToFrozenDictionary();
    }
}
