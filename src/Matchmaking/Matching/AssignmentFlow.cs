namespace Matchmaking;

/// <summary>
/// Pairs of two sides of the greatest total fit under capacities on both: a minimum-cost flow by successive shortest paths with potentials
/// (Ahuja, Magnanti and Orlin 1993, section 9.7), a search a unit, which ends where it finds room and so costs what it touches. Exact.
/// </summary>
internal static class AssignmentFlow
{
    /// <summary>The chosen pairs, the locked ones among them, in the order in which the problem gives them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A pair names nobody, or a fit or price is outside its range.</exception>
    public static FitPair[] Solve(AssignmentProblem problem, CancellationToken ct = default)
    {
        Check(problem);
        ct.ThrowIfCancellationRequested();
        var network = new AssignmentNetwork(problem);
        var search = new AssignmentSearch(network);
        for (int left = 0; left < network.LeftCount; left++)
        {
            if ((left & 63) == 0)
                ct.ThrowIfCancellationRequested();
            while (search.TryAddUnit(left)) { }
        }

        var chosen = new List<FitPair>();
        bool[] used = network.UsedPairs();
        for (int i = 0; i < used.Length; i++)
        {
            if (used[i])
                chosen.Add(problem.Pairs[i]);
        }

        return [.. chosen];
    }

    private static void Check(AssignmentProblem problem)
    {
        foreach (FitPair pair in problem.Pairs)
        {
            if ((uint)pair.Left >= (uint)problem.Left.Count || (uint)pair.Right >= (uint)problem.Right.Count)
                throw new ArgumentOutOfRangeException(nameof(problem), pair, "a pair names nobody");
            if (pair.Fit is < -MaximumWeightMatching.GreatestWeight or > MaximumWeightMatching.GreatestWeight)
                throw new ArgumentOutOfRangeException(nameof(problem), pair.Fit, $"a fit is beyond {MaximumWeightMatching.GreatestWeight}");
        }

        foreach (AssignmentSide side in (AssignmentSide[])[problem.Left, problem.Right])
        {
            if (side.Price is < 0 or > MaximumWeightMatching.GreatestWeight)
                throw new ArgumentOutOfRangeException(
                    nameof(problem),
                    side.Price,
                    $"a price is outside 0..{MaximumWeightMatching.GreatestWeight}"
                );
            if (side.Minimums is { } minimums && minimums.Length != side.Count)
                throw new ArgumentOutOfRangeException(nameof(problem), minimums.Length, "there are not as many minimums as capacities");
        }
    }
}
