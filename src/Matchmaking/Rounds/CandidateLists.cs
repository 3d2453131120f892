namespace Matchmaking.Rounds;

/// <summary>A candidate of a member, with what each gains of the other.</summary>
/// <param name="Member">The candidate.</param>
/// <param name="Gain">What the member gains, how new it is and how much wished; 0 in lists without gains.</param>
/// <param name="Back">What the candidate gains, how new it is and how much wished; 0 in lists without gains.</param>
/// <param name="Score">How good the pair is, how new and how much wished.</param>
internal readonly record struct ListedCandidate(int Member, float Gain, float Back, float Score);

/// <summary>
/// Each seeking member's best candidates, best first, made on all cores: a list a member, so that memory grows with their number alone.
/// To gains and scores of those who met before a term is added, below 0, for how little new they are to each other; and one for wishes.
/// </summary>
internal sealed class CandidateLists
{
    private readonly RoundContext _context;
    private readonly bool _gains;
    private readonly ILookup<int, int> _wishes;
    private readonly ListedCandidate[]?[] _lists;
    private readonly int[] _limits;

    private CandidateLists(RoundContext context, bool gains)
    {
        (_context, _gains) = (context, gains);
        _wishes = context
            .Wishes.Keys.SelectMany(pair => new[] { pair, (Member: pair.Other, Other: pair.Member) })
            .Distinct()
            .ToLookup(pair => pair.Member, pair => pair.Other);
        _lists = new ListedCandidate[context.Index.Members.Count][];
        _limits = new int[_lists.Length];
    }

    /// <param name="context">The round.</param>
    /// <param name="limit">How many candidates each has at the most.</param>
    /// <param name="gains">
    /// Whether it is asked what each of the two gains: a score alone is known from the search, gains are worked out for everybody found.
    /// </param>
    public static CandidateLists Build(RoundContext context, int limit, bool gains = true)
    {
        var lists = new CandidateLists(context, gains);
        lists.Widen([.. context.Seekers()], limit);
        return lists;
    }

    /// <summary>The candidates of a member, best first; none of who does not seek.</summary>
    public ReadOnlySpan<ListedCandidate> Of(int member) => _lists[member];

    /// <summary>Whether the list holds all whom the rules allow to the member.</summary>
    public bool IsWhole(int member) => _limits[member] > 0 && _lists[member]!.Length < _limits[member];

    /// <summary>How many candidates the member's list could hold.</summary>
    public int Limit(int member) => _limits[member];

    public int Members => _lists.Length;

    public int Count => _lists.Sum(list => list?.Length ?? 0);

    /// <summary>
    /// Makes the lists of some members anew, up to a limit. The answer does not depend on the number of threads: each member has a place of
    /// their own.
    /// </summary>
    public void Widen(int[] members, int limit)
    {
        int done = 0;
        ParallelWork.For(members.Length, _context.Parallel, i =>
        {
            // Those whom the member met may be the best by score: as many strangers have room beside them. Wishes are added to the best.
            int[] wished = [.. _wishes[members[i]].Order()];
            int room = limit + wished.Length + _context.Past.PartnersOf(members[i]);
            _lists[members[i]] = Make(members[i], room - wished.Length, wished);
            _limits[members[i]] = room;
            int now = Interlocked.Increment(ref done);
            if (now % 64 == 0 || now == members.Length)
                _context.Progress.Report((double)now / members.Length);
        });
    }

    private ListedCandidate[] Make(int member, int limit, int[] wished)
    {
        using PairQuery query = _context.Query(member);
        Candidate[] best = _context.Best(query, limit);
        var list = new List<ListedCandidate>(best.Length);
        foreach (Candidate candidate in best)
            list.Add(Listed(query, candidate.Member, candidate.Score));
        if (wished.Length == 0)
            return [.. list];

        // Whom the member wishes to meet, or who wishes to meet the member, is weighed however far down the list.
        RuleQuery rules = _context.Rules(query);
        HashSet<int> known = [.. best.Select(candidate => candidate.Member)];
        foreach (int other in wished.Where(other => !known.Contains(other) && _context.Allows(rules, other)))
        {
            double score = _context.Scorer.Score(query, other).Score;
            if (score >= _context.Options.MinimumScore)
                list.Add(Listed(query, other, score));
        }

        return [.. list];
    }

    private ListedCandidate Listed(PairQuery query, int other, double score)
    {
        PairScore gains = _gains ? _context.Scorer.Score(query, other) : default;
        double novelty = _context.Past.Novelty(query.Member, other);
        // Of groups wishes are a term of their own.
        bool isPair = _context.Options.GroupSize == 2;
        double wish = isPair ? _context.Wishes.GetValueOrDefault((query.Member, other)) : 0,
            back = isPair ? _context.Wishes.GetValueOrDefault((other, query.Member)) : 0;
        return new ListedCandidate(
            other,
            _gains ? (float)(gains.Forward + novelty + wish) : 0,
            _gains ? (float)(gains.Backward + novelty + back) : 0,
            (float)(score + novelty + wish + back)
        );
    }
}
