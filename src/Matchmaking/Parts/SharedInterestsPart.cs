namespace Matchmaking.Parts;

/// <summary>Interests in common, IDF-weighted, by the similarity measure of the options.</summary>
internal sealed class SharedInterestsPart : ScoringPart
{
    public override ScorePart Part => ScorePart.SharedInterests;

    internal override string[]? RestsOn { get; } = [MemberField.Interests];

    internal override IntroductionKind? Purpose => IntroductionKind.Peer;

    public override bool HasData(CommunityIndex index) => index.HasInterests;

    public override DirectedValue Score(PairQuery query, int candidate) =>
        DirectedValue.Both(query.Index.InterestSimilarity.Compute(query.Vector.Interests, query.Index.Vectors[candidate].Interests));

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        if (mine > 0)
            reasons.AddTopics(Part, mine, TopicWording.SharedInterests(reasons.Side), "SharedInterests");
    }

    internal override int OpeningPlace => 1;

    internal override (string Phrase, string Topic)? OpeningLine(PairQuery query, Side side) =>
        TopicWording.SharedInterests(side) is [var interest, ..] ? ("OpenInterest", interest) : null;
}
