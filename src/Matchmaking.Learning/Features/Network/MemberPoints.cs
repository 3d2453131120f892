using System.Numerics.Tensors;

namespace Matchmaking.Learning;

/// <summary>Members as points of length 1, compared by cosine; a member of whom nothing is known has none.</summary>
internal sealed class MemberPoints
{
    private readonly float[] _values;
    private readonly bool[] _known;
    private readonly int _dimensions;

    private MemberPoints(float[] values, bool[] known, int dimensions) => (_values, _known, _dimensions) = (values, known, dimensions);

    /// <summary>Of the two, the cosine; NaN where one has no point.</summary>
    public float Cosine(int a, int b) => _known[a] && _known[b] ? FixedOrder.Dot(Of(a), Of(b)) : float.NaN;

    /// <summary>A member and a point of the same space, of any length.</summary>
    public float Cosine(int member, ReadOnlySpan<float> point) =>
        _known[member] && FixedOrder.Norm(point) is > 1e-6f and var norm ? FixedOrder.Dot(Of(member), point) / norm : float.NaN;

    /// <summary>Each member's weighted sum of what they come to, brought to length 1.</summary>
    /// <param name="members">How many there are; the last may have no row.</param>
    /// <param name="weights">Member × item.</param>
    /// <param name="items">A row an item.</param>
    public static MemberPoints Of(int members, SparseRows weights, float[][] items)
    {
        int dimensions = items.Length == 0 ? 0 : items[0].Length;
        float[] values = new float[members * dimensions];
        bool[] known = new bool[members];
        Parallel.For(0, members, ParallelWork.Here(), member =>
        {
            Span<float> point = values.AsSpan(member * dimensions, dimensions);
            ReadOnlySpan<int> own = weights.Columns(member);
            for (int i = 0; i < own.Length; i++)
                TensorPrimitives.MultiplyAdd(items[own[i]], (float)weights.Values(member)[i], point, point);
            float norm = FixedOrder.Norm(point);
            known[member] = norm > 1e-6f;
            if (known[member])
                TensorPrimitives.Divide(point, norm, point);
        });
        return new MemberPoints(values, known, dimensions);
    }

    private ReadOnlySpan<float> Of(int member) => _values.AsSpan(member * _dimensions, _dimensions);
}
