namespace Matchmaking.Selection;

/// <summary>
/// A question in somebody's own words: for as long as it is asked, the member needs what it is about and tells nothing else, so that all
/// rules and bounds are those of every suggestion.
/// </summary>
internal static class Question
{
    /// <summary>Whoever writes more does not ask.</summary>
    public const int MostCharacters = 10_000;

    /// <summary>Texts that are less alike say nothing.</summary>
    private const double LeastLikeness = .2;

    private static readonly PartWeights s_weights = new()
    {
        SharedInterests = 0,
        NeedsMet = .84,
        Text = .08,
        Network = 0,
        Practicalities = .06,
        Activity = .02,
        MentorFit = 0,
    };

    /// <summary>The community with the question put.</summary>
    public static CommunityIndex Put(CommunityIndex index, int member, string question)
    {
        IReadOnlyList<TextTopic> topics = index.Vectorizer.Topics.TopicsOf(question);
        Member asker = index.Members[member] with
        {
            Bio = null,
            Texts = [question],
            Interests = [],
            Offers = [],
            Needs = [.. topics.Select(topic => new Need { Topic = question.Substring(topic.Start, topic.Length) })],
            Mentoring = null,
        };
        return index.With(asker, index.Vectorizer.VectorizeQuestion(asker, topics));
    }

    public static IPairScorer Scorer(CommunityIndex index) => new PairScorer(index, s_weights);

    /// <summary>
    /// The options, for those alone who have anything to do with the question. It is a rule, so that nobody whom it refuses takes a place
    /// in the answer from somebody else.
    /// </summary>
    public static SuggestOptions Answered(SuggestOptions options, PairQuery query, IPairScorer scorer) =>
        options with
        {
            Allow = (from, to) => options.Allow?.Invoke(from, to) != false && IsAnswered(scorer, query, query.Index.IndexOf(to.Id)),
        };

    /// <summary>By what a candidate shows: else questions would find out what somebody hides.</summary>
    private static bool IsAnswered(IPairScorer scorer, PairQuery query, int candidate)
    {
        Member other = query.Index.Members[candidate];
        bool showsOffers = !other.Hides(MemberField.Offers),
            showsTexts = !other.Hides(MemberField.Bio) && !other.Hides(MemberField.Texts);
        return scorer
            .Explain(query, candidate)
            .Parts.Any(part =>
                (showsOffers && part.Part == ScorePart.NeedsMet && part.Forward > 0)
                || (showsTexts && part.Part == ScorePart.Text && part.Forward >= LeastLikeness)
            );
    }
}
