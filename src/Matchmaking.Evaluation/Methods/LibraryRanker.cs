namespace Matchmaking.Evaluation;

/// <summary>
/// The library as a host calls it, before or after it has learned: its answer to a query, as scores of the query's candidates.
/// </summary>
internal sealed class LibraryRanker : IRanker
{
    private const int All = 1_000_000;

    /// <summary>Below every score, for whom the library would not suggest.</summary>
    private const double NotSuggested = -1;

    private readonly Lazy<Matchmaker> _matchmaker;
    private readonly Func<RankingQuery, IEnumerable<(string Id, double Score)>> _ask;
    private readonly Func<int, string> _id;

    private LibraryRanker(
        string name,
        Lazy<Matchmaker> matchmaker,
        Func<RankingQuery, IEnumerable<(string Id, double Score)>> ask,
        Func<int, string> id
    ) => (Name, _matchmaker, _ask, _id) = (name, matchmaker, ask, id);

    public string Name { get; }

    /// <summary>By <see cref="Matchmaker.Rank"/>.</summary>
    /// <param name="name">The method.</param>
    /// <param name="matchmaker">Made when it is first needed: learning takes its time.</param>
    /// <param name="kind">What the introductions are for.</param>
    public static LibraryRanker Introductions(string name, Lazy<Matchmaker> matchmaker, IntroductionKind kind)
    {
        return new(name, matchmaker, Ask, member => matchmaker.Value.Community.Members[member].Id);

        IEnumerable<(string, double)> Ask(RankingQuery query)
        {
            Community community = matchmaker.Value.Community;
            HashSet<Member> candidates = new(query.Candidates.Select(c => community.Members[c]), ReferenceEqualityComparer.Instance);
            var options = new SuggestOptions
            {
                Kind = kind,
                Count = All,
                Allow = (_, candidate) => candidates.Contains(candidate),
            };
            return matchmaker.Value.Rank(community.Members[query.Members[0]].Id, options).Select(ranked => (ranked.MemberId, ranked.Score));
        }
    }

    /// <summary>
    /// By what <see cref="Matchmaker.SuggestActivities"/> ranks by, groups alone. Reasons for all of hundreds would be written in vain.
    /// </summary>
    public static LibraryRanker Activities(string name, Lazy<Matchmaker> matchmaker)
    {
        var options = new ActivityOptions { Kind = ActivityKind.Group, Count = All };
        return new(
            name,
            matchmaker,
            query =>
                matchmaker
                    .Value.RankActivities(matchmaker.Value.Community.Members[query.Members[0]].Id, options)
                    .Select(ranked => (ranked.ActivityId, ranked.Score)),
            activity => matchmaker.Value.Community.Activities[activity].Id
        );
    }

    /// <summary>By what <see cref="Matchmaker.SuggestForGroup"/> ranks by; again without the reasons.</summary>
    public static LibraryRanker Groups(string name, Lazy<Matchmaker> matchmaker)
    {
        return new(name, matchmaker, Ask, member => matchmaker.Value.Community.Members[member].Id);

        IEnumerable<(string, double)> Ask(RankingQuery query)
        {
            Community community = matchmaker.Value.Community;
            HashSet<Member> candidates = new(query.Candidates.Select(c => community.Members[c]), ReferenceEqualityComparer.Instance);
            var call = new GroupOptions { Count = All, Allow = (_, candidate) => candidates.Contains(candidate) };
            return matchmaker
                .Value.RankForGroup([.. query.Members.Select(m => community.Members[m].Id)], call)
                .Select(ranked => (ranked.MemberId, ranked.Score));
        }
    }

    public void Prepare() => _ = _matchmaker.Value;

    public void Score(RankingQuery query, Span<double> scores)
    {
        Dictionary<string, double> found = _ask(query).ToDictionary(answer => answer.Id, answer => answer.Score, StringComparer.Ordinal);
        for (int i = 0; i < scores.Length; i++)
            scores[i] = found.TryGetValue(_id(query.Candidates[i]), out double score) ? score : NotSuggested;
    }
}
