using System.Collections.Immutable;
using Matchmaking.Optimization.Flow;

namespace Matchmaking.Optimization;

/// <summary>
/// Pairs of two sides of the greatest total weight under capacities on both (a bipartite b-matching, the transportation problem with arcs
/// of one unit). Exact: a minimum-cost flow by successive shortest paths with potentials (Ahuja, Magnanti and Orlin 1993, section 9.7), a
/// search a unit, which ends where it finds room and so costs what it touches. A problem of 20,000 pairs and more of which at least half
/// are allowed, one side taking one each and the other ten at the most on the average, is solved as a table
/// (<see cref="LinearAssignment"/>), each place a column: that comes to the same number and weight sooner; of several best choices it may
/// make another one.
/// </summary>
/// <remarks>
/// The same problem has the same answer, whatever the machine. Keeps no state: any number of threads may call it, also on the same problem
/// as long as nobody changes it. One call runs on one thread.
/// </remarks>
public static class CapacitatedAssignment
{
    /// <summary>Finds the pairs of the greatest total weight.</summary>
    /// <param name="problem">Both sides, and who may be put together.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A pair names nobody, a weight is beyond ±10¹², a price is outside 0..10¹², or a capacity or minimum is negative.
    /// </exception>
    /// <exception cref="ArgumentException">A pair is given twice, or there are not as many minimums as capacities.</exception>
    /// <exception cref="OverflowException">
    /// With the most pairs asked for: the greatest weight and the prices together, times the smaller side, are beyond 10¹⁸.
    /// </exception>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public static CapacitatedAssignmentResult Solve(AssignmentProblem problem, CancellationToken cancellationToken = default)
    {
        AssignmentCheck.Check(problem);
        cancellationToken.ThrowIfCancellationRequested();
        var network = new AssignmentNetwork(problem);
        if (!DenseExpansion.Suits(network) || !DenseExpansion.TrySolve(network, cancellationToken))
            SolveByPaths(network, cancellationToken);
        return Result(problem, network);
    }

    internal static void SolveByPaths(AssignmentNetwork network, CancellationToken ct)
    {
        var search = new AssignmentSearch(network);
        for (int left = 0; left < network.LeftCount; left++)
        {
            if ((left & 63) == 0)
                ct.ThrowIfCancellationRequested();
            while (search.TryAddUnit(left)) { }
        }
    }

    internal static CapacitatedAssignmentResult Result(AssignmentProblem problem, AssignmentNetwork network)
    {
        ImmutableArray<AssignmentPair>.Builder chosen = ImmutableArray.CreateBuilder<AssignmentPair>();
        bool[] used = network.UsedPairs();
        long weight = 0;
        for (int i = 0; i < used.Length; i++)
        {
            if (!used[i])
                continue;
            chosen.Add(problem.Pairs[i]);
            weight = checked(weight + problem.Pairs[i].Weight);
        }

        return new CapacitatedAssignmentResult { Pairs = chosen.ToImmutable(), TotalWeight = weight };
    }
}
