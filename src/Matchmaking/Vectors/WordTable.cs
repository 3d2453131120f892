using System.Runtime.InteropServices;

namespace Matchmaking.Vectors;

/// <summary>Numbers for the words of texts, by language, as one thread meets them.</summary>
internal sealed class WordTable(TextReading reading)
{
    private readonly Dictionary<string, Numbers> _numbers = new(StringComparer.Ordinal);
    private readonly List<(string Language, string Word)> _words = [];

    /// <summary>The words by their numbers.</summary>
    public IReadOnlyList<(string Language, string Word)> Words => _words;

    /// <summary>Adds the numbers of a text's words to a list, stop words among them.</summary>
    public void Read(WrittenText text, List<int> to)
    {
        TextWords read = reading.Read(text);
        Numbers numbers = Of(read.Language);
        foreach (Range word in TextReading.Ranges(read))
            to.Add(Number(numbers, read.Language, read.Text.AsSpan(word)));
    }

    /// <summary>The numbers of this table in another, which gets the words that it does not have.</summary>
    public int[] MoveTo(WordTable other)
    {
        int[] map = new int[_words.Count];
        for (int i = 0; i < map.Length; i++)
            map[i] = other.Number(other.Of(_words[i].Language), _words[i].Language, _words[i].Word);
        return map;
    }

    private Numbers Of(string language)
    {
        if (!_numbers.TryGetValue(language, out Numbers? numbers))
            _numbers.Add(language, numbers = new Numbers());
        return numbers;
    }

    private int Number(Numbers numbers, string language, ReadOnlySpan<char> word)
    {
        if (TryPack(word, out UInt128 packed))
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers.Short, packed, out bool known);
            if (!known)
                number = Add(language, word);
            return number;
        }

        if (!numbers.Other.TryGetValue(word, out int other))
            numbers.Other.Dictionary.Add(word.ToString(), other = Add(language, word));
        return other;
    }

    private int Add(string language, ReadOnlySpan<char> word)
    {
        _words.Add((language, word.ToString()));
        return _words.Count - 1;
    }

    /// <summary>
    /// A word of up to 16 letters of Western Europe is its own key: looking it up reads no string, which lies anywhere in memory.
    /// </summary>
    private static bool TryPack(ReadOnlySpan<char> word, out UInt128 packed)
    {
        packed = 0;
        if (word.Length > 16)
            return false;
        ulong low = 0,
            high = 0;
        int all = 0;
        for (int i = 0; i < word.Length; i++)
        {
            all |= word[i];
            if (i < 8)
                low = (low << 8) | word[i];
            else
                high = (high << 8) | word[i];
        }

        packed = new UInt128(high, low);
        return all <= 0xFF;
    }

    private sealed class Numbers
    {
        public Dictionary<UInt128, int> Short { get; } = [];

        public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Other { get; } =
            new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
