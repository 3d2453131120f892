using CsCheck;
using Google.OrTools.Graph;

namespace Matchmaking.Tests.Matching;

public sealed class DenseAssignmentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_second_best_of_one_may_be_the_best_for_all() => Assert.Equal([1, 0], DenseAssignment.Solve(2, 2, [1, 2, 1, 9], Token));

    [Fact]
    public void Nobody_needs_nothing() => Assert.Equal([], DenseAssignment.Solve(0, 3, [], Token));

    [Theory]
    [InlineData(5)]
    [InlineData(1_000)]
    [InlineData(2_000_000_000)]
    public void The_cost_is_that_of_OrTools(int most) =>
        (from n in Gen.Int[1, 40] from costs in Gen.Int[-most, most].Array[n * n] select (n, costs)).Sample(
            table =>
            {
                int[] columns = DenseAssignment.Solve(table.n, table.n, table.costs, Token);
                Assert.Equal(table.n, columns.Distinct().Count());
                var solver = new LinearSumAssignment();
                for (int i = 0; i < table.costs.Length; i++)
                    solver.AddArcWithCost(i / table.n, i % table.n, table.costs[i]);
                Assert.Equal(LinearSumAssignment.Status.OPTIMAL, solver.Solve());
                Assert.Equal(solver.OptimalCost(), columns.Select((column, row) => (long)table.costs[(row * table.n) + column]).Sum());
            },
            iter: 300
        );

    [Fact]
    public void With_columns_to_spare_the_cost_is_that_of_flow() =>
        (
            from rows in Gen.Int[1, 12]
            from columns in Gen.Int[rows, 40]
            from costs in Gen.Int[0, 50].Array[rows * columns]
            select (rows, columns, costs)
        ).Sample(
            table =>
            {
                int[] columns = DenseAssignment.Solve(table.rows, table.columns, table.costs, Token);
                FitPair[] pairs = [.. table.costs.Select((cost, i) => new FitPair(i / table.columns, i % table.columns, -cost))];
                var problem = new AssignmentProblem(AssignmentSide.OfOnes(table.rows), AssignmentSide.OfOnes(table.columns), pairs)
                {
                    MaximumCardinality = true,
                };
                Assert.Equal(table.rows, columns.Distinct().Count());
                Assert.Equal(
                    -AssignmentFlow.Solve(problem, Token).Sum(p => p.Fit),
                    columns.Select((column, row) => (long)table.costs[(row * table.columns) + column]).Sum()
                );
            },
            iter: 300
        );

    [Fact]
    public void A_table_that_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentException>(() => DenseAssignment.Solve(3, 2, new int[6], Token));
        Assert.Throws<ArgumentException>(() => DenseAssignment.Solve(2, 2, new int[5], Token));
    }

    [Fact]
    public void It_ends_when_asked_to() =>
        Assert.Throws<OperationCanceledException>(() => DenseAssignment.Solve(1, 1, [1], new CancellationToken(canceled: true)));
}
