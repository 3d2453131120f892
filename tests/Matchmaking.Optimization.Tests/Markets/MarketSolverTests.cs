using System.Globalization;

namespace Matchmaking.Optimization.Tests.Markets;

public sealed class MarketSolverTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly TwoSidedMarket Congested = Read("30x20", "20x30");

    [Fact]
    public void The_products_figures_are_the_published_ones()
    {
        MarketFigures figures = FiguresOf(MarketObjective.Product);

        Assert.Equal(13.21, figures.ExpectedMatches, 0.01);
        Assert.Equal((211, 81), (figures.LeftEnvy, figures.RightEnvy));
    }

    [Fact]
    public void Everybodys_own_preference_has_the_published_figures()
    {
        MarketLists naive = MarketSolver.Solve(Congested, MarketObjective.OwnPreference, cancellationToken: Token);

        var figures = MarketFigures.Of(Congested, naive, Token);

        Assert.Equal(6.10, figures.ExpectedMatches, 0.01);
        Assert.Equal((383, 172), (figures.LeftEnvy, figures.RightEnvy));
    }

    [Fact]
    public void Transferable_utility_spreads_the_looks()
    {
        MarketFigures figures = FiguresOf(MarketObjective.TransferableUtility);

        Assert.InRange(figures.ExpectedMatches, 15.4, 20);
        Assert.InRange(figures.LeftExposureGini, 0, FiguresOf(MarketObjective.Product).LeftExposureGini - 0.1);
    }

    [Fact]
    public void Social_welfare_has_the_most_matches() =>
        Assert.InRange(FiguresOf(MarketObjective.SocialWelfare).ExpectedMatches, 16.51, 20);

    [Fact]
    public void Nash_welfare_leaves_no_envy()
    {
        MarketFigures figures = FiguresOf(MarketObjective.NashWelfare);

        Assert.InRange(figures.ExpectedMatches, 15.76, 20);
        Assert.Equal((0, 0), (figures.LeftEnvy, figures.RightEnvy));
    }

    [Fact]
    public void Transferable_utility_leaves_each_with_one_in_all()
    {
        TransferableUtilityFit fit = TransferableUtility.Fit(Congested, cancellationToken: Token);

        Assert.True(fit.IsSettled);
        for (int person = 0; person < Congested.LeftCount; person++)
        {
            double pairs = Enumerable.Range(Congested.PairsOfLeft(person).Start.Value, 20).Sum(pair => fit.MatchShare(Congested, pair));
            Assert.Equal(1, pairs + (fit.LeftFactors[person] * fit.LeftFactors[person]), 1e-3);
        }
    }

    [Theory]
    [InlineData(nameof(MarketObjective.Product))]
    [InlineData(nameof(MarketObjective.TransferableUtility))]
    [InlineData(nameof(MarketObjective.SocialWelfare))]
    [InlineData(nameof(MarketObjective.NashWelfare))]
    public void Every_list_ranks_everybody_on_it_once_and_is_the_same_again(string objective)
    {
        TwoSidedMarket market = Sparse();

        MarketLists lists = MarketSolver.Solve(market, Enum.Parse<MarketObjective>(objective), new() { Seed = 3 }, Token);
        MarketLists again = MarketSolver.Solve(market, Enum.Parse<MarketObjective>(objective), new() { Seed = 3 }, Token);

        for (int person = 0; person < market.LeftCount; person++)
        {
            (int start, int end) = (market.LeftStarts[person], market.LeftStarts[person + 1]);
            Assert.Equal(Enumerable.Range(1, end - start), lists.LeftRanks.AsSpan()[start..end].ToArray().Order());
            Assert.Equal(Enumerable.Range(1, end - start).Sum(r => 1.0 / r), lists.LeftLooks.AsSpan()[start..end].ToArray().Sum(), 1e-9);
        }

        for (int person = 0; person < market.RightCount; person++)
        {
            int[] pairs = market.RightPairs[market.RightStarts[person]..market.RightStarts[person + 1]];
            Assert.Equal(Enumerable.Range(1, pairs.Length), pairs.Select(p => lists.RightRanks[p]).Order());
            Assert.Equal(Enumerable.Range(1, pairs.Length).Sum(r => 1.0 / r), pairs.Sum(p => lists.RightLooks[p]), 1e-9);
        }

        Assert.Equal(lists.LeftRanks, again.LeftRanks);
        Assert.Equal(lists.RightLooks, again.RightLooks);
    }

    [Fact]
    public void Drawn_lists_look_as_often_as_they_say()
    {
        // The lists of the first left person over many seeds: whom they rank first, against the mean look that is reported.
        int[] pairs = [.. Enumerable.Range(0, 20)];
        const int Rounds = 60;
        MarketLists said = MarketSolver.Solve(Congested, MarketObjective.NashWelfare, new() { Rounds = Rounds, Seed = 0 }, Token);
        double[] looked = new double[20];
        const int Draws = 60;
        for (int seed = 0; seed < Draws; seed++)
        {
            MarketLists drawn = MarketSolver.Solve(Congested, MarketObjective.NashWelfare, new() { Rounds = Rounds, Seed = seed }, Token);
            foreach (int pair in pairs)
                looked[pair] += 1.0 / drawn.LeftRanks[pair] / Draws;
        }

        Assert.All(pairs, pair => Assert.Equal(said.LeftLooks[pair], looked[pair], 0.2));
    }

    [Fact]
    public void Looks_that_are_even_have_no_gini_and_no_envy()
    {
        var market = TwoSidedMarket.Full(
            new double[,]
            {
                { 0.5, 0.5 },
                { 0.5, 0.5 },
            },
            new double[,]
            {
                { 0.5, 0.5 },
                { 0.5, 0.5 },
            }
        );
        double[] even = [0.75, 0.75, 0.75, 0.75];

        Assert.Equal(
            new MarketFigures
            {
                ExpectedMatches = 4 * 0.25 * 0.75 * 0.75,
                LeftEnvy = 0,
                RightEnvy = 0,
                LeftExposureGini = 0,
                RightExposureGini = 0,
            },
            MarketFigures.Of(
                market,
                new MarketLists
                {
                    LeftRanks = [1, 2, 1, 2],
                    RightRanks = [1, 1, 2, 2],
                    LeftLooks = [.. even],
                    RightLooks = [.. even],
                },
                Token
            )
        );
    }

    [Fact]
    public void It_ends_when_asked_to()
    {
        foreach (MarketObjective objective in Enum.GetValues<MarketObjective>())
            Assert.ThrowsAny<OperationCanceledException>(() =>
                MarketSolver.Solve(Congested, objective, cancellationToken: new CancellationToken(canceled: true))
            );
    }

    private static MarketFigures FiguresOf(MarketObjective objective) =>
        MarketFigures.Of(Congested, MarketSolver.Solve(Congested, objective, cancellationToken: Token), Token);

    private static TwoSidedMarket Sparse()
    {
        var random = new Random(11);
        int[][] lists = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 25).Where(_ => random.Next(3) == 0).ToArray())];
        int[] starts = [0, .. lists.Select(l => l.Length)];
        for (int i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        int[] rights = [.. lists.SelectMany(l => l)];
        return new TwoSidedMarket(
            starts,
            rights,
            25,
            Array.ConvertAll(rights, _ => random.NextSingle()),
            Array.ConvertAll(rights, _ => random.NextSingle())
        );
    }

    private static TwoSidedMarket Read(string forward, string backward) =>
        TwoSidedMarket.Full(Table($"left_to_right_{forward}.csv"), Table($"right_to_left_{backward}.csv"));

    private static double[,] Table(string name)
    {
        string[][] rows =
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Markets", "two-sided-market", name)).Select(line => line.Split(',')),
        ];
        var table = new double[rows.Length, rows[0].Length];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
                table[i, j] = double.Parse(rows[i][j], CultureInfo.InvariantCulture);
        }

        return table;
    }

    [Fact]
    public void A_market_larger_than_what_one_thread_takes_at_a_time_has_the_same_lists_on_any_number()
    {
        const int People = 3000,
            Each = 5;
        var random = new Random(7);
        int[] rights = new int[People * Each];
        float[] likes = new float[rights.Length],
            back = new float[rights.Length];
        for (int i = 0; i < rights.Length; i++)
            (rights[i], likes[i], back[i]) = (((i / Each) + 1 + ((i % Each) * 577)) % People, random.NextSingle(), random.NextSingle());
        var market = new TwoSidedMarket([.. Enumerable.Range(0, People + 1).Select(i => i * Each)], rights, People, likes, back);

        MarketLists[] lists =
        [
            .. new[] { 1, 2, 8 }.Select(threads =>
                Threads.On(threads, () => MarketSolver.Solve(market, MarketObjective.TransferableUtility, cancellationToken: Token))
            ),
        ];

        Assert.All(lists, other => Assert.Equal(lists[0].LeftRanks, other.LeftRanks));
        Assert.All(lists, other => Assert.Equal(lists[0].RightLooks, other.RightLooks));
    }
}
