namespace Matchmaking;

/// <summary>The topics that count for a pair, as their owners wrote them, most telling first.</summary>
internal static class TopicWording
{
    public const int AtMost = 3;

    /// <summary>Interests that both have, in the reader's words.</summary>
    public static IReadOnlyList<string> SharedInterests(Side side)
    {
        if (!side.Shows(MemberField.Interests))
            return [];
        SparseVector mine = side.ReaderVector.Interests;
        SparseVector theirs = side.OtherVector.Interests;
        var shared = new List<(int Topic, float Weight)>();
        for (int i = 0, j = 0; i < mine.Count && j < theirs.Count;)
        {
            int difference = mine.Indices[i] - theirs.Indices[j];
            if (difference == 0)
                shared.Add((mine.Indices[i], mine.Values[i] * theirs.Values[j]));
            if (difference <= 0)
                i++;
            if (difference >= 0)
                j++;
        }

        return [.. shared.OrderByDescending(topic => topic.Weight).ThenBy(topic => topic.Topic).Take(AtMost)
            .Select(topic => side.ReaderVector.InterestWording(topic.Topic)).OfType<string>()];
    }

    /// <summary>Needs of the one that offers of the other meet, most important and best met first, with the level on offer.</summary>
    public static IReadOnlyList<(string Topic, int Level)> NeedsMet(CommunityIndex index, int needing, int offering)
    {
        Member seeker = index.Members[needing];
        if (seeker.Hides(MemberField.Needs) || index.Members[offering].Hides(MemberField.Offers))
            return [];
        return [.. Pairs(index.Vectors[needing].Needs, index.Vectors[offering].Offers)
            .OrderByDescending(pair => pair.Wanted.Importance * Coverage.Met(pair.Wanted, pair.Given)).ThenBy(pair => pair.Wanted.Source)
            .Take(AtMost).Select(pair => (seeker.Needs[pair.Wanted.Source].Topic, pair.Given.Level))];
    }

    /// <summary>What the one wants to learn and the other teaches, best fit first, with the mentor's level.</summary>
    public static IReadOnlyList<(string Topic, int Level)> Lessons(CommunityIndex index, int mentee, int mentor)
    {
        Member learner = index.Members[mentee];
        Member teacher = index.Members[mentor];
        if (learner.Mentoring is not { SeeksMentor: true } seeking || teacher.Mentoring is not { Mentors: true })
            return [];

        // A mentor's level comes from the offers; a mentee without topics of their own is known by their needs.
        if (learner.Hides(MemberField.Mentoring) || teacher.Hides(MemberField.Mentoring) || teacher.Hides(MemberField.Offers)
            || (seeking.Topics.Count == 0 && learner.Hides(MemberField.Needs)))
            return [];
        return [.. Pairs(index.Vectors[mentee].Learns, index.Vectors[mentor].Teaches)
            .Where(pair => MentorFitPart.GapFit(pair.Given.Level - pair.Wanted.Level) > 0)
            .OrderByDescending(pair => pair.Wanted.Importance * MentorFitPart.GapFit(pair.Given.Level - pair.Wanted.Level)).ThenBy(pair => pair.Wanted.Source)
            .Take(AtMost)
            .Select(pair => (seeking.Topics.Count > 0 ? seeking.Topics[pair.Wanted.Source] : learner.Needs[pair.Wanted.Source].Topic, pair.Given.Level))];
    }

    private static IEnumerable<(TopicLevel Wanted, TopicLevel Given)> Pairs(IReadOnlyList<TopicLevel> wanted, IReadOnlyList<TopicLevel> given)
    {
        for (int w = 0, g = 0; w < wanted.Count; w++)
        {
            while (g < given.Count && given[g].Topic < wanted[w].Topic)
                g++;
            if (g < given.Count && given[g].Topic == wanted[w].Topic)
                yield return (wanted[w], given[g]);
        }
    }
}
