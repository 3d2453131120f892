namespace Matchmaking.Tests.Vectors;

/// <summary>Words that no space parts, as pairs of letters that stand side by side: for Japanese, Chinese and Thai.</summary>
public sealed class LetterPairs : ITextAnalyzer
{
    public string Name => "letter pairs 1";

    public TextWords Read(string text, IReadOnlyList<string> languages)
    {
        List<Range> pairs = [];
        for (int i = 0; i + 1 < text.Length; i += 2)
        {
            if (char.IsLetter(text[i]) && char.IsLetter(text[i + 1]))
                pairs.Add(i..(i + 2));
        }

        return new TextWords(text, pairs, "any");
    }

    public string? Stem(string word, string language) => word.ToLowerInvariant();
}
