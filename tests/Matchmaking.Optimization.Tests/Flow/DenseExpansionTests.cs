using CsCheck;
using Matchmaking.Optimization.Flow;

namespace Matchmaking.Optimization.Tests.Flow;

/// <summary>The table gives as many pairs and the same worth as the flow, whatever the problem.</summary>
public sealed class DenseExpansionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // One side takes one each, the other some; which one is drawn, and so is how many pairs are missing, and which are locked.
    private static readonly Gen<AssignmentProblem> Problems =
        from singles in Gen.Int[1, 14]
        from takers in Gen.Int[1, 9]
        from single in Side(singles, 1)
        from taker in Side(takers, 4)
        from isTurned in Gen.Bool
        from weights in Gen.Int[-20, 60].Array[singles * takers]
        from fates in Gen.Int[0, 99].Array[singles * takers]
        from missing in OneOf(0, 0, 5, 25, 60)
        from locked in OneOf(0, 0, 3)
        from most in Gen.Bool
        select new AssignmentProblem
        {
            Left = isTurned ? taker : single,
            Right = isTurned ? single : taker,
            Pairs =
            [
                .. Enumerable
                    .Range(0, singles * takers)
                    .Where(i => fates[i] >= missing)
                    .Select(i => (Single: i / takers, Taker: i % takers, Weight: weights[i], IsLocked: fates[i] > 99 - locked))
                    .Select(p => new AssignmentPair(isTurned ? p.Taker : p.Single, isTurned ? p.Single : p.Taker, p.Weight, p.IsLocked)),
            ],
            MaximumCardinality = most,
        };

    [Fact]
    public void The_number_and_the_worth_are_those_of_the_flow() =>
        Problems.Sample(
            problem =>
            {
                CapacitatedAssignmentResult byPaths = ByPaths(problem);
                if (ByTable(problem) is not { } byTable)
                    return;
                Assert.Equal(Worth(problem, byPaths), Worth(problem, byTable));
                if (problem.MaximumCardinality)
                    Assert.Equal(byPaths.Pairs.Length, byTable.Pairs.Length);
                Assert.Equal(byTable.Pairs.Length, byTable.Pairs.Distinct().Count());
                Assert.All(problem.Pairs.Where(pair => pair.IsLocked), pair => Assert.Contains(pair, byTable.Pairs));
                AssignmentPair[] free = [.. byTable.Pairs.Where(pair => !pair.IsLocked)];
                Assert.All(free.CountBy(p => p.Left), c =>
                    Assert.InRange(c.Value, 0, Math.Max(0, problem.Left.Capacities[c.Key] - Locked(problem, p => p.Left == c.Key)))
                );
                Assert.All(free.CountBy(p => p.Right), c =>
                    Assert.InRange(c.Value, 0, Math.Max(0, problem.Right.Capacities[c.Key] - Locked(problem, p => p.Right == c.Key)))
                );
            },
            iter: 4000
        );

    [Theory]
    [InlineData(false, 1.0, 200, 120, 1)]
    [InlineData(true, 1.0, 200, 120, 2)]
    [InlineData(true, 0.9, 120, 200, 1)]
    [InlineData(true, 0.6, 300, 100, 3)]
    public void A_large_dense_problem_is_solved_by_the_table_with_the_worth_of_the_flow(
        bool hasMinimums,
        double density,
        int lefts,
        int rights,
        int places
    )
    {
        var random = new Random(lefts + places);
        double[] liked = [.. Enumerable.Range(0, rights).Select(_ => random.NextDouble())];
        const long Scale = 1_000_000;
        var problem = new AssignmentProblem
        {
            Left = AssignmentSide.OfOnes(lefts),
            Right = new()
            {
                Capacities = [.. Enumerable.Repeat(places, rights)],
                Minimums = hasMinimums ? [.. Enumerable.Repeat(1, rights)] : null,
                ShortfallPrice = hasMinimums ? Scale * (lefts + 1) : 0,
            },
            Pairs =
            [
                .. Enumerable
                    .Range(0, lefts * rights)
                    .Where(_ => random.NextDouble() < density * 1.3)
                    .Select(i => new AssignmentPair(i / rights, i % rights, (long)(Scale * (liked[i % rights] + random.NextDouble())))),
            ],
            MaximumCardinality = true,
        };
        Assert.Equal(problem.Pairs.Count >= DenseExpansion.FewestPairs, DenseExpansion.Suits(new AssignmentNetwork(problem)));

        CapacitatedAssignmentResult byPaths = ByPaths(problem);
        CapacitatedAssignmentResult solved = CapacitatedAssignment.Solve(problem, Token);

        Assert.Equal(byPaths.Pairs.Length, solved.Pairs.Length);
        Assert.Equal(Worth(problem, byPaths), Worth(problem, solved));
        Assert.Equal(solved.Pairs, CapacitatedAssignment.Solve(problem, Token).Pairs);
    }

    [Fact]
    public void A_small_problem_a_sparse_one_and_one_of_many_places_are_left_to_the_flow()
    {
        Assert.False(Suits(100, 100, 1, 1));
        Assert.False(Suits(1000, 500, 1, 0.1));
        Assert.False(Suits(1000, 50, 40, 1));
        Assert.True(Suits(200, 200, 1, 1));
        Assert.True(Suits(500, 100, 5, 0.8));
    }

    [Fact]
    public void Where_both_sides_take_several_the_table_is_not_asked()
    {
        AssignmentSide two = new() { Capacities = [2, 2] };
        AssignmentPair[] pairs = [new(0, 0, 1), new(0, 1, 1), new(1, 0, 1), new(1, 1, 1)];
        var problem = new AssignmentProblem
        {
            Left = two,
            Right = two,
            Pairs = pairs,
        };

        Assert.Null(ByTable(problem));
        Assert.Equal(pairs, CapacitatedAssignment.Solve(problem, Token).Pairs);
    }

    private static bool Suits(int lefts, int rights, int places, double density)
    {
        var random = new Random(1);
        return DenseExpansion.Suits(
            new AssignmentNetwork(
                new()
                {
                    Left = AssignmentSide.OfOnes(lefts),
                    Right = new() { Capacities = [.. Enumerable.Repeat(places, rights)] },
                    Pairs =
                    [
                        .. Enumerable
                            .Range(0, lefts * rights)
                            .Where(_ => random.NextDouble() < density)
                            .Select(i => new AssignmentPair(i / rights, i % rights, 1)),
                    ],
                }
            )
        );
    }

    private static Gen<int> OneOf(params int[] numbers) => Gen.Int[0, numbers.Length - 1].Select(i => numbers[i]);

    private static Gen<AssignmentSide> Side(int count, int most) =>
        from capacities in Gen.Int[0, most].Array[count]
        from minimums in Gen.Int[0, 2].Array[count]
        from price in OneOf(0, 0, 7, 40)
        select new AssignmentSide
        {
            Capacities = capacities,
            Minimums = price == 0 ? null : minimums,
            ShortfallPrice = price,
        };

    private static CapacitatedAssignmentResult ByPaths(AssignmentProblem problem)
    {
        var network = new AssignmentNetwork(problem);
        CapacitatedAssignment.SolveByPaths(network, Token);
        return CapacitatedAssignment.Result(problem, network);
    }

    private static CapacitatedAssignmentResult? ByTable(AssignmentProblem problem)
    {
        var network = new AssignmentNetwork(problem);
        return DenseExpansion.TrySolve(network, Token) ? CapacitatedAssignment.Result(problem, network) : null;
    }

    private static int Locked(AssignmentProblem problem, Func<AssignmentPair, bool> isTheirs) =>
        problem.Pairs.Count(pair => pair.IsLocked && isTheirs(pair));

    /// <summary>Weights, and prices of minimums that are met.</summary>
    private static long Worth(AssignmentProblem problem, CapacitatedAssignmentResult result) =>
        result.TotalWeight
        + result.Pairs.CountBy(p => p.Left).Sum(c => Met(problem.Left, c.Key, c.Value))
        + result.Pairs.CountBy(p => p.Right).Sum(c => Met(problem.Right, c.Key, c.Value));

    private static long Met(AssignmentSide side, int at, int count) => side.ShortfallPrice * Math.Min(count, side.Minimums?[at] ?? 0);
}
