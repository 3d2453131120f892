namespace Matchmaking.Vectors;

/// <summary>
/// The terms of many words: each word stemmed and cut once, on all cores. Terms have numbers while texts are counted, and nothing that is
/// kept may hang on them.
/// </summary>
internal sealed class TermCatalog
{
    private readonly int[] _starts; // by word
    private readonly int[] _terms;

    public TermCatalog(WordTable words, TextReading reading, bool trigrams)
    {
        HasTrigrams = trigrams;
        (string? Stem, List<ulong> Trigrams)[] cut = new (string?, List<ulong>)[words.Words.Count];
        Parallel.For(0, cut.Length, ParallelWork.Here(), i =>
        {
            (string language, string word) = words.Words[i];
            string? stem = reading.Stem(word, language);
            cut[i] = (stem, []);
            if (trigrams && stem is { Length: > 0 })
                CharacterTrigrams.Add(word, cut[i].Trigrams);
        });

        _starts = new int[cut.Length + 1];
        List<int> terms = [];
        for (int word = 0; word < cut.Length; word++)
        {
            if (cut[word].Stem is { Length: > 0 } stem)
                terms.Add(Number(Stems, stem));
            foreach (ulong trigram in cut[word].Trigrams)
                terms.Add(Number(Trigrams, trigram));
            _starts[word + 1] = terms.Count;
        }

        _terms = [.. terms];
    }

    public bool HasTrigrams { get; }

    /// <summary>Numbers go from 0 to this.</summary>
    public int Count => Stems.Count + Trigrams.Count;

    public Dictionary<string, int> Stems { get; } = new(StringComparer.Ordinal);

    public Dictionary<ulong, int> Trigrams { get; } = [];

    /// <summary>A word's stem and its trigrams, each as often as it has it; nothing for a stop word.</summary>
    public ReadOnlySpan<int> Of(int word) => _terms.AsSpan(_starts[word].._starts[word + 1]);

    private int Number<T>(Dictionary<T, int> numbers, T term)
        where T : notnull
    {
        if (!numbers.TryGetValue(term, out int number))
            numbers.Add(term, number = Count);
        return number;
    }
}
