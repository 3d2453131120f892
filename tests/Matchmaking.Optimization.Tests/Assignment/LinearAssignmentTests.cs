using CsCheck;
using Google.OrTools.Graph;

namespace Matchmaking.Optimization.Tests.Assignment;

public sealed class LinearAssignmentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_second_best_of_one_may_be_the_best_for_all() =>
        Assert.Equal([1, 0], LinearAssignment.Solve(2, 2, [1, 2, 1, 9], Token).Columns);

    [Fact]
    public void Nobody_needs_nothing() => Assert.Equal([], LinearAssignment.Solve(0, 3, Array.Empty<int>(), Token).Columns);

    [Theory]
    [InlineData(5)]
    [InlineData(1_000)]
    [InlineData(2_000_000_000)]
    public void The_cost_is_that_of_OrTools(int most) =>
        (from n in Gen.Int[1, 40] from costs in Gen.Int[-most, most].Array[n * n] select (n, costs)).Sample(
            table =>
            {
                LinearAssignmentResult solved = LinearAssignment.Solve(table.n, table.n, table.costs, Token);
                int[] columns = [.. solved.Columns];
                Assert.Equal(table.n, columns.Distinct().Count());
                var solver = new LinearSumAssignment();
                for (int i = 0; i < table.costs.Length; i++)
                    solver.AddArcWithCost(i / table.n, i % table.n, table.costs[i]);
                Assert.Equal(LinearSumAssignment.Status.OPTIMAL, solver.Solve());
                Assert.Equal(solver.OptimalCost(), solved.TotalCost);
                Assert.Equal(
                    solved.TotalCost,
                    LinearAssignment.Solve(table.n, table.n, Array.ConvertAll(table.costs, c => (long)c), Token).TotalCost
                );
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
                int[] columns = [.. LinearAssignment.Solve(table.rows, table.columns, table.costs, Token).Columns];
                AssignmentPair[] pairs =
                [
                    .. table.costs.Select((cost, i) => new AssignmentPair(i / table.columns, i % table.columns, -cost)),
                ];
                var problem = new AssignmentProblem
                {
                    Left = AssignmentSide.OfOnes(table.rows),
                    Right = AssignmentSide.OfOnes(table.columns),
                    Pairs = pairs,
                    MaximumCardinality = true,
                };
                Assert.Equal(table.rows, columns.Distinct().Count());
                Assert.Equal(
                    -CapacitatedAssignment.Solve(problem, Token).TotalWeight,
                    columns.Select((column, row) => (long)table.costs[(row * table.columns) + column]).Sum()
                );
            },
            iter: 300
        );

    [Fact]
    public void A_table_that_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentException>(() => LinearAssignment.Solve(3, 2, new int[6], Token));
        Assert.Throws<ArgumentException>(() => LinearAssignment.Solve(2, 2, new int[5], Token));
    }

    [Fact]
    public void It_ends_when_asked_to() =>
        Assert.Throws<OperationCanceledException>(() => LinearAssignment.Solve(1, 1, new int[1], new CancellationToken(canceled: true)));
}
