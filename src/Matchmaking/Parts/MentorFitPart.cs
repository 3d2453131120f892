namespace Matchmaking.Parts;

/// <summary>
/// How well a mentor suits a mentee: what the mentee wants to learn and the mentor masters, by the gap of their levels; then language,
/// hours and the mentor's free places. Both gain from a good fit, so that the value is the same for both.
/// </summary>
internal sealed class MentorFitPart : ScoringPart
{
    internal const double TopicShare = .7;
    internal const double EaseShare = .15;
    internal const double CapacityShare = .15;

    public override ScorePart Part => ScorePart.MentorFit;

    public override bool HasData(CommunityIndex index) => index.HasMentors && index.HasMentees;

    public override DirectedValue Score(PairQuery query, int candidate)
    {
        if (query.Kind != IntroductionKind.Mentor)
            return DirectedValue.Both(
                Math.Max(Fit(query, query.Member, candidate, candidate), Fit(query, candidate, query.Member, candidate))
            );
        bool isMentee = Mentoring.IsMentee(query, candidate) != false;
        return DirectedValue.Both(
            isMentee ? Fit(query, query.Member, candidate, candidate) : Fit(query, candidate, query.Member, candidate)
        );
    }

    private static double Fit(PairQuery query, int mentee, int mentor, int candidate)
    {
        CommunityIndex index = query.Index;
        double topics = Mentoring.Fit(index, mentee, mentor);
        if (topics == 0)
            return 0;
        double ease = (Practicality.OfLanguage(query, candidate) + Practicality.OfHours(query, candidate)) / 2;
        return (TopicShare * topics) + (EaseShare * ease) + (CapacityShare * Mentoring.FreeShare(index, mentor, query.Now));
    }

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        Side side = reasons.Side;
        if (mine <= 0)
            return;
        reasons.AddLevels(Part, mine, reasons.NewToReader(TopicWording.Lessons(side.Index, side.Reader, side.Other)), "MentorMasters");
        string[] given = reasons.NewToOther(TopicWording.Lessons(side.Index, side.Other, side.Reader));
        reasons.AddTopics(Part, mine, given, "MenteeWants", reasons.OtherName);
    }

    internal override (string Phrase, string Topic)? OpeningLine(PairQuery query, Side side) =>
        (query.Kind != IntroductionKind.Mentor || Mentoring.IsMentee(query, side.Other) != false)
        && TopicWording.Lessons(side.Index, side.Reader, side.Other) is [var lesson, ..]
            ? ("OpenMentor", lesson.Topic)
        : TopicWording.Lessons(side.Index, side.Other, side.Reader) is [var given, ..] ? ("OpenOffer", given.Topic)
        : null;
}
