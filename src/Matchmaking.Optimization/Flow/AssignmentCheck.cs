using Matchmaking.Optimization.Common;

namespace Matchmaking.Optimization.Flow;

/// <summary>What is wrong with an assignment problem, named by its place.</summary>
internal static class AssignmentCheck
{
    public static void Check(AssignmentProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        (int lefts, int rights) = (Side(problem.Left, "left"), Side(problem.Right, "right"));
        IReadOnlyList<AssignmentPair> pairs = problem.Pairs
            ?? throw new ArgumentException("the problem has no list of pairs", nameof(problem));
        for (int i = 0; i < pairs.Count; i++)
        {
            AssignmentPair pair = pairs[i];
            if ((uint)pair.Left >= (uint)lefts || (uint)pair.Right >= (uint)rights)
                throw new ArgumentOutOfRangeException(nameof(problem), pair, $"pair {i} names nobody: {lefts} left, {rights} right");
            if (pair.Weight is < -Limits.GreatestWeight or > Limits.GreatestWeight)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(problem),
                    pair.Weight,
                    $"the weight of pair {i} is beyond ±{Limits.GreatestWeight}"
                );
            }
        }

        Twice(pairs, lefts, rights);
    }

    private static int Side(AssignmentSide? side, string name)
    {
        if (side?.Capacities is not { } capacities)
            throw new ArgumentException($"the {name} side has no capacities", "problem");
        if (side.ShortfallPrice is < 0 or > Limits.GreatestWeight)
        {
            throw new ArgumentOutOfRangeException(
                "problem",
                side.ShortfallPrice,
                $"the price of the {name} side is outside 0..{Limits.GreatestWeight}"
            );
        }

        NotNegative(capacities, $"{name} capacity");
        if (side.Minimums is { } minimums)
        {
            if (minimums.Count != capacities.Count)
                throw new ArgumentException($"the {name} side has {capacities.Count} capacities and {minimums.Count} minimums", "problem");
            NotNegative(minimums, $"{name} minimum");
        }

        return capacities.Count;
    }

    private static void NotNegative(IReadOnlyList<int> numbers, string name)
    {
        for (int i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] < 0)
                throw new ArgumentOutOfRangeException("problem", numbers[i], $"{name} {i} is negative");
        }
    }

    /// <summary>Whether a pair is given twice: pairs are laid out by left, and each right one remembers who named it last.</summary>
    private static void Twice(IReadOnlyList<AssignmentPair> pairs, int lefts, int rights)
    {
        int[] starts = new int[lefts + 1];
        for (int i = 0; i < pairs.Count; i++)
            starts[pairs[i].Left + 1]++;
        for (int l = 0; l < lefts; l++)
            starts[l + 1] += starts[l];
        int[] named = new int[pairs.Count];
        int[] next = starts[..lefts];
        for (int i = 0; i < pairs.Count; i++)
            named[next[pairs[i].Left]++] = pairs[i].Right;
        int[] last = new int[rights];
        for (int l = 0; l < lefts; l++)
        {
            foreach (int right in named.AsSpan(starts[l]..starts[l + 1]))
            {
                if (last[right] == l + 1)
                    throw new ArgumentException($"the pair of left {l} and right {right} is given twice", "problem");
                last[right] = l + 1;
            }
        }
    }
}
