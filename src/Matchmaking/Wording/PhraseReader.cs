using System.Text;
using System.Text.Json;

namespace Matchmaking.Wording;

/// <summary>Reads a file of phrases, and compares it with the English one.</summary>
internal static class PhraseReader
{
    public const string One = "one",
        BelowTwo = "below two",
        None = "none";

    private const string Names = "names",
        Kept = "kept";

    private const int NamedAtMost = 20;

    /// <param name="stream">The JSON.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="template">The phrases that must be there; null: the file is one that ships, and is not checked.</param>
    public static PhraseBook Read(Stream stream, string file, PhraseBook? template)
    {
        Dictionary<string, string> phrases = new(StringComparer.Ordinal),
            languages = new(StringComparer.Ordinal);
        string? language = null,
            pluralRule = null,
            capitals = null;
        foreach ((string name, string text) in Entries(stream, file))
        {
            if (name == PhraseBook.NameKey)
                language = Known(text, name);
            else if (name == PhraseBook.PluralRuleKey)
                pluralRule = text;
            else if (name == PhraseBook.CapitalsKey)
                capitals = text;
            else if (name.StartsWith(PhraseBook.LanguagePrefix, StringComparison.Ordinal))
            {
                // Of two codes of one language, the one that counts has the name that counts.
                string tag = name[PhraseBook.LanguagePrefix.Length..],
                    code = Known(tag, name);
                if (code == tag || !languages.ContainsKey(code))
                    languages[code] = text;
            }
            else
                phrases[name] = text;
        }

        if (language is null)
            throw new MatchmakingDataException($"{file}: '{PhraseBook.NameKey}' is missing: the language's tag, such as \"de\".");
        if (pluralRule is not (One or BelowTwo or None))
            throw new MatchmakingDataException($"{file}: '{PhraseBook.PluralRuleKey}' must be \"{One}\", \"{BelowTwo}\" or \"{None}\".");
        if (capitals is not (null or Names or Kept))
            throw new MatchmakingDataException($"{file}: '{PhraseBook.CapitalsKey}' must be \"{Names}\" or \"{Kept}\".");
        if (template is not null)
            Compare(phrases, template.Phrases, pluralRule, file);
        return new PhraseBook(language, pluralRule, capitals == Kept, phrases, languages);

        // To ask the platform for two hundred cultures takes longer than to read the file: what ships has primary tags alone.
        string Known(string tag, string name) => template is null ? tag : Tag(tag, file, name);
    }

    private static List<(string Name, string Text)> Entries(Stream stream, string file)
    {
        var entries = new List<(string, string)>();
        try
        {
            using var document = JsonDocument.Parse(
                stream,
                new JsonDocumentOptions { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip }
            );
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new MatchmakingDataException($"{file}: must be one JSON object of names and texts.");
            foreach (JsonProperty entry in document.RootElement.EnumerateObject())
            {
                entries.Add(
                    entry.Value.ValueKind == JsonValueKind.String && entry.Value.GetString() is { Length: > 0 } text
                        ? (entry.Name, text)
                        : throw new MatchmakingDataException($"{file}: '{entry.Name}' must be a text that is not empty.")
                );
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new MatchmakingDataException($"{file}: {exception.Message}", exception);
        }

        return entries;
    }

    private static string Tag(string tag, string file, string name)
    {
        try
        {
            return LanguageTag.Primary(tag);
        }
        catch (ArgumentException exception)
        {
            throw new MatchmakingDataException($"{file}: {name}: '{tag}' is not a known language tag.", exception);
        }
    }

    private static void Compare(
        Dictionary<string, string> phrases,
        IReadOnlyDictionary<string, string> template,
        string pluralRule,
        string file
    )
    {
        string[] missing =
        [
            .. template.Keys.Where(name => !phrases.ContainsKey(name) && !(pluralRule == None && IsSingular(name, template))),
        ];
        string[] unknown = [.. phrases.Keys.Where(name => !template.ContainsKey(name) && !template.ContainsKey(Base(name)))];
        List<string> faults = [];
        if (missing.Length > 0)
            faults.Add($"missing: {Listed(missing)}");
        if (unknown.Length > 0)
            faults.Add($"unknown: {Listed(unknown)}");
        foreach ((string name, string text) in phrases)
        {
            if (
                (template.TryGetValue(name, out string? english) || template.TryGetValue(Base(name), out english))
                && Fault(name, text, english, template) is { } fault
            )
                faults.Add($"{name}: {fault}");
        }

        if (faults.Count > 0)
            throw new MatchmakingDataException($"{file}: {string.Join("; ", faults.Take(NamedAtMost))}.");
    }

    private static string Listed(string[] names) =>
        string.Join(", ", names.Take(NamedAtMost)) + (names.Length > NamedAtMost ? $" and {names.Length - NamedAtMost} more" : "");

    /// <summary>What a phrase says, without whether it says it of one, or to somebody who is on first-name terms.</summary>
    private static string Base(string name)
    {
        if (name.EndsWith(PhraseBook.Familiar, StringComparison.Ordinal))
            name = name[..^PhraseBook.Familiar.Length];
        return name.EndsWith(PhraseBook.Singular, StringComparison.Ordinal) ? name[..^PhraseBook.Singular.Length] : name;
    }

    private static bool IsSingular(string name, IReadOnlyDictionary<string, string> template) =>
        name.EndsWith(PhraseBook.Singular, StringComparison.Ordinal) && template.ContainsKey(name[..^PhraseBook.Singular.Length]);

    /// <summary>
    /// What is wrong with a translation; null: nothing. It holds what the English phrase holds; the form for one may hold what that for
    /// many does.
    /// </summary>
    private static string? Fault(string name, string text, string english, IReadOnlyDictionary<string, string> template)
    {
        try
        {
            _ = CompositeFormat.Parse(text);
        }
        catch (FormatException)
        {
            return "a brace is not closed, or holds no number";
        }

        SortedSet<string> used = Placeholders(text),
            expected = Placeholders(english);
        if (used.SetEquals(expected) || (template.TryGetValue(Base(name), out string? many) && used.SetEquals(Placeholders(many))))
            return null;
        return $"holds {Told(used)} where the English phrase holds {Told(expected)}";
    }

    private static string Told(SortedSet<string> placeholders) =>
        placeholders.Count == 0 ? "no placeholder" : string.Join(" and ", placeholders);

    /// <summary>
    /// The placeholders of a text whose braces are right, as they stand in it, without the forms of words; two braces are one that is
    /// written.
    /// </summary>
    private static SortedSet<string> Placeholders(string text)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '{')
                continue;
            if (text[i + 1] == '{')
            {
                i++;
                continue;
            }

            int end = text.IndexOf('}', i);
            string held = text[i..end];
            int form = held.IndexOf(':', StringComparison.Ordinal);
            found.Add((form > 0 && WordFormat.IsForm(held) ? held[..form] : held) + "}");
            i = end;
        }

        return found;
    }
}
