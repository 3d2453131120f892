using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>Texts of one's own in latent topics, for what learns from other texts than those of members.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LatentTopics
{
    /// <summary>A point of length 1 for each text; null where a text says nothing that is known.</summary>
    /// <param name="texts">Each text in pieces, which are counted as one.</param>
    /// <param name="vectorizer">Says how texts are read.</param>
    /// <param name="dimensions">How many topics.</param>
    /// <param name="seed">Of the random projection.</param>
    /// <returns>Null where the texts have fewer than twice as many words as there are topics.</returns>
    public static float[]?[]? Of(IReadOnlyList<string[]> texts, Vectorizer vectorizer, int dimensions, int seed)
    {
        var counts = TextCounts.Of(
            [.. texts.Select(pieces => Array.ConvertAll(pieces, piece => new WrittenText(piece, [])))],
            vectorizer.Reading,
            trigrams: false
        );
        var terms = TermWeights.Fit(counts, 2);
        if (terms.Count < 2 * dimensions)
            return null;
        SparseMatrix weighed = counts.Weigh(terms);
        var projection = LatentProjection.Fit(terms, weighed, dimensions, seed);
        float[]?[] points = new float[texts.Count][];
        Parallel.For(0, points.Length, ParallelWork.Here(), text =>
            points[text] = counts.Rows[text] is >= 0 and int row ? projection.Place(weighed.Columns(row), weighed.Values(row)) : null
        );
        return points;
    }
}
