using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Matchmaking.Cli;

/// <summary>
/// What the tool itself says, one file a language: that of --culture, or else of the system, and English where there is no such file. The
/// names of options, columns and JSON are the same in all.
/// </summary>
internal static class ToolText
{
    private const string Default = "en";

    private static readonly string[] s_languages = [Default, "fr"];
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> s_texts = s_languages.ToFrozenDictionary(
        language => language,
        Read,
        StringComparer.Ordinal
    );

    // Of one run of the tool: tests run several at once.
    private static readonly AsyncLocal<string?> s_now = new();

    /// <summary>The language in use.</summary>
    public static string Language => s_now.Value ?? Default;

    /// <summary>All texts of a language.</summary>
    public static FrozenDictionary<string, string> All(string language) => s_texts[language];

    /// <summary>Chooses the language of a run.</summary>
    public static void Use(IReadOnlyList<string> args)
    {
        string tag = Told(args) ?? SystemLanguage();
        s_now.Value = Array.Find(s_languages, language => language == Primary(tag)) ?? Default;
        // The library of the command line has texts of its own, and goes by this.
#pragma warning disable RS0030 // The tool is the host: nobody else's culture is touched.
        CultureInfo.CurrentUICulture = Language == Default ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(Language);
#pragma warning restore RS0030
    }

    /// <summary>The language that was asked for, where there are no texts in it.</summary>
    public static string? Unknown(IReadOnlyList<string> args) => Told(args) is { } tag && !s_languages.Contains(Primary(tag)) ? tag : null;

    /// <summary>A text with what stands in it.</summary>
    public static string Of(string key, params ReadOnlySpan<object?> arguments) =>
        arguments.Length == 0 ? s_texts[Language][key] : string.Format(CultureInfo.InvariantCulture, s_texts[Language][key], arguments);

    /// <summary>What a part of a score is called; a host's own has its name alone.</summary>
    public static string OfPart(string name) =>
        s_texts[Language].TryGetValue($"Part.{name}", out string? text) ? text : char.ToUpperInvariant(name[0]) + name[1..];

    private static string? Told(IReadOnlyList<string> args)
    {
        for (int i = 0; i < args.Count; i++)
        {
            if (args[i] == "--culture" && i + 1 < args.Count)
                return args[i + 1];
            if (args[i].StartsWith("--culture=", StringComparison.Ordinal) || args[i].StartsWith("--culture:", StringComparison.Ordinal))
                return args[i]["--culture=".Length..];
        }

        return null;
    }

    private static string SystemLanguage()
    {
#pragma warning disable RS0030 // The tool is the host: what it says to who runs it is in their language.
        return CultureInfo.CurrentUICulture.Name;
#pragma warning restore RS0030
    }

    private static string Primary(string tag) => tag.Split('-', '_')[0].ToLowerInvariant();

    private static FrozenDictionary<string, string> Read(string language)
    {
        using Stream stream = typeof(ToolText).Assembly.GetManifestResourceStream($"Matchmaking.Cli.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
