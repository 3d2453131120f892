using System.Runtime.InteropServices;

namespace Matchmaking.Learning;

/// <summary>
/// Boosted trees as one packed array of nodes, with masks beside by which small trees, the usual ones, are answered many at a time.
/// </summary>
internal sealed class CompiledTrees : CompiledModel
{
    private readonly TreeNode[] _nodes;
    private readonly double[] _values;
    private readonly int[] _roots;
    private readonly LeafMasks[] _masks;
    private readonly double _bias;

    /// <param name="columns">Values of a row.</param>
    /// <param name="bias">Log-odds that belong to no tree.</param>
    /// <param name="roots">Where each tree begins in <paramref name="nodes"/>; a tree ends where the next one begins.</param>
    /// <param name="nodes">Children after their parents.</param>
    /// <param name="values">The log-odds that a leaf adds; of an inner node, what its leaves add to a training row on average.</param>
    /// <exception cref="InvalidDataException">The nodes are no trees: walking them would leave the array or the row.</exception>
    public CompiledTrees(int columns, double bias, int[] roots, TreeNode[] nodes, double[] values)
    {
        (Columns, _bias, _roots, _nodes, _values) = (columns, bias, roots, nodes, values);
        // Masks do not check bounds row by row: this does, once.
        int leaves = TreeCheck.MostLeaves(columns, roots, nodes, values);
        _masks =
            leaves <= LeafMasks.MaximumLeaves
                ? [.. roots.Chunk(LeafMasks.MaximumTrees).Select(trees => new LeafMasks(trees, nodes, values))]
                : [];
    }

    public override int Columns { get; }

    public int Trees => _roots.Length;

    protected override ModelKind Kind => ModelKind.Trees;

    public override double Logit(ReadOnlySpan<float> row, int fromEffect = -1, int toEffect = -1)
    {
        row = row[..Columns];
        double sum = _bias;
        foreach (LeafMasks masks in _masks)
            sum += masks.Sum(ref MemoryMarshal.GetReference(row));
        return _masks.Length > 0 ? sum : sum + Walk(row);
    }

    /// <summary>Saabas (2014), "Interpreting random forests": a split adds what the mean of the training rows changes by it.</summary>
    public override void AddContributions(
        double scale,
        ReadOnlySpan<float> row,
        Span<double> perColumn,
        ref double rest,
        int fromEffect,
        int toEffect
    )
    {
        double expected = _bias;
        foreach (int root in _roots)
        {
            expected += _values[root];
            for (int node = root; !_nodes[node].IsLeaf; )
            {
                int child = Child(row, node);
                perColumn[_nodes[node].Column] += scale * (_values[child] - _values[node]);
                node = child;
            }
        }

        rest += scale * expected;
    }

    public override CompiledModel Widen(int[] columns, int width)
    {
        CheckWidening(columns, width);
        TreeNode[] nodes = Array.ConvertAll(_nodes, node =>
            node.IsLeaf ? node : new(node.Threshold, (ushort)columns[node.Column], node.Left)
        );
        return new CompiledTrees(width, _bias, _roots, nodes, _values);
    }

    protected override void WriteBody(BinaryWriter writer)
    {
        writer.Write(Columns);
        writer.Write(_bias);
        writer.Write(_roots.Length);
        writer.Write(_nodes.Length);
        foreach (int root in _roots)
            writer.Write(root);
        for (int i = 0; i < _nodes.Length; i++)
        {
            writer.Write(_nodes[i].Left);
            writer.Write(_values[i]);
            if (_nodes[i].IsLeaf)
                continue;
            writer.Write(_nodes[i].Column);
            writer.Write(_nodes[i].Threshold);
        }
    }

    internal static CompiledTrees ReadBody(BoundedReader reader)
    {
        int columns = reader.Count(TrainingData.MaximumColumns, "the number of columns");
        double bias = reader.Double("the bias of the trees");
        int trees = reader.Count(BoundedReader.MaximumItems, "the number of trees");
        int count = reader.Count(BoundedReader.MaximumItems, "the number of nodes");
        int[] roots = BoundedReader.Items(trees, () => reader.Count(count, "a tree's root"));
        (TreeNode Node, double Value)[] nodes = BoundedReader.Items(count, () =>
        {
            ushort left = reader.UInt16();
            double value = reader.Double("a node's value");
            return (left == 0 ? TreeNode.Leaf : NodeOf(reader.UInt16(), reader.Single("a threshold"), left), value);
        });
        return new CompiledTrees(
            columns,
            bias,
            roots,
            Array.ConvertAll(nodes, node => node.Node),
            Array.ConvertAll(nodes, node => node.Value)
        );

        static TreeNode NodeOf(ushort column, float threshold, ushort left) => new(threshold, column, left);
    }

    /// <summary>Tree by tree, for trees with more leaves than a mask has bits.</summary>
    private double Walk(ReadOnlySpan<float> row)
    {
        double sum = 0;
        foreach (int root in _roots)
        {
            int node = root;
            while (!_nodes[node].IsLeaf)
                node = Child(row, node);
            sum += _values[node];
        }

        return sum;
    }

    private int Child(ReadOnlySpan<float> row, int node)
    {
        TreeNode split = _nodes[node];
        return node + split.Left + (row[split.Column] > split.Threshold ? 1 : 0);
    }
}
