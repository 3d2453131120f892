namespace Matchmaking.Learning;

/// <summary>All that is seen of a member and a place where they might go, bound to one community. What is missing is NaN.</summary>
internal sealed class ActivityFeatures
{
    private static readonly string[] s_pairNames =
    [
        "similar-short",
        "similar",
        "similar-long",
        "most-similar",
        "also-there",
        "acquaintances",
        "acquaintances-who-come",
        "closest-acquaintance",
        "walk",
        "factor-cosine",
        "text-cosine",
        "interests-named",
        "profile-text",
        "rules",
    ];

    private readonly CommunityIndex _index;

    private ActivityFeatures(CommunityIndex index, NetworkFeatures network)
    {
        (_index, Network) = (index, network);
        Facts = new PlaceFacts(network);
        Walk = new PlaceWalk(network.Places[network.Places.HalfLives - 1]);
    }

    public static IReadOnlyList<FeatureInfo> Features { get; } =
    [
        .. s_pairNames.Select(name => new FeatureInfo(name, Part(name), FeatureGroup.Network)),
        .. PlaceFacts.Names.Select(name => new FeatureInfo($"activity: {name}", ScorePart.Activity, FeatureGroup.Network)),
        .. MemberTrails.Names.Select(name => new FeatureInfo($"member: {name}", ScorePart.Activity, FeatureGroup.Network)),
    ];

    public static int Columns => Features.Count;

    public CommunityIndex Index => _index;

    public NetworkFeatures Network { get; }

    public PlaceFacts Facts { get; }

    public PlaceWalk Walk { get; }

    /// <summary>Made ready once an index.</summary>
    public static ActivityFeatures Of(CommunityIndex index) =>
        index.Derived.Get(static known => new ActivityFeatures(known, known.NetworkFeatures()));

    private static ScorePart Part(string name) =>
        name switch
        {
            "interests-named" => ScorePart.SharedInterests,
            "text-cosine" or "profile-text" => ScorePart.Text,
            _ => ScorePart.Network,
        };
}
