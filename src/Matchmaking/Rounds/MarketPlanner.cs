namespace Matchmaking;

/// <summary>Makes the market of a community from everybody's candidates, solves it, and tells the lists by id.</summary>
internal sealed class MarketPlanner
{
    private readonly RoundContext _context;
    private readonly MarketOptions _options;

    public MarketPlanner(
        CommunityIndex index,
        IModel? model,
        MarketOptions options,
        DateTimeOffset now,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        _options = options;
        var round = new RoundOptions
        {
            Kind = options.Kind,
            Candidates = options.Candidates,
            Participants = options.Participants,
            Allow = options.Allow,
            IncludeConnected = options.IncludeConnected,
            Seed = options.Seed,
        };
        _context = new RoundContext(index, model, round, now, new RoundProgressReporter(progress), cancellationToken);
    }

    public MarketRankings Plan()
    {
        _context.Progress.Begin("Looking for candidates", 0, 0.6);
        var lists = CandidateLists.Build(_context, _options.Candidates);
        _context.Progress.Begin("Balancing lists", 0.6, 0.9);
        (TwoSidedMarket market, float[] scores) = Market(lists);
        MarketLists solved = Solve(market);
        _context.Progress.Begin("Measuring lists", 0.9, 1);
        var figures = MarketFigures.Of(market, solved, _context.CancellationToken);
        var rankings = new Dictionary<string, IReadOnlyList<RankedMember>>(StringComparer.Ordinal);
        AddLists(rankings, market.LeftStarts, pair => pair, market.Rights, solved.LeftRanks, scores);
        if (_context.IsDirected)
            AddLists(rankings, market.RightStarts, entry => market.RightPairs[entry], market.Lefts, solved.RightRanks, scores);
        _context.Progress.Report(1);

        // Where everybody stands on both sides each pair is there twice.
        return new MarketRankings
        {
            Lists = rankings,
            ExpectedMatches = _context.IsDirected ? figures.ExpectedMatches : figures.ExpectedMatches / 2,
            AskingEnvy = figures.LeftEnvy,
            AskedEnvy = figures.RightEnvy,
            AskingExposureGini = Gini(market.LeftStarts, pair => pair, solved.RightLooks),
            AskedExposureGini = Gini(market.RightStarts, entry => market.RightPairs[entry], solved.LeftLooks),
        };
    }

    /// <summary>Over those who stand on a list at all: the market's positions hold those, too, who are not of the side.</summary>
    private static double Gini(int[] starts, Func<int, int> pairOf, double[] looks) =>
        ExposureGini.Of([
            .. Enumerable
                .Range(0, starts.Length - 1)
                .Where(member => starts[member] < starts[member + 1])
                .Select(member => Enumerable.Range(starts[member], starts[member + 1] - starts[member]).Sum(entry => looks[pairOf(entry)])),
        ]);

    /// <summary>Everybody by their position on both sides; who is not on one has no pairs there.</summary>
    private (TwoSidedMarket Market, float[] Scores) Market(CandidateLists lists)
    {
        CandidateGraph? both = _context.IsDirected ? null : CandidateGraph.Of(lists);
        int[] starts = new int[lists.Members + 1];
        var rights = new List<int>();
        var leftLikes = new List<float>();
        var rightLikes = new List<float>();
        var scores = new List<float>();
        for (int member = 0; member < lists.Members; member++)
        {
            foreach (ListedCandidate candidate in both is null ? lists.Of(member) : both.Of(member))
            {
                rights.Add(candidate.Member);
                leftLikes.Add(candidate.Gain);
                rightLikes.Add(candidate.Back);
                scores.Add(candidate.Score);
            }

            starts[member + 1] = rights.Count;
        }

        return (new TwoSidedMarket(starts, [.. rights], lists.Members, [.. leftLikes], [.. rightLikes]), [.. scores]);
    }

    private MarketLists Solve(TwoSidedMarket market) =>
        _options.Method switch
        {
            MarketMethod.OwnPreference => MarketRanking.By(
                market,
                pair => market.LeftLikes[pair],
                pair => market.RightLikes[pair],
                _context.CancellationToken
            ),
            MarketMethod.Product => MarketSolver.Solve(market, MarketObjective.Product, _options.Seed, _context.CancellationToken),
            MarketMethod.TransferableUtility => MarketSolver.Solve(
                market,
                MarketObjective.TransferableUtility,
                _options.Seed,
                _context.CancellationToken
            ),
            MarketMethod.SocialWelfare => MarketSolver.Solve(
                market,
                MarketObjective.SocialWelfare,
                _options.Seed,
                _context.CancellationToken
            ),
            _ => MarketSolver.Solve(market, MarketObjective.NashWelfare, _options.Seed, _context.CancellationToken),
        };

    private void AddLists(
        Dictionary<string, IReadOnlyList<RankedMember>> rankings,
        int[] starts,
        Func<int, int> pairOf,
        int[] others,
        int[] ranks,
        float[] scores
    )
    {
        PersistentArray<Member> members = _context.Index.Members;
        for (int member = 0; member + 1 < starts.Length; member++)
        {
            if (starts[member] == starts[member + 1])
                continue;
            int[] pairs =
            [
                .. Enumerable
                    .Range(starts[member], starts[member + 1] - starts[member])
                    .Select(pairOf)
                    .OrderBy(pair => ranks[pair])
                    .Take(_options.Count),
            ];

            // Who seeks and serves both keeps the list of those they ask for.
            rankings.TryAdd(members[member].Id, Array.ConvertAll(pairs, pair => new RankedMember(members[others[pair]].Id, scores[pair])));
        }
    }
}
