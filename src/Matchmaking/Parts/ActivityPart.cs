namespace Matchmaking.Parts;

/// <summary>How recently and how much the other takes part: an introduction to somebody who is gone helps nobody.</summary>
internal sealed class ActivityPart : ScoringPart
{
    public override ScorePart Part => ScorePart.Activity;

    public override bool HasData(CommunityIndex index) => index.Network.HasActivity;

    public override DirectedValue Score(PairQuery query, int candidate) =>
        new(query.Index.Network.ActivityLevel(candidate), query.Index.Network.ActivityLevel(query.Member));

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        Side side = reasons.Side;
        if (side.Index.Network.TakesActivePart(side.Other, reasons.Query.Now) && !side.OtherProfile.Hides(MemberField.Activities))
            reasons.Add(Part, mine, [], reasons.Phrases.Format("Active", reasons.OtherName));
    }
}
