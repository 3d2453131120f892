using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matchmaking.Learning;

/// <summary>
/// Up to 64 trees of at most 32 leaves, answered column by column instead of tree by tree, after QuickScorer (Lucchese et al. 2015): each
/// split that a value exceeds rules out the leaves on its left, and the leftmost leaf left over is where the row ends. Splits of a column
/// are sorted, so that what all the exceeded ones rule out together stands ready in a table, a bit a leaf: no branch depends on the row,
/// and eight trees are one instruction.
/// </summary>
internal sealed class LeafMasks
{
    public const int MaximumTrees = 64;
    public const int MaximumLeaves = 32;

    private const int VectorLength = 8;

    private readonly ColumnSplits[] _columns;
    private readonly float[] _thresholds;
    private readonly uint[] _masks;
    private readonly double[] _leaves;
    private readonly int _trees;

    /// <param name="trees">Where each tree begins; each passed the check.</param>
    /// <param name="nodes">The nodes of all trees.</param>
    /// <param name="values">What their leaves add.</param>
    public LeafMasks(ReadOnlySpan<int> trees, TreeNode[] nodes, double[] values)
    {
        _trees = trees.Length;
        _leaves = new double[_trees * MaximumLeaves];
        List<LeafMaskSplit> splits = [];
        for (int tree = 0; tree < _trees; tree++)
            LeafMaskSplit.Collect(tree, trees[tree], nodes, values, splits, _leaves.AsSpan(tree * MaximumLeaves, MaximumLeaves));
        List<ColumnSplits> columns = [];
        List<float> thresholds = [];
        List<uint> masks = [];
        foreach (IGrouping<ushort, LeafMaskSplit> column in splits.GroupBy(split => split.Column).OrderBy(group => group.Key))
        {
            int first = thresholds.Count,
                firstMask = masks.Count;
            var left = new uint[MaximumTrees];
            left.AsSpan().Fill(uint.MaxValue);
            masks.AddRange(left);
            foreach (IGrouping<float, LeafMaskSplit> threshold in column.GroupBy(split => split.Threshold).OrderBy(group => group.Key))
            {
                foreach (LeafMaskSplit split in threshold)
                    left[split.Tree] &= split.Mask;
                thresholds.Add(threshold.Key);
                masks.AddRange(left);
            }

            while (thresholds.Count % VectorLength != 0)
                thresholds.Add(float.PositiveInfinity);
            columns.Add(new ColumnSplits(column.Key, first, thresholds.Count, firstMask));
        }

        (_columns, _thresholds, _masks) = ([.. columns], [.. thresholds], [.. masks]);
    }

    /// <summary>The sum over the trees. A missing value (NaN) exceeds nothing, so it goes left everywhere.</summary>
    /// <param name="row">The first value of a row that has every column of the trees.</param>
    public double Sum(ref float row)
    {
        ref float thresholds = ref MemoryMarshal.GetArrayDataReference(_thresholds);
        ref uint masks = ref MemoryMarshal.GetArrayDataReference(_masks);
        Vector256<uint> a = Vector256<uint>.AllBitsSet,
            b = a,
            c = a,
            d = a,
            e = a,
            f = a,
            g = a,
            h = a;
        foreach (ref readonly ColumnSplits column in _columns.AsSpan())
        {
            Vector256<float> value = Vector256.Create(Unsafe.Add(ref row, column.Column));
            Vector256<int> exceeded = Vector256<int>.Zero;
            for (int i = column.First; i < column.End; i += VectorLength)
                exceeded -= Vector256.GreaterThan(value, Vector256.LoadUnsafe(ref thresholds, (nuint)i)).AsInt32();
            ref uint mask = ref Unsafe.Add(ref masks, column.FirstMask + (Vector256.Sum(exceeded) * MaximumTrees));
            a &= Vector256.LoadUnsafe(ref mask);
            b &= Vector256.LoadUnsafe(ref mask, VectorLength);
            c &= Vector256.LoadUnsafe(ref mask, 2 * VectorLength);
            d &= Vector256.LoadUnsafe(ref mask, 3 * VectorLength);
            e &= Vector256.LoadUnsafe(ref mask, 4 * VectorLength);
            f &= Vector256.LoadUnsafe(ref mask, 5 * VectorLength);
            g &= Vector256.LoadUnsafe(ref mask, 6 * VectorLength);
            h &= Vector256.LoadUnsafe(ref mask, 7 * VectorLength);
        }

        Span<uint> left = stackalloc uint[MaximumTrees];
        a.CopyTo(left);
        b.CopyTo(left[VectorLength..]);
        c.CopyTo(left[(2 * VectorLength)..]);
        d.CopyTo(left[(3 * VectorLength)..]);
        e.CopyTo(left[(4 * VectorLength)..]);
        f.CopyTo(left[(5 * VectorLength)..]);
        g.CopyTo(left[(6 * VectorLength)..]);
        h.CopyTo(left[(7 * VectorLength)..]);
        return SumLeaves(left);
    }

    /// <summary>Two sums, so that one addition need not wait for the other.</summary>
    private double SumLeaves(ReadOnlySpan<uint> left)
    {
        double even = 0,
            odd = 0;
        ref double leaves = ref MemoryMarshal.GetArrayDataReference(_leaves);
        int tree = 0;
        for (; tree + 1 < _trees; tree += 2)
        {
            even += Unsafe.Add(ref leaves, (tree * MaximumLeaves) + BitOperations.TrailingZeroCount(left[tree]));
            odd += Unsafe.Add(ref leaves, ((tree + 1) * MaximumLeaves) + BitOperations.TrailingZeroCount(left[tree + 1]));
        }

        if (tree < _trees)
            even += Unsafe.Add(ref leaves, (tree * MaximumLeaves) + BitOperations.TrailingZeroCount(left[tree]));
        return even + odd;
    }

    /// <summary>
    /// Where the thresholds of a column stand, and where the masks: a row of them for each number of thresholds exceeded.
    /// </summary>
    private readonly record struct ColumnSplits(int Column, int First, int End, int FirstMask);
}
