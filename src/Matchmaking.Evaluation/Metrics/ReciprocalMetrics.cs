namespace Matchmaking.Evaluation;

/// <summary>Measures of suggestions that need both sides: each has a list, and a match is two who want each other.</summary>
public static class ReciprocalMetrics
{
    /// <summary>
    /// Mutual hits@k: the share of the matches in which each stands among the first k of the other's list; 0 where there is no match.
    /// </summary>
    /// <param name="lists">Each member's suggestions, best first.</param>
    /// <param name="matches">The pairs that want each other, each pair once.</param>
    /// <param name="k">How much of a list counts, at least 1.</param>
    public static double MutualHits<T>(IReadOnlyDictionary<T, IReadOnlyList<T>> lists, IReadOnlyCollection<(T A, T B)> matches, int k)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(matches);
        Dictionary<T, HashSet<T>> tops = Tops(lists, k);
        return matches.Count == 0
            ? 0
            : (double)matches.Count(match => Holds(tops, match.A, match.B) && Holds(tops, match.B, match.A)) / matches.Count;
    }

    /// <summary>
    /// Mutual precision@k: of the pairs in which each stands among the first k of the other's list, the share that are matches; 0 where
    /// there is no such pair.
    /// </summary>
    /// <inheritdoc cref="MutualHits" path="/param"/>
    public static double MutualPrecision<T>(IReadOnlyDictionary<T, IReadOnlyList<T>> lists, IReadOnlyCollection<(T A, T B)> matches, int k)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(matches);
        Dictionary<T, HashSet<T>> tops = Tops(lists, k);
        HashSet<(T, T)> wanted = [.. matches, .. matches.Select(match => (match.B, match.A))];
        // Each pair is found from both of its sides, which leaves the share as it is.
        (T, T)[] mutual =
        [
            .. tops.SelectMany(top => top.Value.Where(other => Holds(tops, other, top.Key)).Select(other => (top.Key, other))),
        ];
        return mutual.Length == 0 ? 0 : (double)mutual.Count(wanted.Contains) / mutual.Length;
    }

    private static Dictionary<T, HashSet<T>> Tops<T>(IReadOnlyDictionary<T, IReadOnlyList<T>> lists, int k)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return lists.ToDictionary(list => list.Key, list => list.Value.Take(k).ToHashSet());
    }

    private static bool Holds<T>(Dictionary<T, HashSet<T>> tops, T member, T other)
        where T : notnull => tops.TryGetValue(member, out HashSet<T>? top) && top.Contains(other);
}
