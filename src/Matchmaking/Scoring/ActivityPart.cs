namespace Matchmaking;

/// <summary>How recently and how much the other takes part: an introduction to somebody who is gone helps nobody.</summary>
internal sealed class ActivityPart : IPart
{
    public ScorePart Part => ScorePart.Activity;

    public bool HasData(CommunityIndex index) => index.Network.HasActivity;

    public DirectedValue Score(PairQuery query, int candidate) =>
        new(query.Index.Network.ActivityLevel(candidate), query.Index.Network.ActivityLevel(query.Member));
}
