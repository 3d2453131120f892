using Matchmaking.Optimization;

namespace Matchmaking.Rounds;

/// <summary>Mentees, mentors, their free places, and the pairs that may be made; solved by either method.</summary>
internal sealed class MentorMarket
{
    private const long FinestScale = 1_000_000,
        GreatestFit = 1_000_000_000_000;

    private readonly RoundContext _context;
    private readonly PairGains[] _pairs;
    private readonly Dictionary<(int, int), double> _scores = [];
    private readonly int[] _menteePlaces;
    private readonly int[] _mentorPlaces;
    private readonly bool[] _hasMentee;
    private readonly List<int> _tiers = [];
    private readonly int _lastTier;

    public MentorMarket(RoundContext context, CandidateLists lists)
    {
        _context = context;
        int members = context.Index.Members.Count;
        _menteePlaces = new int[members];
        _mentorPlaces = new int[members];
        _hasMentee = new bool[members];
        for (int member = 0; member < members; member++)
            SetPlaces(member);
        HashSet<(int, int)> kept = [];
        LockedPairs.Keep(context, Draft, (mentee, mentor) => kept.Add((mentee, mentor)));
        foreach ((int mentee, int mentor) in Draft.Pairs)
            TakePlaces(mentee, mentor);

        var pairs = new List<PairGains>();
        for (int mentee = 0; mentee < members; mentee++)
        {
            if (!context.Seeks(mentee))
                continue;
            foreach (ListedCandidate candidate in lists.Of(mentee))
            {
                if (
                    kept.Contains((mentee, candidate.Member))
                    || kept.Contains((candidate.Member, mentee))
                    || IsBetterTurned(lists, mentee, candidate)
                )
                    continue;
                // Both sides would rather have anybody of an earlier tier.
                int tier = context.HasTiers ? context.Tier(mentee, candidate.Member) : 0;
                int ahead = context.HasTiers ? RoundContext.LastTier - tier : 0;
                _lastTier = Math.Max(_lastTier, tier);
                _tiers.Add(tier);
                pairs.Add(new PairGains(mentee, candidate.Member, ahead + (double)candidate.Gain, ahead + (double)candidate.Back));
                _scores[(mentee, candidate.Member)] = candidate.Score;
            }
        }

        _pairs = [.. pairs];
        Draft.CandidatePairs = _pairs.Length;
    }

    /// <summary>The draft, with the pairs that are kept.</summary>
    public RoundDraft Draft { get; } = new();

    public IReadOnlyList<MatchedPair> Stable() => StableMatching.Solve(Lists(), _context.CancellationToken).Pairs;

    /// <summary>
    /// As many pairs as possible; of those every mentee one before any gets a second, then whoever was left out before, then earlier tiers,
    /// then every mentor one where that is asked for, then the greatest sum of scores: each outweighs all that follows.
    /// </summary>
    public IReadOnlyList<MatchedPair> TotalFit()
    {
        int members = _menteePlaces.Length;
        int[] levels = [.. Enumerable.Range(0, members).Select(_context.Past.Precedence).Append(0).Distinct().Order()];
        bool isMany = _context.Options.Mentors.MentorsPerMentee > 1;

        // A step of a tier outweighs a mentor without a mentee and all scores; a step of precedence then all steps of tiers.
        long most = (members + 1L) * (_lastTier == 0 ? 1 : _context.Options.Mentors.MentorsPerMentee);
        long steps = _lastTier == 0 ? 1 : 2 * _lastTier * most;
        long scale = Math.Max(1, Math.Min(FinestScale, GreatestFit / (4L * levels.Length * (most + 1) * steps)));
        long all = scale * most;
        AssignmentPair[] pairs =
        [
            .. _pairs.Select(
                (pair, i) =>
                    new AssignmentPair(
                        pair.Proposer,
                        pair.Receiver,
                        (long)((_scores[(pair.Proposer, pair.Receiver)] + 2) / 5 * scale)
                            + (4 * all * (_lastTier - _tiers[i]))
                            + (2 * all * steps * Array.BinarySearch(levels, _context.Past.Precedence(pair.Proposer)))
                    )
            ),
        ];
        var mentees = new AssignmentSide
        {
            Capacities = _menteePlaces,
            Minimums = isMany ? Array.ConvertAll(_menteePlaces, places => Math.Min(1, places)) : null,
            ShortfallPrice = isMany ? GreatestFit : 0,
        };
        var mentors = new AssignmentSide { Capacities = _mentorPlaces };
        if (_context.Options.Mentors.EveryMentor)
        {
            mentors = mentors with
            {
                Minimums = [.. _mentorPlaces.Select((places, mentor) => _hasMentee[mentor] ? 0 : Math.Min(1, places))],
                ShortfallPrice = all,
            };
        }

        var problem = new AssignmentProblem
        {
            Left = mentees,
            Right = mentors,
            Pairs = pairs,
            MaximumCardinality = true,
        };
        return
        [
            .. CapacitatedAssignment
                .Solve(problem, _context.CancellationToken)
                .Pairs.Select(pair => new MatchedPair(pair.Left, pair.Right)),
        ];
    }

    /// <summary>How many would both rather have each other; ties are judged as they were drawn.</summary>
    public int BlockingPairs(IReadOnlyList<MatchedPair> matched) => StableMatching.BlockingPairs(Lists(), matched).Count;

    private PreferenceLists Lists() => PreferenceLists.FromGains(_pairs, _menteePlaces, _mentorPlaces, _context.Options.Seed);

    /// <summary>Two who both seek and mentor could be each other's mentors: one way is enough, the better one.</summary>
    private bool IsBetterTurned(CandidateLists lists, int mentee, ListedCandidate candidate)
    {
        if (!_context.Seeks(candidate.Member))
            return false;
        foreach (ListedCandidate back in lists.Of(candidate.Member))
        {
            if (back.Member == mentee)
                return back.Score > candidate.Score || (back.Score == candidate.Score && candidate.Member < mentee);
        }

        return false;
    }

    /// <summary>A member's places as a mentee, those that they offer as a mentor, and for how many their cap leaves room.</summary>
    public static (int AsMentee, int Offered, int Room) Places(RoundContext context, int member)
    {
        int left = context.Left[member];
        int asMentee = context.Seeks(member) ? Math.Min(left, context.MentorsWanted(member)) : 0;
        if (!context.Serves(member) || context.Index.Members[member].Mentoring is null)
            return (asMentee, 0, 0);

        // Who is both has one cap for both.
        int offered = Mentoring.FreePlaces(context.Index, member, context.Now);
        return (asMentee, offered, Math.Max(0, left - asMentee));
    }

    private void SetPlaces(int member)
    {
        (int asMentee, int offered, int room) = Places(_context, member);
        _menteePlaces[member] = asMentee;
        _mentorPlaces[member] = Math.Min(offered, room);
    }

    private void TakePlaces(int mentee, int mentor)
    {
        _hasMentee[mentor] = true;
        _menteePlaces[mentee] = Math.Max(0, _menteePlaces[mentee] - 1);

        // A mentee whom the mentor has already takes no further place.
        if (!Mentoring.IsGoingOn(_context.Index, mentor, mentee, _context.Now))
            _mentorPlaces[mentor] = Math.Max(0, _mentorPlaces[mentor] - 1);
    }
}
