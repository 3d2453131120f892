namespace Matchmaking.Selection;

/// <summary>Mentoring is between one who seeks a mentor and one who is, whichever of the two asks.</summary>
internal sealed class MentorPairRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Pair.Kind == IntroductionKind.Mentor && MentorPair.Of(query, candidate) is null ? ObstacleKind.NotAMentorPair : null;
}

/// <summary>A mentor whose places are all taken.</summary>
internal sealed class MentorCapacityRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        MentorPair.Of(query, candidate) is { } pair && Mentoring.FreePlaces(query.Index, pair.Mentor, query.Now) == 0
            ? ObstacleKind.NoMentorCapacity
            : null;
}

/// <summary>A mentee who has a mentor, or as many as are meant for one.</summary>
internal sealed class MentoredRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        MentorPair.Of(query, candidate) is { } pair
        && query.Pair.MentorLimit < int.MaxValue
        && Mentoring.MentorsOf(query.Index, pair.Mentee, query.Now) >= query.Pair.MentorLimit
            ? ObstacleKind.HasMentor
            : null;
}

/// <summary>
/// A mentor who masters nothing of what the mentee wants to learn helps nobody: better fewer suggestions than such. And whoever claims to
/// master everything would else be everybody's.
/// </summary>
internal sealed class LessonRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate)
    {
        if (MentorPair.Of(query, candidate) is not { } pair)
            return null;
        if (Mentoring.TeachesTooMuch(query.Index, pair.Mentor))
            return ObstacleKind.TooManyTopics;
        if (!Mentoring.HasNothingToTeach(query.Index, pair.Mentee, pair.Mentor))
            return null;
        return Share(query.Index.Vectors[pair.Mentee].Learns, query.Index.Vectors[pair.Mentor].Teaches)
            ? ObstacleKind.NotAhead
            : ObstacleKind.NoTopicToLearn;
    }

    /// <summary>Whether the mentor offers anything of what is wanted, at whatever level. Apart: a closure costs each call.</summary>
    private static bool Share(IReadOnlyList<TopicLevel> learns, IReadOnlyList<TopicLevel> teaches) =>
        learns.Any(lesson => teaches.Any(topic => topic.Topic == lesson.Topic));
}

/// <summary>Who of the query's member and a candidate would be whose mentor.</summary>
internal readonly record struct MentorPair(int Mentee, int Mentor)
{
    /// <summary>Null where neither could be, or the introduction is for something else.</summary>
    public static MentorPair? Of(RuleQuery query, int candidate) =>
        query.Pair.Kind != IntroductionKind.Mentor
            ? null
            : Mentoring.IsMentee(query.Pair, candidate) switch
            {
                true => new MentorPair(query.Member, candidate),
                false => new MentorPair(candidate, query.Member),
                null => null,
            };
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
/// A newcomer is made at home by somebody settled, whichever of the two asks. Of whom nothing is known may ask, and is nobody's buddy.
/// </summary>
internal sealed class BuddyRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate)
    {
        if (query.Pair.Kind != IntroductionKind.Buddy)
            return null;
        if (Tenure.IsSettled(query.Index, query.Member, query.Now))
            return Tenure.IsNewcomer(query.Index, candidate, query.Now) ? null : ObstacleKind.NobodyNew;
        return Tenure.IsSettled(query.Index, candidate, query.Now) ? null : ObstacleKind.NotSettled;
    }
}

/// <summary>Two who move in the same circles, or know each other, need no bridge.</summary>
internal sealed class BridgeRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Pair.Kind == IntroductionKind.Bridge
        && (
            query.Index.Network.ShareActivity(query.Member, candidate)
            || query.Index.Network.AreAcquainted(query.Member, candidate, query.Now)
        )
            ? ObstacleKind.NothingToBridge
            : null;
}
