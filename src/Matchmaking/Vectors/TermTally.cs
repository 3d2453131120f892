namespace Matchmaking.Vectors;

/// <summary>A term, by the number that it has while texts are counted, and how often it occurs.</summary>
internal readonly record struct TermCount(int Term, int Count);

/// <summary>One thread's count of the terms of one text after another.</summary>
internal sealed class TermTally(TermCatalog catalog)
{
    private readonly int[] _counts = new int[catalog.Count];
    private readonly int[] _texts = new int[catalog.Count];
    private readonly int[] _met = new int[catalog.Count];
    private int _metCount;
    private TermCount[] _ended = new TermCount[1 << 16];
    private int _endedCount;

    /// <summary>In how many texts each term stood.</summary>
    public ReadOnlySpan<int> Texts => _texts;

    /// <summary>Counts a word's terms for the present text.</summary>
    public void Add(int word)
    {
        foreach (int term in catalog.Of(word))
        {
            if (_counts[term]++ == 0)
                _met[_metCount++] = term;
        }
    }

    /// <returns>How many terms the texts so far have.</returns>
    public int EndText()
    {
        if (_endedCount + _metCount > _ended.Length)
            Array.Resize(ref _ended, Math.Max(_endedCount + _metCount, 2 * _ended.Length));
        foreach (int term in _met.AsSpan(0, _metCount))
        {
            _ended[_endedCount++] = new TermCount(term, _counts[term]);
            _counts[term] = 0;
            _texts[term]++;
        }

        _metCount = 0;
        return _endedCount;
    }

    /// <summary>The terms of the texts that ended, one text after another; they are forgotten here.</summary>
    public TermCount[] Take()
    {
        TermCount[] ended = _ended[.._endedCount];
        _endedCount = 0;
        return ended;
    }
}
