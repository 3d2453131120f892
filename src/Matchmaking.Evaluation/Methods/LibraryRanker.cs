namespace Matchmaking.Evaluation;

/// <summary>The library as a host calls it, before or after it has learned: its answer to a query, as scores of the query's candidates.</summary>
internal sealed class LibraryRanker : IRanker
{
    private const int All = 1_000_000;

    /// <summary>Below every score, for whom the library would not suggest.</summary>
    private const double NotSuggested = -1;

    private readonly Func<RankingQuery, IEnumerable<(string Id, double Score)>> _ask;
    private readonly Func<int, string> _id;

    private LibraryRanker(string name, Func<RankingQuery, IEnumerable<(string Id, double Score)>> ask, Func<int, string> id) => (Name, _ask, _id) = (name, ask, id);

    public string Name { get; }

    /// <summary>By <see cref="Matchmaker.Rank"/>.</summary>
    public static LibraryRanker Introductions(string name, Matchmaker matchmaker, IntroductionKind kind)
    {
        Community community = matchmaker.Community;
        return new(name, Ask, member => community.Members[member].Id);

        IEnumerable<(string, double)> Ask(RankingQuery query)
        {
            HashSet<Member> candidates = new(query.Candidates.Select(c => community.Members[c]), ReferenceEqualityComparer.Instance);
            var options = new SuggestOptions { Kind = kind, Count = All, Allow = (_, candidate) => candidates.Contains(candidate) };
            return matchmaker.Rank(community.Members[query.Members[0]].Id, options).Select(ranked => (ranked.Id, ranked.Score));
        }
    }

    /// <summary>By what <see cref="Matchmaker.SuggestActivities"/> ranks by, groups alone. Reasons for all of hundreds would be written in vain.</summary>
    public static LibraryRanker Activities(string name, Matchmaker matchmaker)
    {
        Community community = matchmaker.Community;
        var options = new ActivityOptions { Kind = ActivityKind.Group, Count = All };
        return new(
            name,
            query => matchmaker.RankActivities(community.Members[query.Members[0]].Id, options).Select(ranked => (ranked.ActivityId, ranked.Score)),
            activity => community.Activities[activity].Id);
    }

    /// <summary>By what <see cref="Matchmaker.SuggestForGroup"/> ranks by; again without the reasons.</summary>
    public static LibraryRanker Groups(string name, Matchmaker matchmaker)
    {
        Community community = matchmaker.Community;
        return new(name, Ask, member => community.Members[member].Id);

        IEnumerable<(string, double)> Ask(RankingQuery query)
        {
            HashSet<Member> candidates = new(query.Candidates.Select(c => community.Members[c]), ReferenceEqualityComparer.Instance);
            var call = new GroupOptions { Count = All, Allow = (_, candidate) => candidates.Contains(candidate) };
            return matchmaker.RankForGroup([.. query.Members.Select(m => community.Members[m].Id)], call).Select(ranked => (ranked.Id, ranked.Score));
        }
    }

    public void Score(RankingQuery query, Span<double> scores)
    {
        Dictionary<string, double> found = _ask(query).ToDictionary(answer => answer.Id, answer => answer.Score, StringComparer.Ordinal);
        for (int i = 0; i < scores.Length; i++)
            scores[i] = found.TryGetValue(_id(query.Candidates[i]), out double score) ? score : NotSuggested;
    }
}
