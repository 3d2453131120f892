namespace Matchmaking.Parts;

/// <summary>The topics that count for a pair, as a reader is told of them, most telling first.</summary>
internal static class TopicWording
{
    public const int AtMost = 3;

    /// <summary>Interests that both have, as the reader is told of them.</summary>
    public static string[] SharedInterests(Side side)
    {
        if (!side.Shows(MemberField.Interests))
            return [];
        SparseVector mine = side.ReaderVector.Interests;
        SparseVector theirs = side.OtherVector.Interests;
        var shared = new SmallTopK<int>(stackalloc SmallTopK<int>.Entry[AtMost]);
        for (int i = 0, j = 0; i < mine.Count && j < theirs.Count; )
        {
            int difference = mine.Indices[i] - theirs.Indices[j];
            if (difference == 0)
                shared.Offer(mine.Indices[i], mine.Values[i] * theirs.Values[j], mine.Indices[i]);
            if (difference <= 0)
                i++;
            if (difference >= 0)
                j++;
        }

        string[] words = new string[shared.Items.Length];
        int count = 0;
        foreach (SmallTopK<int>.Entry topic in shared.Items)
        {
            if (side.ReaderVector.InterestWording(topic.Item) is { } word)
                words[count++] = side.Told(word);
        }

        return count == words.Length ? words : words[..count];
    }

    /// <summary>Needs of the one that offers of the other meet, most important and best met first, with the level on offer.</summary>
    public static WantedTopic[] NeedsMet(Side side, int needing, int offering)
    {
        CommunityIndex index = side.Index;
        Member seeker = index.Members[needing];
        if (seeker.Hides(MemberField.Needs) || index.Members[offering].Hides(MemberField.Offers))
            return [];
        return Best(
            index.Vectors[needing].Needs,
            index.Vectors[offering].Offers,
            static (wanted, given) => wanted.Importance * Coverage.Met(wanted, given),
            source => side.Told(seeker.Needs[source].Topic)
        );
    }

    /// <summary>What the one wants to learn and the other teaches, best fit first, with the mentor's level.</summary>
    public static WantedTopic[] Lessons(Side side, int mentee, int mentor)
    {
        CommunityIndex index = side.Index;
        Member learner = index.Members[mentee];
        Member teacher = index.Members[mentor];
        if (learner.Mentoring is not { SeeksMentor: true } seeking || teacher.Mentoring is not { Mentors: true })
            return [];

        // Levels come from the offers of both; a mentee without topics of their own is known by their needs.
        if (
            learner.Hides(MemberField.Mentoring)
            || learner.Hides(MemberField.Offers)
            || teacher.Hides(MemberField.Mentoring)
            || teacher.Hides(MemberField.Offers)
            || (seeking.Topics.Count == 0 && learner.Hides(MemberField.Needs))
        )
            return [];
        return Best(
            index.Vectors[mentee].Learns,
            index.Vectors[mentor].Teaches,
            static (wanted, given) => wanted.Importance * LessonFit.OfGap(given.Level - wanted.Level),
            source => side.Told(learner.Mentoring is { Topics: { Count: > 0 } topics } ? topics[source] : learner.Needs[source].Topic)
        );
    }

    private static WantedTopic[] Best(
        IReadOnlyList<TopicLevel> wanted,
        IReadOnlyList<TopicLevel> given,
        Func<TopicLevel, TopicLevel, double> strength,
        Func<int, string> wording
    )
    {
        var best = new SmallTopK<TopicLevel>(stackalloc SmallTopK<TopicLevel>.Entry[AtMost]);
        for (int w = 0, g = 0; w < wanted.Count; w++)
        {
            while (g < given.Count && given[g].Topic < wanted[w].Topic)
                g++;
            if (g < given.Count && given[g].Topic == wanted[w].Topic && strength(wanted[w], given[g]) is > 0 and double fit)
                best.Offer(wanted[w] with { Level = given[g].Level }, fit, wanted[w].Source);
        }

        var topics = new WantedTopic[best.Items.Length];
        for (int i = 0; i < topics.Length; i++)
        {
            TopicLevel topic = best.Items[i].Item;
            topics[i] = new WantedTopic(topic.Topic, wording(topic.Source), topic.Level);
        }

        return topics;
    }
}
