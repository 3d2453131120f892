namespace Matchmaking.Parts;

/// <summary>How recently and how much the other takes part: an introduction to somebody who is gone helps nobody.</summary>
internal sealed class ActivityPart : ScoringPart
{
    /// <summary>Who takes part so much is worth a word.</summary>
    private const double ActiveFrom = .5;

    public override ScorePart Part => ScorePart.Activity;

    internal override string[]? RestsOn { get; } = [MemberField.Activities];

    public override bool HasData(CommunityIndex index) => index.Network.HasActivity;

    public override DirectedValue Score(PairQuery query, int candidate) =>
        new(query.Index.Network.ActivityLevel(candidate), query.Index.Network.ActivityLevel(query.Member));

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        Side side = reasons.Side;
        if (side.Index.Network.ActivityLevel(side.Other) >= ActiveFrom && !side.OtherProfile.Hides(MemberField.Activities))
            reasons.Add(Part, mine, [], reasons.Phrases.Format("Active", reasons.OtherName));
    }
}
