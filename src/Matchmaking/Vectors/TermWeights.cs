using System.Numerics.Tensors;

namespace Matchmaking.Vectors;

/// <summary>
/// TF-IDF of stems: (1 + ln tf) × (ln((1 + n) / (1 + df)) + 1), rows of length 1 (Salton and Buckley 1988; sublinear and smoothed as in
/// scikit-learn). Where trigrams are counted, they are weighed in the same way by themselves, and are half of the row. Immutable.
/// </summary>
internal sealed class TermWeights
{
    /// <summary>
    /// Stems beyond these are the rarest and count as unknown, and so with trigrams; it bounds the memory that one gigantic text can take.
    /// </summary>
    private const int MaximumTerms = 50_000;

    private static readonly float[] s_weights = [.. Enumerable.Range(0, 64).Select(count => 1 + MathF.Log(Math.Max(1, count)))];

    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _trigrams = [];
    private readonly float[] _idf; // of stems, then of trigrams

    private TermWeights(string[] stems, ulong[] trigrams, float[] idf, float idfOfUnknown, bool countsTrigrams)
    {
        for (int i = 0; i < stems.Length; i++)
        {
            if (stems[i].Length > 0)
                _stems.Add(stems[i], i);
        }

        for (int i = 0; i < trigrams.Length; i++)
        {
            if (trigrams[i] != 0)
                _trigrams.Add(trigrams[i], stems.Length + i);
        }

        (StemCount, _idf, IdfOfUnknown, CountsTrigrams) = (stems.Length, idf, idfOfUnknown, countsTrigrams);
    }

    public int Count => _idf.Length;

    /// <summary>How many of them are stems: the first. Those that were left out of a file count.</summary>
    public int StemCount { get; }

    public bool CountsTrigrams { get; }

    public float IdfOfUnknown { get; }

    public static TermWeights Fit(TextCounts texts, int minimumFrequency)
    {
        var stems = Keep(texts.Stems, minimumFrequency, StringComparer.Ordinal);
        var trigrams = Keep(texts.Trigrams, minimumFrequency, Comparer<ulong>.Default);
        float[] idf =
        [
            .. stems
                .Select(pair => pair.Value)
                .Concat(trigrams.Select(pair => pair.Value))
                .Select(frequency => Idf(texts.TextCount, frequency)),
        ];
        return new TermWeights(
            [.. stems.Select(pair => pair.Key)],
            [.. trigrams.Select(pair => pair.Key)],
            idf,
            Idf(texts.TextCount, 0),
            texts.HasTrigrams
        );
    }

    public static TermWeights Read(SectionReader reader)
    {
        string[] stems = reader.ReadStrings();
        ulong[] trigrams = reader.ReadArray<ulong>();
        bool countsTrigrams = reader.ReadBool();
        float[] idf = reader.ReadArray<float>();
        float unknown = reader.Read<float>();
        return
            stems.Length + trigrams.Length == idf.Length
            && (countsTrigrams || trigrams.Length == 0)
            && Array.TrueForAll(idf, value => value > 0 && float.IsFinite(value))
            && float.IsFinite(unknown)
            ? new TermWeights(stems, trigrams, idf, unknown, countsTrigrams)
            : throw new InvalidDataException("the weights of words are none");
    }

    /// <param name="writer">Where to.</param>
    /// <param name="isKept">By id: the others keep their number, and stand as an empty one.</param>
    public void Write(SectionWriter writer, Func<int, bool> isKept)
    {
        string[] stems = new string[StemCount];
        Array.Fill(stems, "");
        foreach ((string stem, int id) in _stems.Where(pair => isKept(pair.Value)))
            stems[id] = stem;
        ulong[] trigrams = new ulong[Count - StemCount];
        foreach ((ulong trigram, int id) in _trigrams.Where(pair => isKept(pair.Value)))
            trigrams[id - StemCount] = trigram;
        writer.WriteStrings(stems);
        writer.WriteArray<ulong>(trigrams);
        writer.Write(CountsTrigrams);
        writer.WriteArray<float>(_idf);
        writer.Write(IdfOfUnknown);
    }

    public bool TryGetId(string stem, out int id) => _stems.TryGetValue(stem, out id);

    public bool TryGetId(ulong trigram, out int id) => _trigrams.TryGetValue(trigram, out id);

    /// <summary>How much a term counts that occurs so often in one text.</summary>
    public float Weight(int id, int count) => Weight(count) * _idf[id];

    /// <summary>How much a term counts by its occurrences in one text.</summary>
    public static float Weight(int count) => count < s_weights.Length ? s_weights[count] : 1 + MathF.Log(count);

    /// <summary>The known terms of a text, weighted, of length 1; empty where none is known.</summary>
    public SparseVector Weigh(TextTerms text)
    {
        List<(int Id, int Count)> known = [];
        Add(text.Stems, _stems);
        Add(text.Trigrams, _trigrams);
        if (known.Count == 0)
            return SparseVector.Empty;
        known.Sort();
        int[] ids = [.. known.Select(term => term.Id)];
        float[] weights = [.. known.Select(term => Weight(term.Id, term.Count))];
        Normalize(ids, weights);
        return new SparseVector(ids, weights);

        void Add<T>(List<T> terms, Dictionary<T, int> numbers)
            where T : notnull
        {
            foreach ((T term, int count) in terms.CountBy(term => term))
            {
                if (numbers.TryGetValue(term, out int id))
                    known.Add((id, count));
            }
        }
    }

    /// <summary>To length 1; where there are stems and trigrams, each to half of the square.</summary>
    /// <param name="ids">Ascending.</param>
    /// <param name="weights">Theirs.</param>
    public void Normalize(ReadOnlySpan<int> ids, Span<float> weights)
    {
        int split = ids.BinarySearch(StemCount);
        split = split < 0 ? ~split : split;
        Normalize(weights[..split], weights[split..]);
    }

    /// <summary>As <see cref="Normalize(ReadOnlySpan{int}, Span{float})"/>, the two kinds apart.</summary>
    /// <returns>Whether there was anything.</returns>
    public static bool Normalize(Span<float> stems, Span<float> trigrams)
    {
        float first = FixedOrder.Norm(stems),
            second = FixedOrder.Norm(trigrams);
        float both = first > 0 && second > 0 ? MathF.Sqrt(2) : 1;
        if (first > 0)
            TensorPrimitives.Divide(stems, first * both, stems);
        if (second > 0)
            TensorPrimitives.Divide(trigrams, second * both, trigrams);
        return first > 0 || second > 0;
    }

    private static List<KeyValuePair<T, int>> Keep<T>(IEnumerable<KeyValuePair<T, int>> frequencies, int minimum, IComparer<T> order) =>
        [
            .. frequencies
                .Where(pair => pair.Value >= minimum)
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, order)
                .Take(MaximumTerms),
        ];

    private static float Idf(int texts, int having) => (float)(Math.Log((1.0 + texts) / (1.0 + having)) + 1);
}
