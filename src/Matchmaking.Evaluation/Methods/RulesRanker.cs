namespace Matchmaking.Evaluation;

/// <summary>The library as a host calls it, with no learning: its answer to a query, as scores of the query's candidates.</summary>
internal sealed class RulesRanker : IRanker
{
    private const int All = 1_000_000;

    /// <summary>Below every score, for whom the library would not suggest.</summary>
    private const double NotSuggested = -1;

    private readonly Func<RankingQuery, IEnumerable<(string Id, double Score)>> _ask;
    private readonly Func<int, string> _id;

    private RulesRanker(Func<RankingQuery, IEnumerable<(string Id, double Score)>> ask, Func<int, string> id) => (_ask, _id) = (ask, id);

    public string Name => "rules";

    /// <summary>By <see cref="Matchmaker.Rank"/>.</summary>
    public static RulesRanker Introductions(Matchmaker matchmaker, IntroductionKind kind)
    {
        Community community = matchmaker.Community;
        return new(Ask, member => community.Members[member].Id);

        IEnumerable<(string, double)> Ask(RankingQuery query)
        {
            HashSet<Member> candidates = new(query.Candidates.Select(c => community.Members[c]), ReferenceEqualityComparer.Instance);
            var options = new SuggestOptions { Kind = kind, Count = All, Allow = (_, candidate) => candidates.Contains(candidate) };
            return matchmaker.Rank(community.Members[query.Members[0]].Id, options).Select(ranked => (ranked.Id, ranked.Score));
        }
    }

    /// <summary>By <see cref="Matchmaker.SuggestActivities"/>, groups alone.</summary>
    public static RulesRanker Activities(Matchmaker matchmaker)
    {
        Community community = matchmaker.Community;
        var options = new ActivityOptions { Kind = ActivityKind.Group, Count = All };
        return new(
            query => matchmaker.SuggestActivities(community.Members[query.Members[0]].Id, options).Select(suggestion => (suggestion.Activity.Id, suggestion.Score)),
            activity => community.Activities[activity].Id);
    }

    /// <summary>
    /// By <see cref="Matchmaker.SuggestForGroup"/> for the first hundred. Reasons for all of thousands would be written in vain: who comes after
    /// them, which nothing but the AUC sees, is ordered by the score alone.
    /// </summary>
    public static RulesRanker Groups(Matchmaker matchmaker, MatchmakerOptions options)
    {
        const int Head = 100;
        Community community = matchmaker.Community;
        var recommender = GroupRecommender.Build(MemberNetwork.Build(community, options), options);
        return new(Ask, member => community.Members[member].Id);

        IEnumerable<(string, double)> Ask(RankingQuery query)
        {
            HashSet<Member> candidates = new(query.Candidates.Select(c => community.Members[c]), ReferenceEqualityComparer.Instance);
            var call = new GroupOptions { Count = Head, Allow = (_, candidate) => candidates.Contains(candidate) };
            IReadOnlyList<GroupSuggestion> head = matchmaker.SuggestForGroup([.. query.Members.Select(m => community.Members[m].Id)], call);
            candidates.ExceptWith(head.Select(suggestion => suggestion.Member));
            double[] tail = recommender.Scores(query.Members);
            // Both scores lie in [0, 1]: one more keeps the head before the tail.
            return head.Select(s => (s.Member.Id, s.Score + 1)).Concat(candidates.Select(member => (member.Id, tail[community.IndexOf(member.Id)])));
        }
    }

    public void Score(RankingQuery query, Span<double> scores)
    {
        Dictionary<string, double> found = _ask(query).ToDictionary(answer => answer.Id, answer => answer.Score, StringComparer.Ordinal);
        for (int i = 0; i < scores.Length; i++)
            scores[i] = found.TryGetValue(_id(query.Candidates[i]), out double score) ? score : NotSuggested;
    }
}
