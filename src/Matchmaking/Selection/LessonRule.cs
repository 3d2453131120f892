namespace Matchmaking;

/// <summary>A mentor who masters nothing of what the mentee wants to learn helps nobody: better fewer suggestions than such.</summary>
internal sealed class LessonRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate)
    {
        if (query.Pair.Kind != IntroductionKind.Mentor)
            return null;
        IReadOnlyList<TopicLevel> learns = query.Pair.Vector.Learns;
        IReadOnlyList<TopicLevel> teaches = query.Index.Vectors[candidate].Teaches;
        return learns.Count > 0 && teaches.Count > 0 && LessonFit.Of(learns, teaches) == 0 ? ObstacleKind.NoTopicToLearn : null;
    }
}
