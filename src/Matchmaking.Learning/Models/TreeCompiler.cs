using Microsoft.ML.Trainers.FastTree;

namespace Matchmaking.Learning;

/// <summary>Turns ML.NET's trees into flat arrays.</summary>
internal static class TreeCompiler
{
    /// <param name="model">The trained ensemble.</param>
    /// <param name="slope">What a raw score is multiplied by to be log-odds: the trainer's sigmoid.</param>
    /// <param name="data">The training rows: they say what the inner nodes add on average.</param>
    public static CompiledTrees Compile(TreeEnsembleModelParametersBasedOnRegressionTree model, double slope, TrainingData data)
    {
        RegressionTreeEnsemble ensemble = model.TrainedTreeEnsemble;
        (TreeNode[] Nodes, double[] Values)[] trees =
        [
            .. ensemble.Trees.Select((tree, i) => Compile(tree, slope * ensemble.TreeWeights[i])),
        ];
        var roots = new int[trees.Length];
        for (int i = 1; i < trees.Length; i++)
            roots[i] = roots[i - 1] + trees[i - 1].Nodes.Length;
        foreach ((TreeNode[] nodes, double[] values) in trees)
            FillInnerValues(nodes, values, data);
        TreeNode[] allNodes = [.. trees.SelectMany(tree => tree.Nodes)];
        double[] allValues = [.. trees.SelectMany(tree => tree.Values)];
        return new CompiledTrees(data.Columns, slope * ensemble.Bias, roots, allNodes, allValues);
    }

    /// <summary>Level by level, siblings side by side. ML.NET numbers inner nodes from 0 and leaves by the complement.</summary>
    private static (TreeNode[] Nodes, double[] Values) Compile(RegressionTree tree, double scale)
    {
        if (tree.NumberOfNodes == 0)
            return ([TreeNode.Leaf], [tree.LeafValues.Count > 0 ? tree.LeafValues[0] * scale : 0]);
        if (tree.CategoricalSplitFlags.Any(flag => flag))
            throw new NotSupportedException("a tree splits by categories, which no training here asks for");
        var nodes = new TreeNode[(2 * tree.NumberOfNodes) + 1];
        var values = new double[nodes.Length];
        var sources = new int[nodes.Length];
        for (int i = 0, next = 1; i < nodes.Length; i++)
        {
            int source = sources[i];
            if (source < 0)
            {
                nodes[i] = TreeNode.Leaf;
                values[i] = tree.LeafValues[~source] * scale;
                continue;
            }

            nodes[i] = new(
                tree.NumericalSplitThresholds[source],
                checked((ushort)tree.NumericalSplitFeatureIndexes[source]),
                checked((ushort)(next - i))
            );
            sources[next++] = tree.LeftChild[source];
            sources[next++] = tree.RightChild[source];
        }

        return (nodes, values);
    }

    /// <summary>The value of an inner node is the mean of its leaves over the training rows that reach it.</summary>
    private static void FillInnerValues(TreeNode[] nodes, double[] values, TrainingData data)
    {
        var cover = new double[nodes.Length];
        for (int row = 0; row < data.Rows; row++)
        {
            ReadOnlySpan<float> features = data.Row(row);
            int node = 0;
            while (!nodes[node].IsLeaf)
                node += nodes[node].Left + (features[nodes[node].Column] > nodes[node].Threshold ? 1 : 0);
            cover[node] += data.Weights[row];
        }

        for (int i = nodes.Length - 1; i >= 0; i--)
        {
            if (nodes[i].IsLeaf)
                continue;
            int left = i + nodes[i].Left,
                right = left + 1;
            cover[i] = cover[left] + cover[right];
            double share = cover[i] > 0 ? cover[left] / cover[i] : .5;
            values[i] = (share * values[left]) + ((1 - share) * values[right]);
        }
    }
}
