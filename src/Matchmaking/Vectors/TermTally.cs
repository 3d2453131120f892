namespace Matchmaking;

/// <summary>A term, by the number that it has while texts are counted, and how often it occurs.</summary>
internal readonly record struct TermCount(int Term, int Count);

/// <summary>One thread's count of one text after another.</summary>
internal sealed class TermTally
{
    private int[] _counts = new int[1 << 12];
    private int[] _texts = new int[1 << 12];
    private readonly List<int> _met = [];

    /// <summary>In how many texts each term stood.</summary>
    public ReadOnlySpan<int> Texts => _texts;

    public void Read(WrittenText text, TermNumbers numbers)
    {
        (string normalized, List<Range> words, TextLanguage language) = TextAnalyzer.Read(text);
        var known = numbers.Of(language);
        foreach (Range range in words)
        {
            ReadOnlySpan<char> word = normalized.AsSpan(range);
            foreach (int term in known.TryGetValue(word, out int[]? terms) ? terms : numbers.Add(language, word))
            {
                if (term >= _counts.Length)
                    Grow(term);
                if (_counts[term]++ == 0)
                    _met.Add(term);
            }
        }
    }

    /// <summary>Ends a text: what was counted of it goes to the end of the list.</summary>
    public void MoveTo(List<TermCount> terms)
    {
        foreach (int term in _met)
        {
            terms.Add(new TermCount(term, _counts[term]));
            _counts[term] = 0;
            _texts[term]++;
        }

        _met.Clear();
    }

    private void Grow(int term)
    {
        int length = Math.Max(term + 1, 2 * _counts.Length);
        Array.Resize(ref _counts, length);
        Array.Resize(ref _texts, length);
    }
}
