using System.Text.RegularExpressions;

namespace Matchmaking.Tests.Documentation;

public sealed partial class DocumentationTests
{
    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(RepositoryRoot.Path, "*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md"))
        .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_code_of_a_document_compiles(string document) =>
        Assert.Empty(CodeBlocks.Compile([.. CodeBlocks.In(Read(document)), "return;"]));

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_links_of_a_document_lead_somewhere(string document)
    {
        string folder = Path.GetDirectoryName(Path.Combine(RepositoryRoot.Path, document))!;
        string[] broken = [.. Link().Matches(Read(document))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, target)))];
        Assert.Empty(broken);
    }

    [Fact]
    public void The_first_screen_of_the_README_holds_the_two_commands_and_the_rest_holds_code()
    {
        string readme = Read("README.md");
        string firstScreen = string.Join('\n', readme.Split('\n').Take(25));
        Assert.Contains("dotnet run --project samples/Quickstart", firstScreen, StringComparison.Ordinal);
        Assert.Contains("dotnet test", firstScreen, StringComparison.Ordinal);
        Assert.True(CodeBlocks.In(readme).Count >= 5);
    }

    [Fact]
    public void Code_that_does_not_compile_is_found_out() =>
        Assert.Contains(CodeBlocks.Compile(["Matchmaking.Matchmaker.Guess();\n"]), error => error.Contains("'Guess'", StringComparison.Ordinal));

    private static string Read(string document) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, document));

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
