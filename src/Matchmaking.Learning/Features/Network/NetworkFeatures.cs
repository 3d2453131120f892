namespace Matchmaking.Learning;

/// <summary>
/// All that the network tells of two members, before it is scaled: bound to one community. Everything decays with time; what is seen over
/// several half-lives tells habit from what is new.
/// </summary>
internal sealed class NetworkFeatures
{
    /// <summary>As multiples of <see cref="MatchmakerOptions.HalfLife"/>: by default 30, 90 and 180 days.</summary>
    internal static readonly double[] HalfLives = [.5, 1.5, 3];

    public static readonly string[] PairNames =
    [
        "expected-together-short",
        "expected-together",
        "expected-together-long",
        "expected-in-series",
        "expected-under-title",
        "attended-by-new",
        "new-by-new",
        "shared-places",
        "places-jaccard",
        "places-cosine",
        "places-idf-cosine",
        "rarest-shared-place",
        "walk-through-places",
        "shared-occasions",
        "acquaintances",
        "acquaintances-root",
        "acquaintances-linear",
        "adamic-adar",
        "walk",
        "tie",
        "closeness",
        "factor-cosine",
        "text-cosine",
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

    /// <summary>The pair's features in the order of <see cref="PairNames"/>.</summary>
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
