using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace Matchmaking.Vectors;

/// <summary>
/// How often each term stands in each of many texts, on all cores and in one pass over them. Words get numbers first, and terms are worked
/// out once for each word and not for each place where it stands. Texts without a term are left out.
/// </summary>
internal sealed class TextCounts
{
    private const int TextsAChunk = 256;

    private readonly TermCatalog _catalog;
    private readonly Chunk[] _chunks;
    private readonly int[] _frequencies; // by term

    private TextCounts(int texts, Chunk[] chunks, TermCatalog catalog, int[] frequencies)
    {
        (_chunks, _catalog, _frequencies) = (chunks, catalog, frequencies);
        Rows = new int[texts];
        for (int text = 0; text < texts; text++)
            Rows[text] = chunks[text / TextsAChunk].Terms(text % TextsAChunk).IsEmpty ? -1 : TextCount++;
    }

    public bool HasTrigrams => _catalog.HasTrigrams;

    /// <summary>How many texts have a term.</summary>
    public int TextCount { get; }

    /// <summary>Which of those each text is; −1 for one without terms.</summary>
    public int[] Rows { get; }

    /// <summary>In how many texts each stem stands.</summary>
    public IEnumerable<KeyValuePair<string, int>> Stems =>
        _catalog.Stems.Select(pair => KeyValuePair.Create(pair.Key, _frequencies[pair.Value]));

    /// <summary>In how many texts each trigram stands.</summary>
    public IEnumerable<KeyValuePair<ulong, int>> Trigrams =>
        _catalog.Trigrams.Select(pair => KeyValuePair.Create(pair.Key, _frequencies[pair.Value]));

    /// <param name="texts">Each text as the pieces it is made of.</param>
    /// <param name="reading">How they are read.</param>
    /// <param name="trigrams">Whether to count the trigrams of the words too.</param>
    public static TextCounts Of(IReadOnlyList<WrittenText[]> texts, TextReading reading, bool trigrams)
    {
        var chunks = new Chunk[(texts.Count + TextsAChunk - 1) / TextsAChunk];
        // A table a thread: threads that share one wait for each other's words.
        ConcurrentBag<WordTable> tables = [];
        Parallel.For(0, chunks.Length, ParallelWork.Here(), chunk =>
        {
            WordTable table = tables.TryTake(out WordTable? idle) ? idle : new WordTable(reading);
            int first = chunk * TextsAChunk,
                count = Math.Min(TextsAChunk, texts.Count - first);
            chunks[chunk] = Chunk.Read(texts, first, count, table);
            tables.Add(table);
        });

        var all = new WordTable(reading);
        Dictionary<WordTable, int[]> maps = tables.ToDictionary(table => table, table => table.MoveTo(all));
        var catalog = new TermCatalog(all, reading, trigrams);
        ConcurrentBag<TermTally> tallies = [];
        Parallel.ForEach(chunks, ParallelWork.Here(), chunk =>
        {
            TermTally tally = tallies.TryTake(out TermTally? idle) ? idle : new TermTally(catalog);
            chunk.Count(maps, tally);
            tallies.Add(tally);
        });
        int[] frequencies = new int[catalog.Count];
        foreach (TermTally tally in tallies)
            TensorPrimitives.Add(frequencies, tally.Texts, frequencies);
        return new TextCounts(texts.Count, chunks, catalog, frequencies);
    }

    /// <summary>The texts that have terms as rows, each as <see cref="TermWeights.Weigh"/> weighs it alone.</summary>
    public SparseMatrix Weigh(TermWeights terms)
    {
        int[] ids = new int[_catalog.Count];
        foreach ((string stem, int term) in _catalog.Stems)
            ids[term] = terms.TryGetId(stem, out int id) ? id : -1;
        foreach ((ulong trigram, int term) in _catalog.Trigrams)
            ids[term] = terms.TryGetId(trigram, out int id) ? id : -1;

        int[] starts = new int[TextCount + 1];
        ForEachChunk(
            (text, chunk) =>
            {
                for (int i = 0; i < chunk.TextCount; i++)
                {
                    int length = 0;
                    foreach (TermCount term in chunk.Terms(i))
                        length += ids[term.Term] >= 0 ? 1 : 0;
                    if (Rows[text + i] is >= 0 and int row)
                        starts[row + 1] = length;
                }
            }
        );
        for (int row = 0; row < TextCount; row++)
            starts[row + 1] = checked(starts[row + 1] + starts[row]);

        int[] columns = GC.AllocateUninitializedArray<int>(starts[^1]);
        float[] values = GC.AllocateUninitializedArray<float>(starts[^1]);
        ConcurrentBag<TermSorter> sorters = [];
        ForEachChunk(
            (text, chunk) =>
            {
                TermSorter sorter = sorters.TryTake(out TermSorter? idle) ? idle : new TermSorter(terms.Count);
                for (int i = 0; i < chunk.TextCount; i++)
                {
                    if (Rows[text + i] is not (>= 0 and int row))
                        continue;
                    foreach (TermCount term in chunk.Terms(i))
                    {
                        if (ids[term.Term] >= 0)
                            sorter.Add(ids[term.Term], term.Count);
                    }

                    Range own = starts[row]..starts[row + 1];
                    sorter.MoveTo(columns.AsSpan(own), values.AsSpan(own), terms);
                }

                sorters.Add(sorter);
            }
        );
        return new SparseMatrix(TextCount, terms.Count, starts, columns, values);
    }

    private void ForEachChunk(Action<int, Chunk> action) =>
        Parallel.For(0, _chunks.Length, ParallelWork.Here(), chunk => action(chunk * TextsAChunk, _chunks[chunk]));

    /// <summary>Some texts in one array: first the words of each, then their terms.</summary>
    private sealed class Chunk(WordTable table, int[] words, int[] ends)
    {
        private TermCount[] _terms = [];

        public int TextCount => ends.Length;

        public ReadOnlySpan<TermCount> Terms(int text) => _terms.AsSpan((text == 0 ? 0 : ends[text - 1])..ends[text]);

        public static Chunk Read(IReadOnlyList<WrittenText[]> texts, int first, int count, WordTable table)
        {
            List<int> words = [];
            int[] ends = new int[count];
            for (int i = 0; i < count; i++)
            {
                foreach (WrittenText piece in texts[first + i])
                    table.Read(piece, words);
                ends[i] = words.Count;
            }

            return new Chunk(table, [.. words], ends);
        }

        /// <summary>Puts the terms of the words in place of them.</summary>
        /// <param name="maps">The numbers of each table's words in the table of all.</param>
        /// <param name="tally">Empty.</param>
        public void Count(Dictionary<WordTable, int[]> maps, TermTally tally)
        {
            int[] map = maps[table];
            for (int i = 0, start = 0; i < ends.Length; i++)
            {
                int end = ends[i];
                for (; start < end; start++)
                    tally.Add(map[words[start]]);
                ends[i] = tally.EndText();
            }

            words = [];
            _terms = tally.Take();
        }
    }
}
