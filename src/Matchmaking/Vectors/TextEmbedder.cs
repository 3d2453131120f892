using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace Matchmaking.Vectors;

/// <summary>Texts to points by the host's model, in batches, each checked: a model that fails quietly would spoil every score.</summary>
internal sealed class TextEmbedder(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    private const int BatchSize = 256;

    private int _dimensions;

    /// <returns>One row of length 1 a text, in order.</returns>
    /// <exception cref="InvalidOperationException">
    /// The model gave too few rows, or one that is empty, zero, not finite or of another length than before.
    /// </exception>
    public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        float[][] rows = new float[texts.Count][];
        for (int start = 0; start < texts.Count; start += BatchSize)
        {
            string[] batch = [.. texts.Skip(start).Take(BatchSize)];
            GeneratedEmbeddings<Embedding<float>> embeddings = await generator
                .GenerateAsync(batch, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
            if (embeddings.Count != batch.Length)
                throw new InvalidOperationException($"the embedding generator gave {embeddings.Count} embeddings for {batch.Length} texts");
            for (int i = 0; i < batch.Length; i++)
                rows[start + i] = Check(embeddings[i].Vector.Span, batch[i]);
        }

        return rows;
    }

    /// <summary>Says how long the embeddings are that there are already, from a file; the first one tells where there are none.</summary>
    public void Expect(int dimensions) => _dimensions = dimensions;

    private float[] Check(ReadOnlySpan<float> embedding, string text)
    {
        if (embedding.IsEmpty)
            throw new InvalidOperationException($"the embedding generator gave an empty embedding for {Quote(text)}");
        int expected = Interlocked.CompareExchange(ref _dimensions, embedding.Length, 0);
        if (expected != 0 && expected != embedding.Length)
            throw new InvalidOperationException(
                $"the embedding generator gave {embedding.Length} dimensions after {expected}, for {Quote(text)}: for another model, "
                    + $"create the matchmaker anew"
            );
        // Divided by the largest first: the squares of what a float can hold, it cannot.
        float largest = Math.Abs(TensorPrimitives.MaxMagnitude(embedding));
        if (!float.IsFinite(largest) || largest == 0)
            throw new InvalidOperationException(
                $"the embedding generator gave {(largest == 0 ? "nothing but zeros" : "a number that is not finite")} for {Quote(text)}"
            );
        float[] row = new float[embedding.Length];
        TensorPrimitives.Divide(embedding, largest, row);
        TensorPrimitives.Divide(row, FixedOrder.Norm(row), row);
        return row;
    }

    /// <summary>The text's beginning is enough to find it; a whole one may be private, or long.</summary>
    private static string Quote(string text) => text.Length <= 40 ? $"'{text}'" : $"'{text.AsSpan(0, 40)}…'";
}
