using System.Collections.Concurrent;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Util;

namespace Matchmaking;

/// <summary>Lucene's stemmers and stop words as languages of the library's; none is made before the first word.</summary>
internal static class LuceneStemmer
{
    public static TextLanguage Light(string tag, string stopWords, Func<Func<char[], int, int>> create)
    {
        Lazy<Func<char[], int, int>> stemmer = new(create);
        return new(tag, StopWords(stopWords), word =>
        {
            char[] letters = word.ToCharArray();
            return new string(letters, 0, stemmer.Value(letters, letters.Length));
        });
    }

    public static TextLanguage Snowball(string tag, string stopWords, Func<SnowballProgram> create)
    {
        // Snowball's stemmers hold the word they work on: one serves one thread at a time.
        ConcurrentStack<SnowballProgram> idle = [];
        return new(tag, StopWords(stopWords), word =>
        {
            SnowballProgram stemmer = idle.TryPop(out SnowballProgram? one) ? one : create();
            stemmer.SetCurrent(word);
            stemmer.Stem();
            string stem = stemmer.Current;
            idle.Push(stemmer);
            return stem;
        });
    }

    private static IEnumerable<string> StopWords(string language)
    {
        // Found by its ending: the resources stand under the assembly's name, which is not their type's namespace.
        var assembly = typeof(SnowballFilter).Assembly;
        string ending = $".Snowball.{language}_stop.txt";
        string name = assembly.GetManifestResourceNames().Single(name => name.EndsWith(ending, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        foreach (string word in WordlistLoader.GetSnowballWordSet(reader, LuceneVersion.LUCENE_48))
            yield return word;
    }
}
