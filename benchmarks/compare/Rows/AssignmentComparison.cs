using System.Globalization;
using Matchmaking.Optimization;

namespace Matchmaking.Compare.Rows;

/// <summary>A full table of costs, everybody one place.</summary>
internal sealed class AssignmentComparison : IComparison
{
    private const int Size = 5000;

    public string Name => "lap5000";

    public string Work => "linear assignment, 5,000 × 5,000 integer costs";

    public string Workloads => "D";

    public Target Asked => new(Ratio: 1);

    public int Threads => 1;

    public PythonPeer? Peer => new("scipy linear_sum_assignment", "bench_assign.py", ["lap"], ["scipy", "numpy"]) { Line = "n=5000" };

    public Func<Measurement> Prepare(string folder)
    {
        int[] costs = BinaryFile.Read<int>(folder, "lap5000.i32");
        return () =>
            Measurement.Of(
                () => LinearAssignment.Solve(Size, Size, costs),
                solved => string.Create(CultureInfo.InvariantCulture, $"cost {solved.TotalCost:#,0}")
            );
    }
}
