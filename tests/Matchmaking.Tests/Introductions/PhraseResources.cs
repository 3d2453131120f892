using System.Collections;
using System.Resources;

namespace Matchmaking.Tests.Introductions;

/// <summary>A resource file as it is, without what stands in for what it lacks.</summary>
internal static class PhraseResources
{
    public static Dictionary<string, string> Read(string file)
    {
        using var reader = new ResourceReader(
            typeof(global::Matchmaking.Matchmaker).Assembly.GetManifestResourceStream($"Matchmaking.{file}.resources")!
        );
        return reader.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }
}
