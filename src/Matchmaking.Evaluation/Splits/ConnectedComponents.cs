namespace Matchmaking.Evaluation;

/// <summary>Which rows hang together by the members they name.</summary>
internal static class ConnectedComponents
{
    /// <summary>The component of each row, by union and find with halved paths.</summary>
    public static int[] Of<T>(IReadOnlyList<T> from, IReadOnlyList<T> to)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (from.Count != to.Count)
            throw new ArgumentException("the two sides differ in length", nameof(to));
        Dictionary<T, int> index = [];
        foreach (T member in from.Concat(to))
            index.TryAdd(member, index.Count);
        int[] parents = [.. Enumerable.Range(0, index.Count)];
        for (int row = 0; row < from.Count; row++)
            parents[Root(index[from[row]])] = Root(index[to[row]]);
        return [.. from.Select(member => Root(index[member]))];

        int Root(int member)
        {
            while (parents[member] != member)
                member = parents[member] = parents[parents[member]];
            return member;
        }
    }
}
