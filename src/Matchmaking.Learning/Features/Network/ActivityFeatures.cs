namespace Matchmaking.Learning;

/// <summary>All that is seen of a member and a place where they might go, bound to one community. What is missing is NaN.</summary>
internal sealed class ActivityFeatures
{
    private static readonly NetworkColumn[] s_pairColumns =
    [
        new("similar-short", "visits of those who are alike, in the last weeks"),
        new("similar", "visits of those who are alike, in the last months"),
        new("similar-long", "visits of those who are alike, in the last half year"),
        new("most-similar", "likeness to the activity most alike"),
        new("also-there", "people met elsewhere who come"),
        new("acquaintances", "acquaintances in common"),
        new("acquaintances-who-come", "share of acquaintances who come"),
        new("closest-acquaintance", "the closest acquaintance who comes"),
        new("walk", "a random walk through acquaintances"),
        new("factor-cosine", "likeness in the patterns of who comes where", FeatureForm.Likeness),
        new("text-cosine", "likeness of the texts of their activities", FeatureForm.Likeness) { Part = ScorePart.Text },
        new("interests-named", "interests that it names") { Part = ScorePart.SharedInterests },
        new("profile-text", "likeness to what the member writes") { Part = ScorePart.Text },
        new("rules", "the rules' score"),
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
        .. s_pairColumns.Select(column => column.Info),
        .. PlaceFacts.Each.Select(column => column.Of("activity: ", "of the activity")),
        .. MemberTrails.Each.Select(column => column.Of("member: ", "of the member")),
    ];

    public static int Columns => Features.Count;

    public CommunityIndex Index => _index;

    public NetworkFeatures Network { get; }

    public PlaceFacts Facts { get; }

    public PlaceWalk Walk { get; }

    /// <summary>Made ready once an index.</summary>
    public static ActivityFeatures Of(CommunityIndex index) =>
        index.Derived.Get(static known => new ActivityFeatures(known, known.NetworkFeatures()));
}
