using CsCheck;
using Google.OrTools.Graph;

namespace Matchmaking.Optimization.Tests.Flow;

public sealed class CapacitatedAssignmentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly Gen<AssignmentProblem> Problems =
        from lefts in Gen.Int[1, 12]
        from rights in Gen.Int[1, 8]
        from left in Sides(lefts)
        from right in Sides(rights)
        from pairs in Gen.Select(Gen.Int[0, lefts - 1], Gen.Int[0, rights - 1], Gen.Int[-20, 60]).Array[0, 50]
        from most in Gen.Bool
        select Problem(
            left,
            right,
            [.. pairs.DistinctBy(p => (p.Item1, p.Item2)).Select(p => new AssignmentPair(p.Item1, p.Item2, p.Item3))]
        ) with
        {
            MaximumCardinality = most,
        };

    [Fact]
    public void Two_good_pairs_beat_the_best_one()
    {
        AssignmentProblem problem = Problem(Each(2, 1), Each(2, 1), [new(0, 0, 9), new(0, 1, 8), new(1, 0, 7)]);

        Assert.Equal([new(0, 1, 8), new(1, 0, 7)], Solve(problem));
    }

    [Fact]
    public void A_mentor_takes_as_many_as_they_can()
    {
        AssignmentProblem problem = Problem(Each(3, 1), Each(1, 2), [new(0, 0, 5), new(1, 0, 7), new(2, 0, 6)]);

        Assert.Equal([new(1, 0, 7), new(2, 0, 6)], Solve(problem));
    }

    [Fact]
    public void Every_mentor_gets_one_where_the_price_is_higher_than_the_loss()
    {
        AssignmentPair[] pairs = [new(0, 0, 10), new(0, 1, 4), new(1, 0, 10), new(1, 1, 7)];
        AssignmentProblem With(long price) =>
            Problem(
                Each(2, 1),
                new AssignmentSide
                {
                    Capacities = [2, 2],
                    Minimums = [1, 1],
                    ShortfallPrice = price,
                },
                pairs
            );

        Assert.Equal([pairs[0], pairs[2]], Solve(With(2)));
        Assert.Equal([pairs[0], pairs[3]], Solve(With(4)));
    }

    [Fact]
    public void A_locked_pair_stays_and_the_rest_is_solved_around_it()
    {
        AssignmentProblem problem = Problem(
            Each(2, 1),
            Each(2, 1),
            [new(0, 0, 9), new(0, 1, 1, IsLocked: true), new(1, 0, 3), new(1, 1, 8)]
        );

        Assert.Equal([problem.Pairs[1], problem.Pairs[2]], Solve(problem));
    }

    [Fact]
    public void The_number_of_pairs_comes_first_where_it_shall()
    {
        AssignmentProblem problem = Problem(Each(2, 1), Each(2, 1), [new(0, 0, 9), new(0, 1, 1), new(1, 0, 2)]);

        Assert.Equal([problem.Pairs[0]], Solve(problem));
        Assert.Equal([problem.Pairs[1], problem.Pairs[2]], Solve(problem with { MaximumCardinality = true }));
    }

    [Fact]
    public void Worth_and_number_are_those_of_OrTools() =>
        Problems.Sample(
            problem =>
            {
                AssignmentPair[] chosen = Solve(problem);
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
                AssignmentPair[] chosen = Solve(problem);
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
        AssignmentPair[] pairs =
        [
            .. Enumerable
                .Range(0, 600)
                .SelectMany(l => Enumerable.Range(0, 12).Select(_ => new AssignmentPair(l, random.Next(90), random.Next(1, 1000))))
                .DistinctBy(p => (p.Left, p.Right)),
        ];
        AssignmentProblem problem = Problem(Each(600, 2), Each(90, 6), pairs);

        Assert.Equal(OrTools(problem).Worth, Worth(problem, Solve(problem)));
    }

    [Fact]
    public void It_ends_when_asked_to() =>
        Assert.Throws<OperationCanceledException>(() =>
            CapacitatedAssignment.Solve(Problem(Each(1, 1), Each(1, 1), [new(0, 0, 1)]), new CancellationToken(canceled: true))
        );

    [Fact]
    public void What_is_out_of_range_is_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Solve(Problem(Each(1, 1), Each(1, 1), [new(0, 1, 1)])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Solve(Problem(Each(1, 1), Each(1, 1), [new(0, 0, long.MinValue)])));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Solve(Problem(Each(1, 1), Each(1, 1) with { Minimums = [1], ShortfallPrice = -1 }, []))
        );
    }

    private static Gen<AssignmentSide> Sides(int count) =>
        from capacities in Gen.Int[0, 4].Array[count]
        from minimums in Gen.Int[0, 2].Array[count]
        from price in Gen.Int[0, 40]
        select new AssignmentSide
        {
            Capacities = capacities,
            Minimums = [.. minimums.Zip(capacities, Math.Min)],
            ShortfallPrice = price,
        };

    private static AssignmentPair[] Solve(AssignmentProblem problem) => [.. CapacitatedAssignment.Solve(problem, Token).Pairs];

    private static AssignmentProblem Problem(AssignmentSide left, AssignmentSide right, AssignmentPair[] pairs) =>
        new()
        {
            Left = left,
            Right = right,
            Pairs = pairs,
        };

    private static AssignmentSide Each(int count, int capacity) => new() { Capacities = [.. Enumerable.Repeat(capacity, count)] };

    /// <summary>Weights, and prices of minimums that are met.</summary>
    private static long Worth(AssignmentProblem problem, AssignmentPair[] chosen) =>
        chosen.Sum(p => p.Weight)
        + chosen.CountBy(p => p.Left).Sum(c => problem.Left.ShortfallPrice * Math.Min(c.Value, problem.Left.Minimums?[c.Key] ?? 0))
        + chosen.CountBy(p => p.Right).Sum(c => problem.Right.ShortfallPrice * Math.Min(c.Value, problem.Right.Minimums?[c.Key] ?? 0));

    private static (long Worth, long Count) OrTools(AssignmentProblem problem)
    {
        var flow = new MinCostFlow();
        (int source, int sink) = (0, 1 + problem.Left.Capacities.Count + problem.Right.Capacities.Count);
        long supply = problem.Left.Capacities.Sum();
        for (int l = 0; l < problem.Left.Capacities.Count; l++)
            AddSide(problem.Left, l, source, 1 + l);
        for (int r = 0; r < problem.Right.Capacities.Count; r++)
            AddSide(problem.Right, r, 1 + problem.Left.Capacities.Count + r, sink);
        foreach (AssignmentPair pair in problem.Pairs)
            flow.AddArcWithCapacityAndUnitCost(1 + pair.Left, 1 + problem.Left.Capacities.Count + pair.Right, 1, -pair.Weight);
        if (!problem.MaximumCardinality)
            flow.AddArcWithCapacityAndUnitCost(source, sink, supply, 0);
        flow.SetNodeSupply(source, supply);
        flow.SetNodeSupply(sink, -supply);
        Assert.Equal(MinCostFlowBase.Status.OPTIMAL, flow.SolveMaxFlowWithMinCost());
        return (-flow.OptimalCost(), flow.MaximumFlow());

        void AddSide(AssignmentSide side, int i, int from, int to)
        {
            int minimum = side.Minimums?[i] ?? 0;
            flow.AddArcWithCapacityAndUnitCost(from, to, minimum, -side.ShortfallPrice);
            flow.AddArcWithCapacityAndUnitCost(from, to, side.Capacities[i] - minimum, 0);
        }
    }
}
