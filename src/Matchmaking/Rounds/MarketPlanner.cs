using System.Collections.Immutable;
using Matchmaking.Optimization;

namespace Matchmaking.Rounds;

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
            Rules = options.Rules,
            IncludeConnected = options.IncludeConnected,
            Mentors = new MentorRoundOptions { IncludeMentored = options.IncludeMentored },
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
        AddLists(rankings, market.LeftCount, PairsOfLeft, market.RightOf, solved.LeftRanks, scores);
        if (_context.IsDirected)
            AddLists(rankings, market.RightCount, PairsOfRight, market.LeftOf, solved.RightRanks, scores);
        _context.Progress.Report(1);

        // Where everybody stands on both sides each pair is there twice.
        return new MarketRankings
        {
            Lists = rankings,
            ExpectedMatches = _context.IsDirected ? figures.ExpectedMatches : figures.ExpectedMatches / 2,
            AskingEnvy = figures.LeftEnvy,
            AskedEnvy = figures.RightEnvy,
            AskingExposureGini = Gini(market.LeftCount, PairsOfLeft, solved.RightLooks),
            AskedExposureGini = Gini(market.RightCount, PairsOfRight, solved.LeftLooks),
        };

        int[] PairsOfLeft(int left)
        {
            Range pairs = market.PairsOfLeft(left);
            return [.. Enumerable.Range(pairs.Start.Value, pairs.End.Value - pairs.Start.Value)];
        }

        int[] PairsOfRight(int right) => market.PairsOfRight(right).ToArray();
    }

    /// <summary>Over those who stand on a list at all: the market's positions hold those, too, who are not of the side.</summary>
    private static double Gini(int members, Func<int, int[]> pairsOf, ImmutableArray<double> looks) =>
        ExposureGini.Of([
            .. Enumerable
                .Range(0, members)
                .Select(pairsOf)
                .Where(pairs => pairs.Length > 0)
                .Select(pairs => pairs.Sum(pair => looks[pair])),
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
                // Who was introduced not long ago is liked less, and never less than not at all.
                leftLikes.Add(Math.Max(0, candidate.Gain));
                rightLikes.Add(Math.Max(0, candidate.Back));
                scores.Add(Math.Max(0, candidate.Score));
            }

            starts[member + 1] = rights.Count;
        }

        return (new TwoSidedMarket(starts, [.. rights], lists.Members, [.. leftLikes], [.. rightLikes]), [.. scores]);
    }

    private MarketLists Solve(TwoSidedMarket market)
    {
        MarketObjective objective = _options.Method switch
        {
            MarketMethod.OwnPreference => MarketObjective.OwnPreference,
            MarketMethod.Product => MarketObjective.Product,
            MarketMethod.TransferableUtility => MarketObjective.TransferableUtility,
            MarketMethod.SocialWelfare => MarketObjective.SocialWelfare,
            _ => MarketObjective.NashWelfare,
        };
        return MarketSolver.Solve(market, objective, new() { Seed = _options.Seed }, _context.CancellationToken);
    }

    private void AddLists(
        Dictionary<string, IReadOnlyList<RankedMember>> rankings,
        int count,
        Func<int, int[]> pairsOf,
        Func<int, int> otherOf,
        ImmutableArray<int> ranks,
        float[] scores
    )
    {
        PersistentArray<Member> members = _context.Index.Members;
        for (int member = 0; member < count; member++)
        {
            int[] all = pairsOf(member);
            if (all.Length == 0)
                continue;
            int[] pairs = [.. all.OrderBy(pair => ranks[pair]).Take(_options.Count)];

            // Who seeks and serves both keeps the list of those they ask for.
            rankings.TryAdd(
                members[member].Id,
                Array.ConvertAll(pairs, pair => new RankedMember { MemberId = members[otherOf(pair)].Id, Score = scores[pair] })
            );
        }
    }
}
