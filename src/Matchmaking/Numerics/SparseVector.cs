using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>A vector with few entries other than zero: indices ascending, values positive. Immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SparseVector
{
    private readonly int[]? _indices;
    private readonly float[]? _values;

    /// <summary>A vector of the dimensions that are not zero.</summary>
    public SparseVector(int[] indices, float[] values)
    {
        if (indices.Length != values.Length)
            throw new ArgumentException($"{indices.Length} indices, but {values.Length} values", nameof(values));
        for (int i = 0; i < indices.Length; i++)
        {
            if (indices[i] < 0 || (i > 0 && indices[i] <= indices[i - 1]))
                throw new ArgumentException("must be at least 0 and ascending, each once", nameof(indices));
            if (!(values[i] > 0 && float.IsFinite(values[i])))
                throw new ArgumentException($"{values[i]} is not positive and finite", nameof(values));
        }

        _indices = indices;
        _values = values;
        Norm = FixedOrder.Norm(values);
    }

    internal static SparseVector Empty => default;

    internal ReadOnlySpan<int> Indices => _indices;

    internal ReadOnlySpan<float> Values => _values;

    /// <summary>How many dimensions are not zero.</summary>
    public int Count => _indices?.Length ?? 0;

    /// <summary>The length (L2).</summary>
    public float Norm { get; }
}
