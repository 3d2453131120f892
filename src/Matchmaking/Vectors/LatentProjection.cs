using System.Numerics.Tensors;

namespace Matchmaking.Vectors;

/// <summary>
/// Latent semantic analysis (Deerwester et al. 1990): texts in the space of the strongest co-occurrences of stems, where texts without a
/// common word can be close. A text of later is folded in as one of the fitted ones is placed: its TF-IDF times the right singular vectors.
/// </summary>
internal sealed class LatentProjection : ITextProjection
{
    private readonly int _dimensions;
    private readonly float[] _vectors; // by stem

    private LatentProjection(TermWeights terms, int dimensions, float[] vectors) =>
        (Terms, _dimensions, _vectors) = (terms, dimensions, vectors);

    public TermWeights Terms { get; }

    /// <param name="terms">Fitted to the texts.</param>
    /// <param name="texts">The texts by these terms.</param>
    /// <param name="dimensions">How many topics.</param>
    /// <param name="seed">Of the random projection.</param>
    public static LatentProjection Fit(TermWeights terms, SparseMatrix texts, int dimensions, int seed)
    {
        var svd = RandomizedSvd.Compute(texts, dimensions, seed);
        return new LatentProjection(terms, svd.SingularValues.Length, svd.RightVectors);
    }

    public static LatentProjection Read(SectionReader reader)
    {
        var terms = TermWeights.Read(reader);
        int dimensions = reader.ReadCount(1 << 16);
        float[] vectors = reader.ReadArray<float>();
        return vectors.Length == (long)terms.Count * dimensions && Array.TrueForAll(vectors, float.IsFinite)
            ? new LatentProjection(terms, dimensions, vectors)
            : throw new InvalidDataException("the latent topics are not those of the words");
    }

    public void Write(SectionWriter writer, IEnumerable<float[]> points, Func<TextCounts>? count)
    {
        bool[] used = new bool[Terms.Count];
        if (count is null)
            Array.Fill(used, true);
        else
            Mark(count(), used);
        Terms.Write(writer, id => used[id]);
        writer.Write(_dimensions);
        writer.WriteArray<float>(_vectors);
    }

    private void Mark(TextCounts texts, bool[] used)
    {
        foreach ((string stem, _) in texts.Stems)
        {
            if (Terms.TryGetId(stem, out int id))
                used[id] = true;
        }

        foreach ((ulong trigram, _) in texts.Trigrams)
        {
            if (Terms.TryGetId(trigram, out int id))
                used[id] = true;
        }
    }

    public float[]? Project(TextTerms text)
    {
        SparseVector weighted = Terms.Weigh(text);
        return Place(weighted.Indices, weighted.Values);
    }

    /// <summary>The point of a text that is weighed already; null where it has no direction among the topics.</summary>
    public float[]? Place(ReadOnlySpan<int> terms, ReadOnlySpan<float> weights)
    {
        float[] row = new float[_dimensions];
        for (int i = 0; i < terms.Length; i++)
            TensorPrimitives.MultiplyAdd(_vectors.AsSpan(terms[i] * _dimensions, _dimensions), weights[i], row, row);
        float norm = FixedOrder.Norm(row);
        // A text that lies almost at right angles to all topics has no direction among them but rounding.
        if (norm < 1e-4f)
            return null;
        TensorPrimitives.Divide(row, norm, row);
        return row;
    }
}
