namespace Matchmaking.Rounds;

/// <summary>A candidate of a member, with what each gains of the other.</summary>
/// <param name="Member">The candidate.</param>
/// <param name="Gain">What the member gains, and how new it is, in [−2, 1]; 0 in lists without gains.</param>
/// <param name="Back">What the candidate gains, and how new it is, in [−2, 1]; 0 in lists without gains.</param>
/// <param name="Score">How good the pair is, and how new, in [−2, 1].</param>
internal readonly record struct ListedCandidate(int Member, float Gain, float Back, float Score);

/// <summary>
/// Each seeking member's best candidates, best first, made on all cores: a list a member, so that memory grows with their number alone.
/// To gains and scores of those who met before a term is added, below 0, for how little new they are to each other.
/// </summary>
internal sealed class CandidateLists
{
    private readonly RoundContext _context;
    private readonly bool _gains;
    private readonly ListedCandidate[]?[] _lists;
    private readonly int[] _limits;

    private CandidateLists(RoundContext context, bool gains)
    {
        (_context, _gains) = (context, gains);
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
            // Those whom the member met may be the best by score: as many strangers have room beside them.
            int room = limit + _context.Past.PartnersOf(members[i]);
            _lists[members[i]] = Make(members[i], room);
            _limits[members[i]] = room;
            int now = Interlocked.Increment(ref done);
            if (now % 64 == 0 || now == members.Length)
                _context.Progress.Report((double)now / members.Length);
        });
    }

    private ListedCandidate[] Make(int member, int limit)
    {
        using PairQuery query = _context.Query(member);
        Candidate[] best = _context.Best(query, limit);
        var list = new ListedCandidate[best.Length];
        for (int i = 0; i < best.Length; i++)
        {
            PairScore score = _gains ? _context.Scorer.Score(query, best[i].Member) : default;
            double novelty = _context.Past.Novelty(member, best[i].Member);
            list[i] = new ListedCandidate(
                best[i].Member,
                _gains ? (float)(score.Forward + novelty) : 0,
                _gains ? (float)(score.Backward + novelty) : 0,
                (float)(best[i].Score + novelty)
            );
        }

        return list;
    }
}
