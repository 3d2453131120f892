namespace Matchmaking.TextAnalysis;

/// <summary>The lists of stop words that the library brings along.</summary>
internal static class StopWords
{
    /// <summary>The words of a list, read each time they are gone through.</summary>
    public static IEnumerable<string> Read(string language)
    {
        using var lines = new StreamReader(typeof(StopWords).Assembly.GetManifestResourceStream($"Matchmaking.StopWords.{language}.txt")!);
        while (lines.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                yield return line;
        }
    }
}
