namespace Matchmaking.Learning;

/// <summary>Proves of an array of nodes that it is trees: every walk stays within its tree and within the row, and ends.</summary>
internal static class TreeCheck
{
    /// <returns>The most leaves that a tree has.</returns>
    /// <exception cref="InvalidDataException">A node has two parents or none, or a walk would leave its tree or the row.</exception>
    public static int MostLeaves(int columns, int[] roots, TreeNode[] nodes, double[] values)
    {
        if (values.Length != nodes.Length)
            throw new InvalidDataException($"{nodes.Length} nodes and {values.Length} values do not agree");
        if (roots.Length > 0 ? roots[0] != 0 || columns == 0 : nodes.Length > 0)
            throw new InvalidDataException("the first tree must begin at the first node, and trees need a column");
        var hasParent = new bool[nodes.Length];
        int most = 0;
        for (int tree = 0; tree < roots.Length; tree++)
            most = Math.Max(most, Leaves(columns, nodes, hasParent, roots[tree], tree + 1 < roots.Length ? roots[tree + 1] : nodes.Length));
        return most;
    }

    /// <summary>Children stand behind their parents, so that one pass forwards sees each parent first, and no cycle can be.</summary>
    private static int Leaves(int columns, TreeNode[] nodes, bool[] hasParent, int root, int end)
    {
        if (root >= end || end > nodes.Length)
            throw new InvalidDataException($"the tree at node {root} has no nodes");
        int leaves = 0;
        for (int i = root; i < end; i++)
        {
            TreeNode node = nodes[i];
            if (hasParent[i] == (i == root))
                throw new InvalidDataException($"node {i} belongs to no tree");
            if (node.IsLeaf)
            {
                leaves++;
                continue;
            }

            if (node.Column >= columns || !float.IsFinite(node.Threshold))
                throw new InvalidDataException($"node {i} splits at {node.Threshold} of column {node.Column} of {columns}");
            int left = i + node.Left;
            if (left + 1 >= end || hasParent[left] || hasParent[left + 1])
                throw new InvalidDataException($"the children of node {i} are not its own");
            hasParent[left] = hasParent[left + 1] = true;
        }

        return leaves;
    }
}
