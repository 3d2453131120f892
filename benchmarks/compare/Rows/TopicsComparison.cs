using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Matchmaking.Compare.Rows;

/// <summary>
/// 128 latent topics of the bios, fitted and the bios placed, from one TF-IDF matrix (words and character trigrams) that both sides read.
/// </summary>
internal sealed partial class TopicsComparison : IComparison
{
    private const int Topics = 128;

    public string Name => "text-topics";

    public string Work => $"{Topics} latent topics of 100,000 bios, from TF-IDF of words and character trigrams";

    public string Workloads => "F";

    public Target Asked => new(Ratio: 4);

    public int Threads => 2;

    public PythonPeer? Peer =>
        new("scikit-learn TruncatedSVD", "text_topics.py", [Topics.ToString(CultureInfo.InvariantCulture)], ["sklearn", "scipy", "numpy"])
        {
            IsOurs = true,
        };

    public Func<Measurement> Prepare(string folder)
    {
        string share = Path.Combine(folder, "bios100k_topics.share");
        File.Delete(share);
        SparseMatrix matrix = Matrix(File.ReadAllLines(Path.Combine(folder, "bios100k.txt")));
        Write(matrix, Path.Combine(folder, "bios100k_tfidf"));
        double squares = Enumerable.Range(0, matrix.RowCount).Sum(row => (double)TensorPrimitives.SumOfSquares(matrix.Values(row)));
        return () =>
            Measurement.Of(
                () => Place(matrix),
                placed =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{placed.Sum(row => (double)TensorPrimitives.SumOfSquares<float>(row)) / squares:0.00000} of the squares kept, "
                            + $"by the peer {(File.Exists(share) ? File.ReadAllText(share).Trim() : "not known")}"
                    )
            );
    }

    private static float[][] Place(SparseMatrix matrix)
    {
        float[] vectors = RandomizedSvd.Compute(matrix, Topics, seed: 1).RightVectors;
        float[][] placed = new float[matrix.RowCount][];
        Parallel.For(0, placed.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, row =>
        {
            float[] point = new float[Topics];
            ReadOnlySpan<int> columns = matrix.Columns(row);
            for (int i = 0; i < columns.Length; i++)
                TensorPrimitives.MultiplyAdd(vectors.AsSpan(columns[i] * point.Length, point.Length), matrix.Values(row)[i], point, point);
            placed[row] = point;
        });
        return placed;
    }

    /// <summary>
    /// As scikit-learn's vectorisers make it: words of two letters and more, trigrams within words, of two texts at least; each kind of
    /// length 1.
    /// </summary>
    private static SparseMatrix Matrix(string[] texts)
    {
        var words = Kind(texts, text => Word().Matches(text).Select(match => match.Value));
        var trigrams = Kind(texts, text =>
            text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(word => Enumerable.Range(0, word.Length).Select(i => $" {word} ".Substring(i, 3)))
        );
        SparseVector[] rows =
        [
            .. words.Rows.Zip(trigrams.Rows, (left, right) =>
                new SparseVector(
                    [.. left.Indices, .. right.Indices.ToArray().Select(index => index + words.Count)],
                    [.. left.Values, .. right.Values]
                )
            ),
        ];
        return SparseMatrix.FromRows(rows, words.Count + trigrams.Count);
    }

    private static (SparseVector[] Rows, int Count) Kind(string[] texts, Func<string, IEnumerable<string>> cut)
    {
        Dictionary<string, int> ids = [];
        List<int> frequencies = [];
        (int Id, int Count)[][] counts =
        [
            .. texts.Select(text =>
                cut(text.ToLowerInvariant())
                    .CountBy(term => term)
                    .Select(pair =>
                    {
                        if (ids.TryAdd(pair.Key, frequencies.Count))
                            frequencies.Add(0);
                        frequencies[ids[pair.Key]]++;
                        return (ids[pair.Key], pair.Value);
                    })
                    .ToArray()
            ),
        ];
        int[] positions = new int[frequencies.Count];
        int kept = 0;
        for (int id = 0; id < positions.Length; id++)
            positions[id] = frequencies[id] >= 2 ? kept++ : -1;
        return (
            [
                .. counts.Select(row =>
                {
                    (int Id, int Count)[] own = [.. row.Where(term => positions[term.Id] >= 0).OrderBy(term => term.Id)];
                    float[] weights =
                    [
                        .. own.Select(term => (float)(term.Count * (Math.Log((1.0 + texts.Length) / (1 + frequencies[term.Id])) + 1))),
                    ];
                    TensorPrimitives.Divide(weights, Math.Max(TensorPrimitives.Norm<float>(weights), float.Epsilon), weights);
                    return new SparseVector([.. own.Select(term => positions[term.Id])], weights);
                }),
            ],
            kept
        );
    }

    private static void Write(SparseMatrix matrix, string path)
    {
        using FileStream starts = File.Create(path + ".indptr.i64"),
            indices = File.Create(path + ".indices.i32"),
            data = File.Create(path + ".data.f32");
        long at = 0;
        starts.Write(MemoryMarshal.AsBytes<long>([at]));
        for (int row = 0; row < matrix.RowCount; row++)
        {
            at += matrix.Columns(row).Length;
            starts.Write(MemoryMarshal.AsBytes<long>([at]));
            indices.Write(MemoryMarshal.AsBytes(matrix.Columns(row)));
            data.Write(MemoryMarshal.AsBytes(matrix.Values(row)));
        }
    }

    [GeneratedRegex(@"\b\w\w+\b")]
    private static partial Regex Word();
}
