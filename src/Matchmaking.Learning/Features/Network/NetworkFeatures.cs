namespace Matchmaking.Learning;

/// <summary>
/// All that the network tells of two members, before it is scaled: bound to one community. Everything decays with time; what is seen over
/// several half-lives tells habit from what is new.
/// </summary>
internal sealed class NetworkFeatures
{
    /// <summary>As multiples of <see cref="MatchmakerOptions.HalfLife"/>: by default 30, 90 and 180 days.</summary>
    internal static readonly double[] HalfLives = [.5, 1.5, 3];

    public static readonly NetworkColumn[] PairColumns =
    [
        new("expected-together-short", "expected at the same occasions, by the last weeks"),
        new("expected-together", "expected at the same occasions, by the last months"),
        new("expected-together-long", "expected at the same occasions, by the last half year"),
        new("expected-in-series", "expected at the same weekday and hour"),
        new("expected-under-title", "expected at occasions of the same title"),
        new("attended-by-new", "the one comes where the other is new"),
        new("new-by-new", "both are new at the same activities"),
        new("shared-places", "activities in common"),
        new("places-jaccard", "share of activities in common", FeatureForm.Likeness),
        new("places-cosine", "likeness of activities", FeatureForm.Likeness),
        new("places-idf-cosine", "likeness of activities, rare ones more", FeatureForm.Likeness),
        new("rarest-shared-place", "the rarest activity in common"),
        new("walk-through-places", "a random walk through activities"),
        new("shared-occasions", "occasions in common"),
        new("acquaintances", "acquaintances in common"),
        new("acquaintances-root", "acquaintances in common, few more"),
        new("acquaintances-linear", "acquaintances in common, many more"),
        new("adamic-adar", "acquaintances in common, rare ones more"),
        new("walk", "a random walk through acquaintances"),
        new("tie", "what there is between the two already"),
        new("closeness", "closeness in the network"),
        new("factor-cosine", "likeness in the patterns of who comes where", FeatureForm.Likeness),
        new("text-cosine", "likeness of the texts of their activities", FeatureForm.Likeness),
    ];

    private readonly CommunityIndex _index;

    private NetworkFeatures(CommunityIndex index)
    {
        _index = index;
        Network = index.Network;
        int small = index.Options.SmallActivitySize;
        PlaceForecast places = Network.Places;
        int[][] placesOf =
        [
            .. Network.Log.Occasions.Select(o => Network.Tree.PlacesOf(o.Activity).Select(a => places.IndexOf[a]).ToArray()),
        ];
        Places = new AttendanceTable(Network, placesOf, places.Places.Count, small, HalfLives);
        (int[][] byHour, int hours) = SeriesColumns.ByHour(Network);
        Hours = new AttendanceTable(Network, byHour, hours, small, HalfLives[1]);
        (int[][] byTitle, int titles) = SeriesColumns.ByTitle(Network);
        Titles = new AttendanceTable(Network, byTitle, titles, small, HalfLives[2]);
        Next = JoinForecast.Build(Network);
        PlaceFactors factors = Network.Factors;
        Factors =
            factors.Rank == 0
                ? null
                : MemberPoints.Of(
                    Network.Members,
                    places.Taste,
                    [.. Enumerable.Range(0, places.Count).Select(place => factors.Of(place).ToArray())]
                );
        Texts = ActivityTexts.Build(Network, Network.Decay.Slower(HalfLives[2]), index.Vectorizer, index.Options.Seed);
        Trails = new MemberTrails(Network, index.Community, Places, small);
        Idf =
        [
            .. Enumerable
                .Range(0, Places.Columns)
                .Select(place => Math.Log((1.0 + Network.Members) / (1 + Places[0].ByColumn.Columns(place).Length))),
        ];
        (PlaceNorms, IdfNorms, PlaceVisits) = (
            new double[Network.Members],
            new double[Network.Members],
            [.. Enumerable.Range(0, Places.Columns).Select(VisitsOf)]
        );
        for (int m = 0; m < Network.Members; m++)
        {
            ReadOnlySpan<int> own = Places.Of(m);
            ReadOnlySpan<double> visits = Places.Visits(2, m);
            for (int i = 0; i < own.Length; i++)
            {
                PlaceNorms[m] += visits[i] * visits[i];
                IdfNorms[m] += Idf[own[i]] * Idf[own[i]];
            }
        }

        RootDegrees = [.. Enumerable.Range(0, Network.Members).Select(m => 1 / Math.Log(2 + Network.Contacts.Ties.Columns(m).Length))];
    }

    public MemberNetwork Network { get; }

    public AttendanceTable Places { get; }

    public AttendanceTable Hours { get; }

    public AttendanceTable Titles { get; }

    /// <summary>Member × place: where they are forecast to come for the first time.</summary>
    public SparseRows Next { get; }

    /// <summary>Where members lie among the patterns of who comes where (<see cref="PlaceFactors"/>); null where there are none.</summary>
    public MemberPoints? Factors { get; }

    public ActivityTexts? Texts { get; }

    public MemberTrails Trails { get; }

    public double[] Idf { get; }

    public double[] PlaceNorms { get; }

    public double[] IdfNorms { get; }

    /// <summary>The decayed visits to each place.</summary>
    public double[] PlaceVisits { get; }

    public double[] RootDegrees { get; }

    public static NetworkFeatures Bind(CommunityIndex index) => new(index);

    /// <summary>The pair's features in the order of <see cref="PairColumns"/>.</summary>
    public void WritePair(PairQuery query, int candidate, Span<float> row) =>
        query.State(this, q => new NetworkFeatureQuery(this, q.Member)).Write(query.Network, candidate, row);

    private double VisitsOf(int place)
    {
        double sum = 0;
        foreach (double visits in Places[1].ByColumn.Values(place))
            sum += visits;
        return sum;
    }
}

/// <summary>The network of an index, as learned models see it.</summary>
internal static class IndexNetworkFeatures
{
    /// <summary>Made ready at first use.</summary>
    public static NetworkFeatures NetworkFeatures(this CommunityIndex index) => index.Derived.Get(Learning.NetworkFeatures.Bind);
}
