namespace Matchmaking.TextAnalysis;

/// <summary>The letters of a word that is being stemmed. It never grows longer than the word.</summary>
internal ref struct StemBuffer
{
    /// <summary>Words are hardly ever longer.</summary>
    public const int Usual = 64;

    private readonly Span<char> _letters;

    public StemBuffer(Span<char> letters, string word)
    {
        word.CopyTo(letters);
        _letters = letters;
        Length = word.Length;
    }

    public int Length { get; private set; }

    public readonly ref char this[int index] => ref _letters[..Length][index];

    public readonly bool EndsWith(string ending) => _letters[..Length].EndsWith(ending);

    public readonly bool StartsWith(string beginning) => _letters[..Length].StartsWith(beginning);

    public readonly bool Is(string word) => _letters[..Length].SequenceEqual(word);

    /// <summary>Puts something else in place of the last letters.</summary>
    public void Replace(int count, string replacement)
    {
        replacement.CopyTo(_letters[(Length - count)..]);
        Length += replacement.Length - count;
    }

    public void Truncate(int length) => Length = length;

    public void RemoveFirst()
    {
        _letters[1..Length].CopyTo(_letters);
        Length--;
    }

    public override readonly string ToString() => new(_letters[..Length]);
}
