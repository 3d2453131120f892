using System.Numerics.Tensors;
using System.Text;

namespace Matchmaking.Vectors;

/// <summary>
/// The TF-IDF of a text as it is, for communities with so few texts that latent topics would be made of chance: every known term has a
/// dimension, unknown ones share some by their hash (Weinberger et al. 2009). Texts without a common term have nothing in common.
/// </summary>
internal sealed class TermProjection(TermWeights terms) : ITextProjection
{
    private const int HashedDimensions = 1024;

    public TermWeights Terms => terms;

    public void Write(SectionWriter writer, IEnumerable<float[]> points, Func<TextCounts>? count)
    {
        bool[] used = new bool[terms.Count];
        foreach (float[] point in points)
        {
            for (int id = 0; id < used.Length; id++)
                used[id] |= point[id < terms.StemCount ? id : HashedDimensions + id] != 0;
        }

        terms.Write(writer, id => used[id]);
    }

    /// <summary>Known stems, hashed stems, known trigrams, hashed trigrams.</summary>
    public float[]? Project(TextTerms text)
    {
        int stems = terms.StemCount + HashedDimensions;
        float[] row = new float[terms.CountsTrigrams ? terms.Count + (2 * HashedDimensions) : stems];
        foreach ((string stem, int count) in text.Stems.CountBy(stem => stem, StringComparer.Ordinal))
        {
            if (terms.TryGetId(stem, out int id))
                row[id] = terms.Weight(id, count);
            else
                AddHashed(row.AsSpan(terms.StemCount, HashedDimensions), Encoding.UTF8.GetBytes(stem), count);
        }

        foreach ((ulong trigram, int count) in text.Trigrams.CountBy(trigram => trigram))
        {
            if (terms.TryGetId(trigram, out int id))
                row[HashedDimensions + id] = terms.Weight(id, count);
            else
                AddHashed(row.AsSpan(row.Length - HashedDimensions), BitConverter.GetBytes(trigram), count);
        }

        return TermWeights.Normalize(row.AsSpan(..stems), row.AsSpan(stems..)) ? row : null;
    }

    private void AddHashed(Span<float> dimensions, byte[] term, int count)
    {
        uint hash = Hash(term);
        float weight = TermWeights.Weight(count) * terms.IdfOfUnknown;
        // The sign, from a bit that does not choose the dimension, makes collisions cancel on average.
        dimensions[(int)(hash % HashedDimensions)] += hash >> 31 == 0 ? weight : -weight;
    }

    /// <summary>
    /// FNV-1a: unlike <see cref="string.GetHashCode()"/> the same in every process. Mixed once more, as its high bits are weak.
    /// </summary>
    private static uint Hash(byte[] term)
    {
        uint hash = 2166136261;
        foreach (byte b in term)
            hash = (hash ^ b) * 16777619;
        hash ^= hash >> 15;
        return hash * 2246822519;
    }
}
