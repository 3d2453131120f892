using System.Numerics.Tensors;

namespace Matchmaking;

/// <summary>
/// How often each term stands in each of many texts: counted in one pass over them, on all cores, for the vocabulary to be chosen from and the texts to be weighed
/// by without being read again. Texts without a word are left out.
/// </summary>
internal sealed class TextCounts
{
    private const int TextsAChunk = 256;

    private readonly TermNumbers _numbers;
    private readonly Chunk[] _chunks;
    private readonly int[] _frequencies; // by number

    private TextCounts(TermNumbers numbers, Chunk[] chunks, int[] frequencies, int[] rows, int textCount) =>
        (_numbers, _chunks, _frequencies, Rows, TextCount) = (numbers, chunks, frequencies, rows, textCount);

    public bool Trigrams => _numbers.Trigrams;

    /// <summary>How many texts have a word.</summary>
    public int TextCount { get; }

    /// <summary>Which of those each text is; −1 for one without words.</summary>
    public int[] Rows { get; }

    /// <summary>In how many texts each stem stands.</summary>
    public IEnumerable<KeyValuePair<string, int>> Stems => _numbers.StemNumbers.Select(pair => KeyValuePair.Create(pair.Key, _frequencies[pair.Value]));

    /// <summary>In how many texts each trigram stands.</summary>
    public IEnumerable<KeyValuePair<ulong, int>> TrigramFrequencies => _numbers.TrigramNumbers.Select(pair => KeyValuePair.Create(pair.Key, _frequencies[pair.Value]));

    /// <param name="texts">Each text as the pieces it is made of.</param>
    /// <param name="trigrams">Whether to count the trigrams of the words too.</param>
    public static TextCounts Of(IReadOnlyList<WrittenText[]> texts, bool trigrams)
    {
        var numbers = new TermNumbers(trigrams);
        var chunks = new Chunk[(texts.Count + TextsAChunk - 1) / TextsAChunk];
        int[] frequencies = [];
        Lock merge = new();
        Parallel.For(
            0,
            chunks.Length,
            ParallelWork.Here(),
            () => new TermTally(),
            (chunk, _, tally) =>
            {
                int first = chunk * TextsAChunk, count = Math.Min(TextsAChunk, texts.Count - first);
                chunks[chunk] = Chunk.Of(texts, first, count, numbers, tally);
                return tally;
            },
            tally =>
            {
                lock (merge)
                {
                    Array.Resize(ref frequencies, Math.Max(frequencies.Length, tally.Texts.Length));
                    TensorPrimitives.Add(frequencies.AsSpan(0, tally.Texts.Length), tally.Texts, frequencies);
                }
            });
        Array.Resize(ref frequencies, numbers.Count);
        int[] rows = new int[texts.Count];
        int row = 0;
        for (int text = 0; text < rows.Length; text++)
            rows[text] = chunks[text / TextsAChunk].Terms(text % TextsAChunk).IsEmpty ? -1 : row++;
        return new TextCounts(numbers, chunks, frequencies, rows, row);
    }

    /// <summary>The texts that have words as rows, each as <see cref="TermWeights.Weigh"/> weighs it alone.</summary>
    public SparseMatrix Weigh(TermWeights terms)
    {
        int[] ids = new int[_frequencies.Length];
        foreach ((string stem, int number) in _numbers.StemNumbers)
            ids[number] = terms.TryGetId(stem, out int id) ? id : -1;
        foreach ((ulong trigram, int number) in _numbers.TrigramNumbers)
            ids[number] = terms.TryGetId(trigram, out int id) ? id : -1;

        int[] starts = new int[TextCount + 1];
        ForEachText((text, row) =>
        {
            int length = 0;
            foreach (TermCount term in text)
                length += ids[term.Term] >= 0 ? 1 : 0;
            starts[row + 1] = length;
        });
        for (int row = 0; row < TextCount; row++)
            starts[row + 1] = checked(starts[row + 1] + starts[row]);

        int[] columns = new int[starts[^1]];
        float[] values = new float[starts[^1]];
        using var sorters = new ThreadLocal<TermSorter>(() => new TermSorter(terms.Count));
        ForEachText((text, row) =>
        {
            TermSorter sorter = sorters.Value!;
            foreach (TermCount term in text)
            {
                if (ids[term.Term] >= 0)
                    sorter.Add(ids[term.Term], term.Count);
            }

            Range own = starts[row]..starts[row + 1];
            sorter.MoveTo(columns.AsSpan(own), values.AsSpan(own), terms);
        });
        return new SparseMatrix(TextCount, terms.Count, starts, columns, values);
    }

    private void ForEachText(TextAction action) => Parallel.For(0, _chunks.Length, ParallelWork.Here(), chunk =>
    {
        for (int i = 0; i < _chunks[chunk].Count; i++)
        {
            if (Rows[(chunk * TextsAChunk) + i] is >= 0 and int row)
                action(_chunks[chunk].Terms(i), row);
        }
    });

    private delegate void TextAction(ReadOnlySpan<TermCount> terms, int row);

    /// <summary>Texts in one array: so much, each on its own, would be moved about by the collector.</summary>
    private sealed class Chunk(TermCount[] terms, int[] ends)
    {
        public int Count => ends.Length;

        public ReadOnlySpan<TermCount> Terms(int text) => terms.AsSpan((text == 0 ? 0 : ends[text - 1])..ends[text]);

        public static Chunk Of(IReadOnlyList<WrittenText[]> texts, int first, int count, TermNumbers numbers, TermTally tally)
        {
            List<TermCount> terms = [];
            int[] ends = new int[count];
            for (int i = 0; i < count; i++)
            {
                foreach (WrittenText piece in texts[first + i])
                    tally.Read(piece, numbers);
                tally.MoveTo(terms);
                ends[i] = terms.Count;
            }

            return new Chunk([.. terms], ends);
        }
    }
}
