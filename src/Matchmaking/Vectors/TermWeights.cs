namespace Matchmaking;

/// <summary>
/// TF-IDF of stems: (1 + ln tf) × (ln((1 + n) / (1 + df)) + 1), rows of length 1 (Salton and Buckley 1988; sublinear and smoothed as in
/// scikit-learn). Immutable.
/// </summary>
internal sealed class TermWeights
{
    /// <summary>Stems beyond these are the rarest and count as unknown; it bounds the memory that one gigantic text can take.</summary>
    private const int MaximumTerms = 50_000;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly float[] _idf;

    private TermWeights(IEnumerable<KeyValuePair<string, int>> frequencies, int textCount)
    {
        List<float> idf = [];
        foreach ((string stem, int frequency) in frequencies)
        {
            _ids.Add(stem, idf.Count);
            idf.Add(Idf(textCount, frequency));
        }

        _idf = [.. idf];
        IdfOfUnknown = Idf(textCount, 0);
    }

    public int Count => _idf.Length;

    public float IdfOfUnknown { get; }

    public static TermWeights Fit(IReadOnlyCollection<IReadOnlyList<string>> texts, int minimumFrequency)
    {
        Dictionary<string, int> frequencies = new(StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (IReadOnlyList<string> stems in texts)
        {
            seen.Clear();
            foreach (string stem in stems)
            {
                if (seen.Add(stem))
                    frequencies[stem] = frequencies.GetValueOrDefault(stem) + 1;
            }
        }

        var kept = frequencies.Where(pair => pair.Value >= minimumFrequency)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MaximumTerms);
        return new TermWeights(kept, texts.Count);
    }

    private TermWeights(string[] stems, float[] idf, float idfOfUnknown)
    {
        for (int id = 0; id < stems.Length; id++)
            _ids.Add(stems[id], id);
        (_idf, IdfOfUnknown) = (idf, idfOfUnknown);
    }

    public static TermWeights Read(SectionReader reader)
    {
        string[] stems = reader.ReadStrings();
        float[] idf = reader.ReadArray<float>();
        float unknown = reader.Read<float>();
        return stems.Length == idf.Length && Array.TrueForAll(idf, value => value > 0 && float.IsFinite(value)) && float.IsFinite(unknown)
            ? new TermWeights(stems, idf, unknown)
            : throw new InvalidDataException("the weights of words are none");
    }

    public void Write(SectionWriter writer)
    {
        writer.WriteStrings([.. _ids.OrderBy(pair => pair.Value).Select(pair => pair.Key)]);
        writer.WriteArray<float>(_idf);
        writer.Write(IdfOfUnknown);
    }

    public bool TryGetId(string stem, out int id) => _ids.TryGetValue(stem, out id);

    public float Idf(int id) => _idf[id];

    /// <summary>The known stems of a text, weighted, of length 1; empty where none is known.</summary>
    public SparseVector Weigh(IReadOnlyList<string> stems)
    {
        SortedDictionary<int, int> counts = [];
        foreach (string stem in stems)
        {
            if (_ids.TryGetValue(stem, out int id))
                counts[id] = counts.GetValueOrDefault(id) + 1;
        }

        if (counts.Count == 0)
            return SparseVector.Empty;
        int[] ids = [.. counts.Keys];
        float[] weights = new float[ids.Length];
        int i = 0;
        foreach ((int id, int count) in counts)
            weights[i++] = Weight(count) * _idf[id];
        float norm = System.Numerics.Tensors.TensorPrimitives.Norm<float>(weights);
        System.Numerics.Tensors.TensorPrimitives.Divide(weights, norm, weights);
        return new SparseVector(ids, weights);
    }

    /// <summary>How much a stem counts by its occurrences in one text.</summary>
    public static float Weight(int count) => 1 + MathF.Log(count);

    private static float Idf(int texts, int having) => (float)(Math.Log((1.0 + texts) / (1.0 + having)) + 1);
}
