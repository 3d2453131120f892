namespace Matchmaking.Optimization.Tests;

/// <summary>What is stated of threads: many may solve the same input at once, and each gets the answer of one alone.</summary>
public sealed class ThreadsTests
{
    private const int Calls = 24;

    private static readonly Random s_random = new(17);

    private static readonly WeightedEdge[] s_edges =
    [
        .. Enumerable.Range(0, 3000).Select(_ => new WeightedEdge(s_random.Next(300), s_random.Next(300), s_random.Next(1000))),
    ];

    private static readonly PairGains[] s_gains =
    [
        .. Enumerable.Range(0, 60 * 40).Select(i => new PairGains(i / 40, i % 40, s_random.Next(9), s_random.Next(9))),
    ];

    private static readonly int[] s_costs = [.. Enumerable.Range(0, 80 * 90).Select(_ => s_random.Next(1000))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Many_may_look_for_the_heaviest_pairs_of_one_graph() =>
        AreSame(() => MaximumWeightMatching.Solve(300, s_edges, new() { MaximumCardinality = true }, Token).Mates.ToArray());

    [Fact]
    public void Many_may_solve_the_same_lists()
    {
        var lists = PreferenceLists.FromGains(s_gains, [.. Enumerable.Repeat(2, 60)], [.. Enumerable.Repeat(3, 40)]);

        AreSame(() => StableMatching.Solve(lists, Token).Pairs.ToArray());
    }

    [Fact]
    public void Many_may_solve_the_same_table() => AreSame(() => LinearAssignment.Solve(80, 90, s_costs, Token).Columns.ToArray());

    [Fact]
    public void Many_may_solve_the_same_assignment()
    {
        var problem = new AssignmentProblem
        {
            Left = AssignmentSide.OfOnes(80),
            Right = AssignmentSide.OfOnes(90),
            Pairs = [.. s_costs.Select((cost, i) => new AssignmentPair(i / 90, i % 90, cost))],
        };

        AreSame(() => CapacitatedAssignment.Solve(problem, Token).Pairs.ToArray());
    }

    [Fact]
    public void Many_may_rank_and_measure_the_same_market()
    {
        var likes = new double[30, 20];
        var back = new double[20, 30];
        for (int i = 0; i < 600; i++)
            (likes[i / 20, i % 20], back[i % 20, i / 20]) = (s_costs[i] / 1000.0, s_costs[i + 600] / 1000.0);
        var market = TwoSidedMarket.Full(likes, back);

        foreach (MarketObjective objective in Enum.GetValues<MarketObjective>())
        {
            AreSame(() =>
            {
                MarketLists lists = MarketSolver.Solve(market, objective, new() { Rounds = 20 }, Token);
                return MarketFigures.Of(market, lists, Token).ExpectedMatches;
            });
        }
    }

    private static void AreSame<T>(Func<T> solve)
    {
        T alone = solve();
        var answers = new T[Calls];
        Parallel.For(0, Calls, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => answers[i] = solve());
        Assert.All(answers, answer => Assert.Equal(alone, answer));
    }
}
