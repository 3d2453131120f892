using System.Numerics.Tensors;
using System.Text;

namespace Matchmaking;

/// <summary>
/// The TF-IDF of a text as it is, for communities with so few texts that latent topics would be made of chance: every known stem has a
/// dimension, unknown ones share some by their hash (Weinberger et al. 2009). Texts without a common stem have nothing in common.
/// </summary>
internal sealed class TermProjection(TermWeights terms) : ITextProjection
{
    private const int HashedDimensions = 1024;

    public void Write(SectionWriter writer) => terms.Write(writer);

    public float[]? Project(IReadOnlyList<string> stems)
    {
        float[] row = new float[terms.Count + HashedDimensions];
        foreach (IGrouping<string, string> stem in stems.GroupBy(stem => stem, StringComparer.Ordinal))
        {
            float weight = TermWeights.Weight(stem.Count());
            if (terms.TryGetId(stem.Key, out int id))
            {
                row[id] = weight * terms.Idf(id);
            }
            else
            {
                uint hash = Hash(stem.Key);
                // The sign, from a bit that does not choose the dimension, makes collisions cancel on average.
                row[terms.Count + (int)(hash % HashedDimensions)] += hash >> 31 == 0 ? weight * terms.IdfOfUnknown : -weight * terms.IdfOfUnknown;
            }
        }

        float norm = TensorPrimitives.Norm<float>(row);
        if (norm == 0)
            return null;
        TensorPrimitives.Divide(row, norm, row);
        return row;
    }

    /// <summary>FNV-1a: unlike <see cref="string.GetHashCode()"/> the same in every process. Mixed once more, as its high bits are weak.</summary>
    private static uint Hash(string stem)
    {
        uint hash = 2166136261;
        foreach (byte b in Encoding.UTF8.GetBytes(stem))
            hash = (hash ^ b) * 16777619;
        hash ^= hash >> 15;
        return hash * 2246822519;
    }
}
