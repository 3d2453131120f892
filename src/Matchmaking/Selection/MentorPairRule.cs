namespace Matchmaking;

/// <summary>Mentoring is between one who seeks a mentor and one who is.</summary>
internal sealed class MentorPairRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Pair.Kind == IntroductionKind.Mentor
        && (query.Profile.Mentoring is not { SeeksMentor: true } || query.Index.Members[candidate].Mentoring is not { Mentors: true })
            ? ObstacleKind.NotAMentorPair
            : null;
}
