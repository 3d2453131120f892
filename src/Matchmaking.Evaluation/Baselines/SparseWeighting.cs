namespace Matchmaking.Evaluation;

/// <summary>The usual weightings of counts: what makes a sum of products a cosine, a BM25 score, an Adamic–Adar score.</summary>
internal static class SparseWeighting
{
    private const double K1 = 1.2,
        B = 0.75;

    /// <summary>TF-IDF with idf = ln((1 + n)/(1 + df)) + 1, each row of length 1.</summary>
    public static SparseRows TfIdf(SparseRows counts, int columns)
    {
        int[] frequency = Frequencies(counts, columns);
        return Unit(Transform(counts, (_, column, count) => count * (Math.Log((1.0 + counts.Rows) / (1 + frequency[column])) + 1)));
    }

    /// <summary>Every row of length 1.</summary>
    public static SparseRows Unit(SparseRows rows)
    {
        double[] norms = [.. Enumerable.Range(0, rows.Rows).Select(row => Math.Sqrt(rows.Values(row).ToArray().Sum(x => x * x)))];
        return Transform(rows, (row, _, value) => value / norms[row]);
    }

    /// <summary>
    /// The document's side of BM25 (Robertson and Zaragoza 2009) with k₁ = 1.2 and b = 0.75; the asker's side are the words of theirs, each
    /// once.
    /// </summary>
    public static SparseRows Bm25(SparseRows counts, int columns)
    {
        int[] frequency = Frequencies(counts, columns);
        double[] lengths = [.. Enumerable.Range(0, counts.Rows).Select(row => counts.Values(row).ToArray().Sum())];
        double mean = lengths.Average();
        return Transform(counts, (row, column, count) =>
            Math.Log(1 + ((counts.Rows - frequency[column] + 0.5) / (frequency[column] + 0.5)))
            * count
            * (K1 + 1)
            / (count + (K1 * (1 - B + (B * lengths[row] / mean))))
        );
    }

    /// <summary>
    /// Neighbours weighted by 1/ln of their own number of neighbours (Adamic and Adar 2003), where they have more than one.
    /// </summary>
    public static SparseRows AdamicAdar(SparseRows neighbours) =>
        Transform(neighbours, (row, _, _) => neighbours.Columns(row).Length > 1 ? 1 / Math.Log(neighbours.Columns(row).Length) : 0);

    /// <summary>Columns × columns: the cosine of two columns (Sarwar et al. 2001), from rows of ones.</summary>
    public static SparseRows ItemCosine(SparseRows rows, int columns)
    {
        int[] frequency = Frequencies(rows, columns);
        Dictionary<(int, int), double> together = [];
        for (int row = 0; row < rows.Rows; row++)
        {
            foreach (int a in rows.Columns(row))
            {
                foreach (int b in rows.Columns(row))
                {
                    if (a != b)
                        together[(a, b)] = together.GetValueOrDefault((a, b)) + 1;
                }
            }
        }

        return SparseRows.From(
            columns,
            [
                .. together.Select(pair =>
                    (pair.Key.Item1, pair.Key.Item2, pair.Value / Math.Sqrt((double)frequency[pair.Key.Item1] * frequency[pair.Key.Item2]))
                ),
            ]
        );
    }

    private static int[] Frequencies(SparseRows rows, int columns)
    {
        int[] frequency = new int[columns];
        for (int row = 0; row < rows.Rows; row++)
        {
            foreach (int column in rows.Columns(row))
                frequency[column]++;
        }

        return frequency;
    }

    private static SparseRows Transform(SparseRows rows, Func<int, int, double, double> value)
    {
        List<(int, int, double)> entries = [];
        for (int row = 0; row < rows.Rows; row++)
        {
            for (int i = 0; i < rows.Columns(row).Length; i++)
                entries.Add((row, rows.Columns(row)[i], value(row, rows.Columns(row)[i], rows.Values(row)[i])));
        }

        return SparseRows.From(rows.Rows, entries);
    }
}
