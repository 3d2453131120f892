namespace Matchmaking.Optimization.Tests;

/// <summary>A wrong argument is refused, and the message names its place.</summary>
public sealed class ArgumentTests
{
    [Fact]
    public void Edges_name_nodes_that_there_are_and_weights_in_their_range()
    {
        Refused<ArgumentOutOfRangeException>("nodeCount", "-1", () => MaximumWeightMatching.Solve(-1, []));
        Refused<ArgumentOutOfRangeException>("edges", "edge 1", () => MaximumWeightMatching.Solve(2, [new(0, 1, 1), new(0, 2, 1)]));
        Refused<ArgumentOutOfRangeException>("edges", "edge 0", () => MaximumWeightMatching.Solve(2, [new(-1, 1, 1)]));
        Refused<ArgumentOutOfRangeException>("edges", "edge 0", () => MaximumWeightMatching.Solve(2, [new(0, 1, 1_000_000_000_001)]));
        Refused<ArgumentOutOfRangeException>("edges", "smaller weights", () =>
            MaximumWeightMatching.Solve(3_000_000, [new(0, 1, 1_000_000_000_000)], new() { MaximumCardinality = true })
        );
    }

    [Fact]
    public void Gains_name_who_there_is_and_each_pair_once()
    {
        Refused<ArgumentException>("pairs", "proposer 1", () => Gains([new(1, 0, 1, 1)], [1], [1]));
        Refused<ArgumentException>("pairs", "receiver 3", () => Gains([new(0, 3, 1, 1)], [1], [1]));
        Refused<ArgumentException>("pairs", "pair 1", () => Gains([new(0, 0, 1, 1), new(0, 1, double.NaN, 1)], [1], [1, 1]));
        Refused<ArgumentException>("pairs", "twice", () => Gains([new(0, 0, 1, 1), new(0, 0, 2, 1)], [1], [1]));
        Refused<ArgumentException>("proposerCapacities", "capacity 1", () => Gains([], [1, -1], [1]));
        Refused<ArgumentException>("receiverCapacities", "capacity 0", () => Gains([], [1], [-4]));
        Refused<ArgumentNullException>("proposerCapacities", "", () => Gains([], null!, [1]));
    }

    [Fact]
    public void Lists_fit_their_starts_and_name_nobody_twice()
    {
        Refused<ArgumentException>("proposerStarts", "2 starts", () => Rows([0], [0], [0, 1], [0]));
        Refused<ArgumentException>("proposerStarts", "end with 1", () => Rows([0, 2], [0], [0, 1], [0]));
        Refused<ArgumentException>("receiverStarts", "begin with 0", () => Rows([0, 1], [0], [1, 1], [0]));
        Refused<ArgumentException>("proposerLists", "entry 0", () => Rows([0, 1], [7], [0, 1], [0]));
        Refused<ArgumentException>("receiverLists", "twice", () => Rows([0, 1], [0], [0, 2], [0, 0]));
        Refused<ArgumentException>("proposerLists", "list 0 is null", () => PreferenceLists.FromLists(
                [null!],
                [
                    [0],
                ],
                [1],
                [1]
            ));
        Refused<ArgumentException>("proposerStarts", "start 2", () =>
            PreferenceLists.FromRows([0, 2, 1, 2], [0, 1], [0, 0, 0], [], [1, 1, 1], [1, 1])
        );
        Refused<ArgumentException>("proposerStarts", "3 starts", () => PreferenceLists.FromLists(
                [
                    [0],
                ],
                [
                    [0],
                ],
                [1, 1],
                [1]
            ));
        Refused<ArgumentNullException>("lists", "", () => StableMatching.Solve(null!));
        Refused<ArgumentNullException>("matching", "", () =>
            StableMatching.BlockingPairs(PreferenceLists.FromLists([], [], [], []), null!)
        );
    }

    [Fact]
    public void A_table_is_full_and_no_higher_than_wide()
    {
        Refused<ArgumentException>("rows", "3 rows", () => LinearAssignment.Solve(3, 2, new int[6]));
        Refused<ArgumentException>("rows", "-1 rows", () => LinearAssignment.Solve(-1, 2, new int[6]));
        Refused<ArgumentException>("costs", "5 costs", () => LinearAssignment.Solve(2, 3, new long[5]));
        Refused<ArgumentOutOfRangeException>("costs", "row 1, column 0", () =>
            LinearAssignment.Solve(2, 2, [0L, 0, -1_000_000_000_001, 0])
        );
        Refused<ArgumentNullException>("costs", "", () => LinearAssignment.Solve(1, 1, (int[])null!));
    }

    [Fact]
    public void An_assignment_is_within_its_ranges()
    {
        AssignmentProblem right = new()
        {
            Left = AssignmentSide.OfOnes(1),
            Right = AssignmentSide.OfOnes(2),
            Pairs = [new(0, 0, 1)],
        };
        Wrong<ArgumentOutOfRangeException>("pair 1", right with { Pairs = [new(0, 0, 1), new(0, 2, 1)] });
        Wrong<ArgumentOutOfRangeException>("pair 0", right with { Pairs = [new(0, 0, 1_000_000_000_001)] });
        Wrong<ArgumentException>("left 0 and right 1", right with { Pairs = [new(0, 1, 1), new(0, 1, 2, IsLocked: true)] });
        Wrong<ArgumentOutOfRangeException>("left capacity 0", right with { Left = new() { Capacities = [-1] } });
        Wrong<ArgumentOutOfRangeException>("right minimum 1", right with { Right = right.Right with { Minimums = [0, -1] } });
        Wrong<ArgumentException>("2 capacities and 1 minimums", right with { Right = right.Right with { Minimums = [0] } });
        Wrong<ArgumentOutOfRangeException>("left side", right with { Left = right.Left with { ShortfallPrice = -1 } });
        Wrong<ArgumentException>("right side", right with { Right = null! });
        Wrong<ArgumentException>("no list of pairs", right with { Pairs = null! });
        Refused<ArgumentNullException>("problem", "", () => CapacitatedAssignment.Solve(null!));
        Refused<ArgumentOutOfRangeException>("count", "-2", () => AssignmentSide.OfOnes(-2));

        static void Wrong<T>(string place, AssignmentProblem problem)
            where T : ArgumentException => Refused<T>("problem", place, () => CapacitatedAssignment.Solve(problem));
    }

    [Fact]
    public void A_market_is_whole_and_its_likings_are_probabilities()
    {
        Refused<ArgumentException>("leftStarts", "end with 1", () => Market([0, 2], [0], [1]));
        Refused<ArgumentException>("leftStarts", "start 2", () => Market([0, 2, 1, 2], [0, 1], [1, 1]));
        Refused<ArgumentException>("rights", "right person 2", () => Market([0, 1], [2], [1]));
        Refused<ArgumentException>("rights", "twice", () => Market([0, 2], [1, 1], [1, 1]));
        Refused<ArgumentException>("leftLikes", "pair 0", () => Market([0, 1], [0], [1.1f]));
        Refused<ArgumentException>("leftLikes", "pair 0", () => Market([0, 1], [0], [float.NaN]));
        Refused<ArgumentException>("leftLikes", "2 likings", () => Market([0, 1], [0], [1, 1]));
        Refused<ArgumentException>("rightLikes", "2 × 1", () => TwoSidedMarket.Full(new double[1, 2], new double[1, 2]));
        TwoSidedMarket market = Market([0, 1], [0], [1]);
        Refused<ArgumentOutOfRangeException>("pair", "1 pairs", () => market.LeftOf(1));
        Refused<ArgumentOutOfRangeException>("pair", "1 pairs", () => market.RightOf(-1));
        Refused<ArgumentOutOfRangeException>("left", "1 left", () => market.PairsOfLeft(1));
        Refused<ArgumentOutOfRangeException>("right", "2 right", () => market.PairsOfRight(2).Length);
        Refused<ArgumentOutOfRangeException>("objective", "", () => MarketSolver.Solve(market, (MarketObjective)99));
        Refused<ArgumentOutOfRangeException>("temperature", "above 0", () => TransferableUtility.Fit(market, 0));
        Refused<ArgumentOutOfRangeException>("Temperature", "above 0", () => new MarketSolverOptions { Temperature = double.NaN });
        Refused<ArgumentOutOfRangeException>("Rounds", "a round", () => new MarketSolverOptions { Rounds = 0 });
        Refused<ArgumentException>("market", "not the one", () => TransferableUtility.Fit(market).MatchShare(Market([0], [], []), 0));
        Refused<ArgumentException>("lists", "no looks", () =>
            MarketFigures.Of(market, MarketLists.FromRanks([1], [1]) with { LeftLooks = default })
        );
        Refused<ArgumentException>("leftRanks", "pair 0", () => MarketLists.FromRanks([0], [1]));
        Refused<ArgumentException>("rightRanks", "2 on the right", () => MarketLists.FromRanks([1], [1, 2]));
        Refused<ArgumentException>("lists", "1 pairs", () => MarketFigures.Of(market, MarketLists.FromRanks([1, 2], [1, 1])));
    }

    private static PreferenceLists Gains(PairGains[] pairs, int[] proposers, int[] receivers) =>
        PreferenceLists.FromGains(pairs, proposers, receivers);

    private static PreferenceLists Rows(int[] proposerStarts, int[] proposers, int[] receiverStarts, int[] receivers) =>
        PreferenceLists.FromRows(proposerStarts, proposers, receiverStarts, receivers, [1], [1]);

    private static TwoSidedMarket Market(int[] starts, int[] rights, float[] likes) =>
        new(starts, rights, 2, likes, [.. Enumerable.Repeat(1f, rights.Length)]);

    private static void Refused<T>(string name, string place, Func<object> call)
        where T : ArgumentException
    {
        T error = Assert.Throws<T>(call);
        Assert.Equal(name, error.ParamName);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
    }
}
