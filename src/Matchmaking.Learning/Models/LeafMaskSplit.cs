namespace Matchmaking.Learning;

/// <summary>
/// A split as the leaves it leaves over when a value exceeds it: all but those on its left, leaves counted from the left.
/// </summary>
internal readonly record struct LeafMaskSplit(ushort Column, float Threshold, int Tree, uint Mask)
{
    /// <summary>Adds the splits of a tree and fills in the values of its leaves from left to right.</summary>
    public static void Collect(int tree, int root, TreeNode[] nodes, double[] values, List<LeafMaskSplit> splits, Span<double> leaves)
    {
        int count = 0;
        // At most 32 leaves, so at most 32 levels of recursion.
        Visit(root, leaves);

        void Visit(int node, Span<double> leaves)
        {
            TreeNode split = nodes[node];
            if (split.IsLeaf)
            {
                leaves[count++] = values[node];
                return;
            }

            int first = count;
            Visit(node + split.Left, leaves);
            uint onTheLeft = (uint)((1UL << count) - (1UL << first));
            splits.Add(new(split.Column, split.Threshold, tree, ~onTheLeft));
            Visit(node + split.Left + 1, leaves);
        }
    }
}
