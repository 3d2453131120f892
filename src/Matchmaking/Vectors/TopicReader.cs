namespace Matchmaking.Vectors;

/// <summary>From a member's lists of topics to ids and levels.</summary>
internal sealed class TopicReader(TopicVocabulary topics)
{
    private const int UntoldLevel = 3;

    /// <summary>How much a sentence counts as a whole, of what is asked for in it.</summary>
    private const float OfASentence = .2f;

    // Weights are used in single precision, squared and divided by their sums: one far below still says that the topic is there.
    private const double LeastWeight = 1e-6;

    /// <summary>
    /// Interests by topic, each with its weight × IDF; of several wordings of one topic the heaviest, then the first counts.
    /// </summary>
    public (SparseVector Weights, int[] Sources) Interests(Member member)
    {
        SortedDictionary<int, int> sources = [];
        for (int i = 0; i < member.Interests.Count; i++)
        {
            int topic = topics.IdOf(member.Interests[i].Topic);
            if (!sources.TryGetValue(topic, out int known) || member.Interests[known].Weight < member.Interests[i].Weight)
                sources[topic] = i;
        }

        if (sources.Count == 0)
            return (SparseVector.Empty, []);
        float[] weights =
        [
            .. sources.Select(pair => (float)(Math.Max(LeastWeight, member.Interests[pair.Value].Weight) * topics.Idf(pair.Key))),
        ];
        return (new SparseVector([.. sources.Keys], weights), [.. sources.Values]);
    }

    public TopicLevel[] Offers(Member member) =>
        Best(member.Offers.SelectMany((offer, i) => Read(offer.Topic, new TopicLevel(0, offer.Level, 1, i))));

    public TopicLevel[] Needs(Member member) =>
        Best(
            member.Needs.SelectMany(
                (need, i) => Read(need.Topic, new TopicLevel(0, need.Level, (float)Math.Max(LeastWeight, need.Importance), i))
            )
        );

    public TopicLevel[] Teaches(Member member, TopicLevel[] offers) =>
        member.Mentoring is not { Mentors: true } mentoring ? []
        : mentoring.Topics.Count == 0 ? offers
        : Mentoring(mentoring, topic => OfferedLevel(offers, topic) ?? UntoldLevel);

    public TopicLevel[] Learns(Member member, TopicLevel[] offers, TopicLevel[] needs) =>
        member.Mentoring is not { SeeksMentor: true } mentoring ? []
        : mentoring.Topics.Count == 0 ? [.. needs.Select(need => need with { Level = OfferedLevel(offers, need.Topic) ?? 0 })]
        : Mentoring(mentoring, topic => OfferedLevel(offers, topic) ?? 0);

    private TopicLevel[] Mentoring(MentoringPreferences mentoring, Func<int, int> level) =>
        Best(
            mentoring
                .Topics.SelectMany((wording, i) => Read(wording, new TopicLevel(0, 0, 1, i)))
                .Select(topic => topic with { Level = level(topic.Topic) })
        );

    /// <summary>
    /// The topics of what somebody wrote where a topic is asked for: the one that it is, or those that are in it where it is a sentence,
    /// "I want to become a team lead and learn to give feedback". A sentence is a topic itself, too, for whoever wrote the same.
    /// </summary>
    private IEnumerable<TopicLevel> Read(string written, TopicLevel level)
    {
        int own = topics.IdOf(written);
        IReadOnlyList<TextTopic> inside = topics.TopicsIn(written, own);
        yield return level with
        {
            Topic = own,
            Importance = inside.Count == 0 ? level.Importance : level.Importance * OfASentence,
        };
        foreach (TextTopic topic in inside)
            yield return level with
            {
                Topic = topic.Topic,
                Importance = level.Importance * (1 - OfASentence) / inside.Count,
                Start = topic.Start,
                Length = topic.Length,
            };
    }

    private static int? OfferedLevel(TopicLevel[] offers, int topic)
    {
        foreach (TopicLevel offer in offers)
        {
            if (offer.Topic == topic)
                return offer.Level;
        }

        return null;
    }

    private static TopicLevel[] Best(IEnumerable<TopicLevel> levels) =>
        [
            .. levels
                .GroupBy(level => level.Topic)
                .OrderBy(group => group.Key)
                .Select(group => group.MaxBy(level => level.Level) with { Importance = group.Max(level => level.Importance) }),
        ];
}
