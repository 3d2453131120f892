namespace Matchmaking;

/// <summary>Proves of an array of nodes that every walk stays within its tree and within the row, and ends.</summary>
internal static class TreeCheck
{
    /// <summary>A tree this deep comes from no trainer; it would only be slow.</summary>
    private const int MaximumDepth = 4096;

    /// <returns>The length of the longest walk in each tree.</returns>
    /// <exception cref="InvalidDataException">There is a walk that would leave its tree or the row, or the trees are not sorted by depth.</exception>
    public static int[] Depths(int columns, int[] roots, TreeNode[] nodes, double[] values)
    {
        if (values.Length != nodes.Length)
            throw new InvalidDataException($"{nodes.Length} nodes and {values.Length} values do not agree");
        if (roots.Length > 0 ? roots[0] != 0 || columns == 0 : nodes.Length > 0)
            throw new InvalidDataException("the first tree must begin at the first node, and trees need a column");
        var depths = new int[roots.Length];
        var levels = new int[nodes.Length];
        for (int tree = 0; tree < roots.Length; tree++)
        {
            int end = tree + 1 < roots.Length ? roots[tree + 1] : nodes.Length;
            depths[tree] = Depth(columns, nodes, levels, roots[tree], end);
            if (tree > 0 && depths[tree] < depths[tree - 1])
                throw new InvalidDataException($"tree {tree} is out of order");
        }

        return depths;
    }

    /// <summary>Children stand behind their parents, so that one pass forwards knows every level and no cycle can be.</summary>
    private static int Depth(int columns, TreeNode[] nodes, int[] levels, int root, int end)
    {
        if (root >= end || end > nodes.Length)
            throw new InvalidDataException($"the tree at node {root} has no nodes");
        int deepest = 0;
        for (int i = root; i < end; i++)
        {
            TreeNode node = nodes[i];
            deepest = Math.Max(deepest, levels[i]);
            if (node.IsLeaf ? node.Column != 0 || !float.IsPositiveInfinity(node.Threshold) : node.Column >= columns || !float.IsFinite(node.Threshold))
                throw new InvalidDataException($"node {i} splits at {node.Threshold} of column {node.Column} of {columns}");
            if (node.IsLeaf)
                continue;
            int left = i + node.Left;
            if (left + 1 >= end)
                throw new InvalidDataException($"the children of node {i} stand outside its tree");
            levels[left] = Math.Max(levels[left], levels[i] + 1);
            levels[left + 1] = Math.Max(levels[left + 1], levels[i] + 1);
        }

        return deepest <= MaximumDepth ? deepest : throw new InvalidDataException($"the tree at node {root} is {deepest} deep");
    }
}
