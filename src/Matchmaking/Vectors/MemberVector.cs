using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>What later stages compare of a member: topics by id, texts as points. Made by a <see cref="Vectorizer"/>; immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberVector
{
    private readonly Member _member;

    internal MemberVector(Member member) => _member = member;

    /// <summary>Topic id → weight × IDF.</summary>
    public SparseVector Interests { get; internal init; }

    /// <summary>The position in <see cref="Member.Interests"/> of each entry of <see cref="Interests"/>.</summary>
    internal int[] InterestSources { get; init; } = [];

    /// <summary>
    /// What the member can give, ascending by topic, the best level of each; sources are positions in <see cref="Member.Offers"/>.
    /// </summary>
    public IReadOnlyList<TopicLevel> Offers { get; internal init; } = [];

    /// <summary>
    /// What the member looks for, ascending by topic, the highest level wanted of each; sources are positions in
    /// <see cref="Member.Needs"/>.
    /// </summary>
    public IReadOnlyList<TopicLevel> Needs { get; internal init; } = [];

    /// <summary>
    /// What a mentor mentors in, with the level they offer (3 where no offer tells); empty for others. Sources are positions in
    /// <see cref="MentoringPreferences.Topics"/>, or in <see cref="Member.Offers"/> where those stand in.
    /// </summary>
    public IReadOnlyList<TopicLevel> Teaches { get; internal init; } = [];

    /// <summary>
    /// What a mentee wants to learn, with the level they have already (0 where no offer tells); empty for others. Sources are positions in
    /// <see cref="MentoringPreferences.Topics"/>, or in <see cref="Member.Needs"/> where those stand in.
    /// </summary>
    public IReadOnlyList<TopicLevel> Learns { get; internal init; } = [];

    /// <summary>One row of length 1 for each text that says something: bio first, then the further texts.</summary>
    public float[][] Texts { get; internal init; } = [];

    /// <summary>The member's own words for an interest; null where it is none of theirs.</summary>
    internal string? InterestWording(int topic)
    {
        int at = Interests.Indices.BinarySearch(topic);
        return at < 0 ? null : _member.Interests[InterestSources[at]].Topic;
    }

    /// <summary>The member's own words for an offer; null where it is none of theirs.</summary>
    internal string? OfferWording(int topic) => Level(Offers, topic) is { } level ? level.In(_member.Offers[level.Source].Topic) : null;

    /// <summary>The member's own words for a need; null where it is none of theirs.</summary>
    internal string? NeedWording(int topic) => Level(Needs, topic) is { } level ? level.In(_member.Needs[level.Source].Topic) : null;

    /// <summary>The member's own words for what they teach; null where they do not.</summary>
    internal string? TeachingWording(int topic) =>
        Level(Teaches, topic) is not { } level
            ? null
            : level.In(_member.Mentoring is { Topics: { Count: > 0 } topics } ? topics[level.Source] : _member.Offers[level.Source].Topic);

    /// <summary>The member's own words for what they want to learn; null where they do not.</summary>
    internal string? LearningWording(int topic) =>
        Level(Learns, topic) is not { } level
            ? null
            : level.In(_member.Mentoring is { Topics: { Count: > 0 } topics } ? topics[level.Source] : _member.Needs[level.Source].Topic);

    private static TopicLevel? Level(IReadOnlyList<TopicLevel> levels, int topic)
    {
        foreach (TopicLevel level in levels)
        {
            if (level.Topic == topic)
                return level;
        }

        return null;
    }
}
