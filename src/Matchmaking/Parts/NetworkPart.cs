namespace Matchmaking.Parts;

/// <summary>Closeness in the network; for bridges, the promise of a tie between two whom the network does not yet connect.</summary>
internal sealed class NetworkPart : ScoringPart
{
    public override ScorePart Part => ScorePart.Network;

    internal override IntroductionKind? Purpose => IntroductionKind.Peer;

    public override bool HasData(CommunityIndex index) => index.Network.HasTies;

    public override DirectedValue Score(PairQuery query, int candidate) =>
        DirectedValue.Both(
            query.Kind == IntroductionKind.Bridge ? query.Network.BridgeGain(candidate) : query.Network.Closeness(candidate)
        );

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        Side side = reasons.Side;
        PairQuery query = reasons.Query;
        if (mine <= 0 || !side.Shows(MemberField.Activities))
            return;
        if (query.Kind == IntroductionKind.Bridge)
        {
            // Who has had to do with the other knows some of their circles.
            if (!query.AreTied(reasons.Candidate))
                reasons.Add(Part, mine, [], reasons.Phrases.Format("Bridge", reasons.OtherName));
            return;
        }

        string[] acquaintances = NetworkWording.CommonAcquaintances(query, reasons.Candidate, side.Reader);
        string[] activities = NetworkWording.CommonActivities(query, reasons.Candidate);
        reasons.AddTopics(Part, mine, activities, "CommonActivities");
        reasons.AddTopics(Part, mine, acquaintances, "CommonAcquaintances");
        if (acquaintances.Length > 0 || activities.Length > 0)
            return;
        if (query.Network.AreNear(reasons.Candidate, query.Now))
            reasons.Add(Part, mine, [], reasons.Phrases.Format("NearInNetwork", reasons.OtherName));
        else if (query.Network.Evidence(reasons.Candidate).Forecast > 0)
            reasons.Add(Part, mine, [], reasons.Phrases.Format("SimilarPlaces", reasons.OtherName));
    }

    internal override (string Phrase, string Topic)? OpeningLine(PairQuery query, Side side)
    {
        if (query.Kind == IntroductionKind.Bridge || !side.Shows(MemberField.Activities))
            return null;
        if (NetworkWording.CommonActivities(query, side.Other) is [var activity, ..])
            return ("OpenActivity", activity);
        return NetworkWording.CommonAcquaintances(query, side.Other, side.Reader) is [var acquaintance, ..]
            ? ("OpenAcquaintance", acquaintance)
            : null;
    }
}
