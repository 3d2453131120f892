using System.Numerics.Tensors;

namespace Matchmaking;

/// <summary>
/// Latent semantic analysis (Deerwester et al. 1990): texts in the space of the strongest co-occurrences of stems, where texts without a common
/// word can be close. A text of later is folded in as one of the fitted ones is placed: its TF-IDF times the right singular vectors.
/// </summary>
internal sealed class LatentProjection : ITextProjection
{
    private readonly TermWeights _terms;
    private readonly int _dimensions;
    private readonly float[] _vectors; // by stem

    private LatentProjection(TermWeights terms, DenseBlock rightVectors)
    {
        _terms = terms;
        _dimensions = rightVectors.ColumnCount;
        _vectors = new float[rightVectors.Values.Length];
        TensorPrimitives.ConvertTruncating<double, float>(rightVectors.Values, _vectors);
    }

    public static LatentProjection Fit(TermWeights terms, IReadOnlyList<IReadOnlyList<string>> texts, int dimensions, int seed)
    {
        SparseVector[] rows = new SparseVector[texts.Count];
        Parallel.For(0, rows.Length, ParallelWork.Here(), i => rows[i] = terms.Weigh(texts[i]));
        return new LatentProjection(terms, RandomizedSvd.Compute(SparseMatrix.FromRows(rows, terms.Count), dimensions, seed).RightVectors);
    }

    private LatentProjection(TermWeights terms, int dimensions, float[] vectors) => (_terms, _dimensions, _vectors) = (terms, dimensions, vectors);

    public static LatentProjection Read(SectionReader reader)
    {
        var terms = TermWeights.Read(reader);
        int dimensions = reader.ReadCount(1 << 16);
        float[] vectors = reader.ReadArray<float>();
        return vectors.Length == (long)terms.Count * dimensions && Array.TrueForAll(vectors, float.IsFinite)
            ? new LatentProjection(terms, dimensions, vectors)
            : throw new InvalidDataException("the latent topics are not those of the words");
    }

    public void Write(SectionWriter writer)
    {
        _terms.Write(writer);
        writer.Write(_dimensions);
        writer.WriteArray<float>(_vectors);
    }

    public float[]? Project(IReadOnlyList<string> stems)
    {
        SparseVector weighted = _terms.Weigh(stems);
        float[] row = new float[_dimensions];
        for (int i = 0; i < weighted.Count; i++)
            TensorPrimitives.MultiplyAdd(_vectors.AsSpan(weighted.Indices[i] * _dimensions, _dimensions), weighted.Values[i], row, row);
        float norm = TensorPrimitives.Norm<float>(row);
        // A text that lies almost at right angles to all topics has no direction among them but rounding.
        if (norm < 1e-4f)
            return null;
        TensorPrimitives.Divide(row, norm, row);
        return row;
    }
}
