namespace Matchmaking;

/// <summary>A mentor whose places are all taken.</summary>
internal sealed class MentorCapacityRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Pair.Kind == IntroductionKind.Mentor
        && query.Index.Members[candidate].Mentoring is { Mentors: true }
        && query.Index.Introductions.FreeMentoringShare(candidate, query.Now) == 0
            ? ObstacleKind.NoMentorCapacity
            : null;
}
