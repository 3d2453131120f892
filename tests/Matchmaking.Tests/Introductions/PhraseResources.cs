using System.Text.Json;

namespace Matchmaking.Tests.Introductions;

/// <summary>A built-in file of phrases as it is.</summary>
internal static class PhraseResources
{
    private const string Language = "Language";

    public static Dictionary<string, string> Phrases(string language) =>
        Read(language).Where(entry => !entry.Key.StartsWith(Language, StringComparison.Ordinal)).ToDictionary();

    public static Dictionary<string, string> Languages(string language) =>
        Read(language).Where(entry => entry.Key.StartsWith(Language + ".", StringComparison.Ordinal)).ToDictionary();

    private static Dictionary<string, string> Read(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            typeof(global::Matchmaking.Matchmaker).Assembly.GetManifestResourceStream($"Matchmaking.Phrases.{language}.json")!
        )!;
}
