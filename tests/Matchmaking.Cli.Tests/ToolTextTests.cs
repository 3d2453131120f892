using System.Globalization;
using System.Text.RegularExpressions;

namespace Matchmaking.Cli.Tests;

/// <summary>The whole tool speaks French where it is asked to.</summary>
public sealed partial class ToolTextTests
{
    private const string Members = """
        {"id":"lea","name":"Léa","languages":["fr"],"interests":["poterie"],"needs":["comptabilité"]}
        {"id":"awa","name":"Awa","languages":["fr"],"interests":["poterie"],"offers":["comptabilité"]}
        {"id":"zoe","name":"Zoé","languages":["fr"],"interests":["escalade"]}
        """;

    public static TheoryData<string> Verbs =>
        ["", "suggest", "explain", "score", "rank", "activities", "group", "round", "learn", "evaluate"];

    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_placeholders()
    {
        IReadOnlyDictionary<string, string> english = ToolText.All("en"),
            french = ToolText.All("fr");
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), french.Keys.Order(StringComparer.Ordinal));
        Assert.All(english.Keys, key => Assert.Equal(Placeholders(english[key]), Placeholders(french[key])));
    }

    [Fact]
    public void French_marks_are_held_to_their_words_by_no_break_spaces() =>
        Assert.All(ToolText.All("fr").Values, text => Assert.DoesNotMatch("[^\u00A0\\w-][:»](\\s|$)|[^\u202F][;?!]|«[^\u00A0]", text));

    [Fact]
    public void Every_text_that_the_tool_asks_for_is_there()
    {
        string folder = Path.Combine(Matchmaking.Tests.RepositoryRoot.Path, "src", "Matchmaking.Cli");
        string[] keys =
        [
            .. Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .SelectMany(file => Asked().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups[1].Value)
                .Distinct(),
        ];
        Assert.True(keys.Length > 100, $"only {keys.Length}");
        Assert.All(keys, key => Assert.Contains(key, ToolText.All("en").Keys));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_is_in_French(string verb)
    {
        ToolResult help = await Tool.RunAsync([.. verb.Length > 0 ? [verb] : Array.Empty<string>(), "--help", "--culture", "fr"]);
        AssertFrench(help.AssertSucceeded());
    }

    [Fact]
    public async Task Answers_faults_and_warnings_are_in_French()
    {
        using var folder = new TestFolder();
        folder.Write("members.jsonl", Members);
        folder.Write("pairs.csv", "from,to\nlea,awa\n");
        string[][] right =
        [
            ["suggest", folder["."], "--member", "lea"],
            ["suggest", folder["."], "--member", "lea", "--kind", "mentor"],
            ["explain", folder["."], "--from", "lea", "--to", "awa"],
            ["activities", folder["."], "--member", "lea"],
            ["group", folder["."], "--members", "lea,zoe"],
            ["round", folder["."]],
            ["round", folder["."], "--size", "3", "--ahead", "2"],
            ["round", folder["."], "--exclude", folder["pairs.csv"], "--sit-out"],
        ];
        foreach (string[] args in right)
            AssertFrench((await Tool.RunAsync([.. args, "--culture", "fr"])).AssertSucceeded());

        string[][] wrong =
        [
            ["suggest"],
            ["suggest", folder["."]],
            ["nonsense"],
            ["suggest", folder["."], "--member", "lea", "--count", "0"],
            ["suggest", folder["."], "--member", "lea", "--kind", "none"],
            ["suggest", folder["."], "--member", "inconnu"],
            ["suggest", folder["."], "--member", "lea", "--at", "then"],
            ["round", folder["."], "--dry-run"],
            ["round", folder["."], "--size", "3", "--kind", "mentor"],
            ["round", folder["."], "--quota", "x"],
            ["round", folder["."], "--together", "lea"],
            ["round", folder["."], "--size", "99"],
            ["group", folder["."], "--members", ","],
            ["score", folder["."], "--pairs", folder["pairs.csv"], "--out", folder["."]],
            ["evaluate"],
            ["evaluate", "nothing"],
        ];
        foreach (string[] args in wrong)
            AssertFrench((await Tool.RunAsync([.. args, "--culture", "fr"])).Error);
    }

    [Fact]
    public async Task A_language_without_texts_is_told_once_and_English_is_read()
    {
        using var folder = new TestFolder();
        folder.Write("members.jsonl", Members);
        ToolResult result = await Tool.RunAsync("suggest", folder["."], "--member", "lea", "--culture", "sw");
        Assert.Equal(0, result.ExitCode);
        Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("'sw'", result.Error, StringComparison.Ordinal);
        Assert.Contains("You both like", result.Output, StringComparison.Ordinal);
    }

    private static void AssertFrench(string text)
    {
        Assert.NotEmpty(text);
        string words = string.Join(' ', text.Split('\n').Select(line => Named().Replace(line, "")));
        Assert.DoesNotMatch(EnglishWord(), words);
    }

    private static string[] Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Distinct().Order()];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("""ToolText\.Of\(\s*"([^"]+)""")]
    private static partial Regex Asked();

    // Names that scripts rely on: options, values, columns and files.
    [GeneratedRegex(
        @"--?[\w-]+|<[^>]*>|\w+(\|[\w-]+)+|\w+,\w[\w,]*|\w+\.(jsonl?|csv|md|png|txt)|/tmp\S*|NAME\S*|\b(from|to|member|wish|fit|learn)\b"
    )]
    private static partial Regex Named();

    [GeneratedRegex(
        @"\b([Tt]he|of|and|with|is|are|not|who|whom|which|nobody|[Yy]ou|[Hh]ow|has|have|Show|Usage|Option|REQUIRED|default|Required)\b"
    )]
    private static partial Regex EnglishWord();
}
