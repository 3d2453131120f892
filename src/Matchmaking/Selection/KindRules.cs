namespace Matchmaking.Selection;

/// <summary>Mentoring is between one who seeks a mentor and one who is.</summary>
internal sealed class MentorPairRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Pair.Kind == IntroductionKind.Mentor
        && (query.Profile.Mentoring is not { SeeksMentor: true } || query.Index.Members[candidate].Mentoring is not { Mentors: true })
            ? ObstacleKind.NotAMentorPair
            : null;
}

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

/// <summary>A mentor who masters nothing of what the mentee wants to learn helps nobody: better fewer suggestions than such.</summary>
internal sealed class LessonRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate)
    {
        if (query.Pair.Kind != IntroductionKind.Mentor)
            return null;
        IReadOnlyList<TopicLevel> learns = query.Pair.Vector.Learns;
        IReadOnlyList<TopicLevel> teaches = query.Index.Vectors[candidate].Teaches;
        return learns.Count == 0 || teaches.Count == 0 || LessonFit.Of(learns, teaches) > 0 ? null
            : Share(learns, teaches) ? ObstacleKind.NotAhead
            : ObstacleKind.NoTopicToLearn;
    }

    /// <summary>Whether the mentor offers anything of what is wanted, at whatever level. Apart: a closure costs each call.</summary>
    private static bool Share(IReadOnlyList<TopicLevel> learns, IReadOnlyList<TopicLevel> teaches) =>
        learns.Any(lesson => teaches.Any(topic => topic.Topic == lesson.Topic));
}

/// <summary>Complementary are two of whom at least one has something that the other is looking for.</summary>
internal sealed class ComplementRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate)
    {
        if (query.Pair.Kind != IntroductionKind.Complementary)
            return null;
        MemberVector member = query.Pair.Vector;
        MemberVector other = query.Index.Vectors[candidate];
        return Coverage.Of(member.Needs, other.Offers) == 0 && Coverage.Of(other.Needs, member.Offers) == 0 ? ObstacleKind.NoNeedMet : null;
    }
}

/// <summary>
/// A buddy has been in the community for longer than a newcomer has. Who does not tell when they joined is taken for settled if active.
/// </summary>
internal sealed class BuddyRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Pair.Kind == IntroductionKind.Buddy && !IsSettled(query, candidate) ? ObstacleKind.NotSettled : null;

    private static bool IsSettled(RuleQuery query, int candidate) =>
        query.Index.Members[candidate].Joined is { } joined
            ? query.Now - joined >= query.Index.Options.NewcomerPeriod
            : !query.Index.Network.HasActivity || query.Index.Network.ActivityLevel(candidate) > 0;
}

/// <summary>Two who move in the same circles need no bridge.</summary>
internal sealed class BridgeRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Pair.Kind == IntroductionKind.Bridge && query.Index.Network.ShareActivity(query.Member, candidate)
            ? ObstacleKind.NothingToBridge
            : null;
}
