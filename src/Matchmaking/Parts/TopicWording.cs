namespace Matchmaking.Parts;

/// <summary>The topics that count for a pair, most telling first, and their words.</summary>
internal static class TopicWording
{
    public const int AtMost = 3;

    /// <summary>Interests that both have, but for those that nearly everybody has.</summary>
    /// <param name="side">Who reads, and about whom.</param>
    /// <param name="special">How much the most telling of them says, in [0, 1].</param>
    public static WantedTopic[] SharedInterests(Side side, out double special)
    {
        special = 0;
        if (!side.Shows(MemberField.Interests))
            return [];
        SparseVector mine = side.ReaderVector.Interests;
        SparseVector theirs = side.OtherVector.Interests;
        var commonness = Commonness.Of(side.Index);
        var shared = new SmallTopK<int>(stackalloc SmallTopK<int>.Entry[AtMost]);
        for (int i = 0, j = 0; i < mine.Count && j < theirs.Count; )
        {
            int difference = mine.Indices[i] - theirs.Indices[j];
            if (difference == 0 && commonness.OfTopic(mine.Indices[i]) is > 0 and double information)
            {
                special = Math.Max(special, information);
                shared.Offer(mine.Indices[i], mine.Values[i] * theirs.Values[j], mine.Indices[i]);
            }

            if (difference <= 0)
                i++;
            if (difference >= 0)
                j++;
        }

        var topics = new WantedTopic[shared.Items.Length];
        int count = 0;
        foreach (SmallTopK<int>.Entry topic in shared.Items)
        {
            if (side.ReaderVector.InterestWording(topic.Item) is { } word)
                topics[count++] = new WantedTopic(topic.Item, word);
        }

        return count == topics.Length ? topics : topics[..count];
    }

    /// <summary>
    /// A topic as it stands in a sentence: the one place where a topic becomes words. In the reader's language where the library knows it,
    /// else in the community's commonest spelling of it, and without capitals that are not the topic's own.
    /// </summary>
    /// <param name="side">Who reads; the reader's own word is kept where the other has another one for it.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="phrases">The language of the sentence.</param>
    public static string InWords(Side side, WantedTopic topic, Phrases phrases) =>
        topic.IsLanguage ? phrases.LanguageName(topic.Topic)
        : topic.Id < 0 ? topic.Topic
        : InWords(side.Index, topic.Id, ReadersWording(side, topic.Id) ?? topic.Topic, phrases);

    /// <summary>The same of a topic that somebody spells so.</summary>
    public static string InWords(CommunityIndex index, int topic, string own, Phrases phrases)
    {
        string spelled = Commonness.Of(index).Spelling(topic, own, out bool isName);
        string told = index.Vectorizer.Topics.InLanguage(topic, spelled, phrases.Language);
        return TopicCase.InSentence(told, isName && told == spelled, phrases);
    }

    private static string? ReadersWording(Side side, int topic) =>
        (side.ReaderProfile.Hides(MemberField.Interests) ? null : side.ReaderVector.InterestWording(topic))
        ?? (side.ReaderProfile.Hides(MemberField.Needs) ? null : side.ReaderVector.NeedWording(topic))
        ?? (side.ReaderProfile.Hides(MemberField.Offers) ? null : side.ReaderVector.OfferWording(topic));

    /// <summary>Needs of the one that offers of the other meet, most important and best met first.</summary>
    public static WantedTopic[] NeedsMet(CommunityIndex index, int needing, int offering)
    {
        Member seeker = index.Members[needing];
        if (seeker.Hides(MemberField.Needs) || index.Members[offering].Hides(MemberField.Offers))
            return [];
        return Best(
            index.Vectors[needing].Needs,
            index.Vectors[offering].Offers,
            static (wanted, given) => wanted.Importance * Coverage.Met(wanted, given),
            seeker,
            static (seeker, source) => seeker.Needs[source].Topic
        );
    }

    /// <summary>What the one wants to learn and the other teaches, best fit first.</summary>
    public static WantedTopic[] Lessons(CommunityIndex index, int mentee, int mentor)
    {
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
            learner,
            static (learner, source) =>
                learner.Mentoring is { Topics: { Count: > 0 } topics } ? topics[source] : learner.Needs[source].Topic
        );
    }

    private static WantedTopic[] Best(
        IReadOnlyList<TopicLevel> wanted,
        IReadOnlyList<TopicLevel> given,
        Func<TopicLevel, TopicLevel, double> strength,
        Member seeker,
        Func<Member, int, string> wording
    )
    {
        var best = new SmallTopK<TopicLevel>(stackalloc SmallTopK<TopicLevel>.Entry[AtMost]);
        for (int w = 0, g = 0; w < wanted.Count; w++)
        {
            while (g < given.Count && given[g].Topic < wanted[w].Topic)
                g++;
            if (g < given.Count && given[g].Topic == wanted[w].Topic && strength(wanted[w], given[g]) is > 0 and double fit)
                best.Offer(wanted[w], fit, wanted[w].Source);
        }

        var topics = new WantedTopic[best.Items.Length];
        for (int i = 0; i < topics.Length; i++)
        {
            TopicLevel topic = best.Items[i].Item;
            topics[i] = new WantedTopic(topic.Topic, topic.In(wording(seeker, topic.Source)));
        }

        return topics;
    }
}
