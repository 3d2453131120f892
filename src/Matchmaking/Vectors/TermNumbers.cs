using System.Collections.Concurrent;

namespace Matchmaking;

/// <summary>
/// Numbers for terms while texts are counted, given out as threads meet them: nothing that is kept may hang on them. A word is stemmed, folded and cut once, and
/// after that is one look into a table, which takes the time of the rest. Safe for use by several threads.
/// </summary>
internal sealed class TermNumbers(bool trigrams)
{
    private readonly ConcurrentDictionary<TextLanguage, ConcurrentDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>>> _words = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _trigrams = [];

    public bool Trigrams => trigrams;

    /// <summary>How many there are: one more than the largest.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _stems.Count + _trigrams.Count;
        }
    }

    /// <summary>What to read once all are counted.</summary>
    public IReadOnlyDictionary<string, int> StemNumbers => _stems;

    public IReadOnlyDictionary<ulong, int> TrigramNumbers => _trigrams;

    /// <summary>The words as they are met in a language.</summary>
    public ConcurrentDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Of(TextLanguage language) =>
        _words.GetOrAdd(language, _ => new ConcurrentDictionary<string, int[]>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>The numbers of a word not met before: its stem's and its trigrams', none for a stop word.</summary>
    public int[] Add(TextLanguage language, ReadOnlySpan<char> word)
    {
        int[] numbers = [];
        if (!language.IsStopWord(word) && language.Stem(word) is { Length: > 0 } stem)
        {
            List<ulong> own = [];
            if (trigrams)
                CharacterTrigrams.Add(word, own);
            lock (_lock)
                numbers = [Number(_stems, stem), .. own.Select(trigram => Number(_trigrams, trigram))];
        }

        Of(language).TryAdd(word, numbers);
        return numbers;
    }

    private int Number<T>(Dictionary<T, int> numbers, T term)
        where T : notnull
    {
        if (!numbers.TryGetValue(term, out int number))
            numbers.Add(term, number = _stems.Count + _trigrams.Count);
        return number;
    }
}
