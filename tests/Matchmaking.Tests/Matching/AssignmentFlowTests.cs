using CsCheck;
using Google.OrTools.Graph;

namespace Matchmaking.Tests.Matching;

public sealed class AssignmentFlowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly Gen<AssignmentProblem> Problems =
        from lefts in Gen.Int[1, 12]
        from rights in Gen.Int[1, 8]
        from left in Sides(lefts)
        from right in Sides(rights)
        from pairs in Gen.Select(Gen.Int[0, lefts - 1], Gen.Int[0, rights - 1], Gen.Int[-20, 60]).Array[0, 50]
        from most in Gen.Bool
        select new AssignmentProblem(
            left,
            right,
            [.. pairs.DistinctBy(p => (p.Item1, p.Item2)).Select(p => new FitPair(p.Item1, p.Item2, p.Item3))]
        )
        {
            MaximumCardinality = most,
        };

    [Fact]
    public void Two_good_pairs_beat_the_best_one()
    {
        var problem = new AssignmentProblem(AssignmentSide.OfOnes(2), AssignmentSide.OfOnes(2), [new(0, 0, 9), new(0, 1, 8), new(1, 0, 7)]);

        Assert.Equal([new(0, 1, 8), new(1, 0, 7)], AssignmentFlow.Solve(problem, Token));
    }

    [Fact]
    public void A_mentor_takes_as_many_as_they_can()
    {
        var problem = new AssignmentProblem(AssignmentSide.OfOnes(3), new AssignmentSide([2]), [new(0, 0, 5), new(1, 0, 7), new(2, 0, 6)]);

        Assert.Equal([new(1, 0, 7), new(2, 0, 6)], AssignmentFlow.Solve(problem, Token));
    }

    [Fact]
    public void Every_mentor_gets_one_where_the_price_is_higher_than_the_loss()
    {
        FitPair[] pairs = [new(0, 0, 10), new(0, 1, 4), new(1, 0, 10), new(1, 1, 7)];
        AssignmentProblem With(long price) => new(AssignmentSide.OfOnes(2), new AssignmentSide([2, 2], [1, 1], price), pairs);

        Assert.Equal([pairs[0], pairs[2]], AssignmentFlow.Solve(With(2), Token));
        Assert.Equal([pairs[0], pairs[3]], AssignmentFlow.Solve(With(4), Token));
    }

    [Fact]
    public void A_locked_pair_stays_and_the_rest_is_solved_around_it()
    {
        var problem = new AssignmentProblem(
            AssignmentSide.OfOnes(2),
            AssignmentSide.OfOnes(2),
            [new(0, 0, 9), new(0, 1, 1, IsLocked: true), new(1, 0, 3), new(1, 1, 8)]
        );

        Assert.Equal([problem.Pairs[1], problem.Pairs[2]], AssignmentFlow.Solve(problem, Token));
    }

    [Fact]
    public void The_number_of_pairs_comes_first_where_it_shall()
    {
        var problem = new AssignmentProblem(AssignmentSide.OfOnes(2), AssignmentSide.OfOnes(2), [new(0, 0, 9), new(0, 1, 1), new(1, 0, 2)]);

        Assert.Equal([problem.Pairs[0]], AssignmentFlow.Solve(problem, Token));
        Assert.Equal([problem.Pairs[1], problem.Pairs[2]], AssignmentFlow.Solve(problem with { MaximumCardinality = true }, Token));
    }

    [Fact]
    public void Worth_and_number_are_those_of_OrTools() =>
        Problems.Sample(
            problem =>
            {
                FitPair[] chosen = AssignmentFlow.Solve(problem, Token);
                (long worth, long count) = OrTools(problem);
                Assert.Equal(worth, Worth(problem, chosen));
                if (problem.MaximumCardinality)
                    Assert.Equal(count, chosen.Length);
            },
            iter: 2000
        );

    [Fact]
    public void No_capacity_is_exceeded_and_no_pair_made_up() =>
        Problems.Sample(
            problem =>
            {
                FitPair[] chosen = AssignmentFlow.Solve(problem, Token);
                Assert.Equal(chosen.Length, chosen.Distinct().Count());
                Assert.Subset(problem.Pairs.ToHashSet(), chosen.ToHashSet());
                Assert.All(chosen.CountBy(p => p.Left), c => Assert.InRange(c.Value, 0, problem.Left.Capacities[c.Key]));
                Assert.All(chosen.CountBy(p => p.Right), c => Assert.InRange(c.Value, 0, problem.Right.Capacities[c.Key]));
            },
            iter: 500
        );

    [Fact]
    public void A_larger_market_agrees_with_OrTools()
    {
        var random = new Random(5);
        FitPair[] pairs =
        [
            .. Enumerable
                .Range(0, 600)
                .SelectMany(l => Enumerable.Range(0, 12).Select(_ => new FitPair(l, random.Next(90), random.Next(1, 1000))))
                .DistinctBy(p => (p.Left, p.Right)),
        ];
        var problem = new AssignmentProblem(
            new AssignmentSide([.. Enumerable.Repeat(2, 600)]),
            new AssignmentSide([.. Enumerable.Repeat(6, 90)]),
            pairs
        );

        Assert.Equal(OrTools(problem).Worth, Worth(problem, AssignmentFlow.Solve(problem, Token)));
    }

    [Fact]
    public void It_ends_when_asked_to() =>
        Assert.Throws<OperationCanceledException>(() =>
            AssignmentFlow.Solve(
                new(AssignmentSide.OfOnes(1), AssignmentSide.OfOnes(1), [new(0, 0, 1)]),
                new CancellationToken(canceled: true)
            )
        );

    [Fact]
    public void What_is_out_of_range_is_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            AssignmentFlow.Solve(new(AssignmentSide.OfOnes(1), AssignmentSide.OfOnes(1), [new(0, 1, 1)]), Token)
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            AssignmentFlow.Solve(new(AssignmentSide.OfOnes(1), AssignmentSide.OfOnes(1), [new(0, 0, long.MinValue)]), Token)
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => AssignmentFlow.Solve(new(AssignmentSide.OfOnes(1), new([1], [1], -1), []), Token));
    }

    private static Gen<AssignmentSide> Sides(int count) =>
        from capacities in Gen.Int[0, 4].Array[count]
        from minimums in Gen.Int[0, 2].Array[count]
        from price in Gen.Int[0, 40]
        select new AssignmentSide(capacities, [.. minimums.Zip(capacities, Math.Min)], price);

    /// <summary>Fits, and prices of minimums that are met.</summary>
    private static long Worth(AssignmentProblem problem, FitPair[] chosen) =>
        chosen.Sum(p => p.Fit)
        + chosen.CountBy(p => p.Left).Sum(c => problem.Left.Price * Math.Min(c.Value, problem.Left.Minimums?[c.Key] ?? 0))
        + chosen.CountBy(p => p.Right).Sum(c => problem.Right.Price * Math.Min(c.Value, problem.Right.Minimums?[c.Key] ?? 0));

    private static (long Worth, long Count) OrTools(AssignmentProblem problem)
    {
        var flow = new MinCostFlow();
        (int source, int sink) = (0, 1 + problem.Left.Count + problem.Right.Count);
        long supply = problem.Left.Capacities.Sum();
        for (int l = 0; l < problem.Left.Count; l++)
            AddSide(problem.Left, l, source, 1 + l);
        for (int r = 0; r < problem.Right.Count; r++)
            AddSide(problem.Right, r, 1 + problem.Left.Count + r, sink);
        foreach (FitPair pair in problem.Pairs)
            flow.AddArcWithCapacityAndUnitCost(1 + pair.Left, 1 + problem.Left.Count + pair.Right, 1, -pair.Fit);
        if (!problem.MaximumCardinality)
            flow.AddArcWithCapacityAndUnitCost(source, sink, supply, 0);
        flow.SetNodeSupply(source, supply);
        flow.SetNodeSupply(sink, -supply);
        Assert.Equal(MinCostFlowBase.Status.OPTIMAL, flow.SolveMaxFlowWithMinCost());
        return (-flow.OptimalCost(), flow.MaximumFlow());

        void AddSide(AssignmentSide side, int i, int from, int to)
        {
            int minimum = side.Minimums?[i] ?? 0;
            flow.AddArcWithCapacityAndUnitCost(from, to, minimum, -side.Price);
            flow.AddArcWithCapacityAndUnitCost(from, to, side.Capacities[i] - minimum, 0);
        }
    }
}
