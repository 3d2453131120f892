namespace Matchmaking.Vectors;

/// <summary>From a member's lists of topics to ids and levels.</summary>
internal sealed class TopicReader(TopicVocabulary topics)
{
    private const int UntoldLevel = 3;

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
        Best(member.Offers.Select((offer, i) => new TopicLevel(topics.IdOf(offer.Topic), offer.Level, 1, i)));

    public TopicLevel[] Needs(Member member) =>
        Best(
            member.Needs.Select(
                (need, i) => new TopicLevel(topics.IdOf(need.Topic), need.Level, (float)Math.Max(LeastWeight, need.Importance), i)
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
                .Topics.Select((wording, i) => (Topic: topics.IdOf(wording), Source: i))
                .Select(x => new TopicLevel(x.Topic, level(x.Topic), 1, x.Source))
        );

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
