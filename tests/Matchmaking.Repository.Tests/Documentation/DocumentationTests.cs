using System.Text.RegularExpressions;

namespace Matchmaking.Tests.Documentation;

public sealed partial class DocumentationTests
{
    public static TheoryData<string> Documents =>
        [
            .. Directory
                .EnumerateFiles(RepositoryRoot.Path, "*.md")
                .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md"))
                .Concat(
                    Directory
                        .EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "src"))
                        .Select(folder => Path.Combine(folder, "README.md"))
                        .Where(File.Exists)
                )
                .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_code_of_a_document_compiles(string document) =>
        Assert.Empty(CodeBlocks.Compile(CodeBlocks.Program(CodeBlocks.In(Read(document)))));

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_line_of_prose_has_at_most_140_characters(string document) =>
        Assert.DoesNotContain(CodeBlocks.Prose(Read(document)), line => line.Length > 140 && !line.StartsWith('|') && !IsLink(line));

    [Fact]
    public void The_README_has_at_most_1500_words_and_a_door_for_each_reader()
    {
        string readme = Read("README.md");
        Assert.InRange(readme.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 1, 1500);
        Assert.All((string[])["developers", "organisers", "data scientists"], reader =>
            Assert.Contains($"\n## For {reader}\n", readme, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_package_has_a_readme_of_its_own_or_shows_that_of_the_library() =>
        Assert.All(Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "src"), "Matchmaking*"), folder =>
            Assert.True(File.Exists(Path.Combine(folder, "README.md")), folder)
        );

    [Fact]
    public void The_classes_of_how_to_extend_and_the_checks_of_their_contracts_compile_too()
    {
        const string Usings = "using System.Globalization;\nusing Matchmaking;\nusing Matchmaking.Learning;\nusing Matchmaking.Testing;\n";
        string document = Read("docs/extending.md");
        IReadOnlyList<string> examples = CodeBlocks.In(document, "cs");
        Assert.True(examples.Count >= 10);
        Assert.Empty(CodeBlocks.Compile(CodeBlocks.Program([Usings, .. CodeBlocks.In(document), .. examples])));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_links_of_a_document_lead_somewhere(string document)
    {
        string folder = Path.GetDirectoryName(Path.Combine(RepositoryRoot.Path, document))!;
        string[] broken =
        [
            .. Link()
                .Matches(Read(document))
                .Select(match => match.Groups["target"].Value)
                .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, target))),
        ];
        Assert.Empty(broken);
    }

    [Fact]
    public void The_readme_of_the_library_links_to_nothing_and_names_documents_that_come_along()
    {
        string readme = Read("src/Matchmaking/README.md");
        Assert.DoesNotMatch(Link(), readme); // they lead nowhere from where packages are shown
        Assert.All(DocumentName().Matches(readme), name =>
            Assert.True(File.Exists(Path.Combine(RepositoryRoot.Path, "docs", name.Groups["name"].Value)), name.Value)
        );
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

    [Theory]
    [InlineData("NeedsMet", "Any")]
    [InlineData("MentorFit", "Mentor")]
    public void What_is_built_in_code_in_the_README_gives_what_is_said_of_it(string part, string kind)
    {
        string example = Assert.Single(CodeBlocks.In(Read("README.md")), block =>
            block.StartsWith("var members", StringComparison.Ordinal)
        );
        Assert.Equal(
            1,
            CodeBlocks.Run([
                "using Matchmaking; Matchmaker matchmaker;",
                example,
                $"return matchmaker.Suggest(\"amelie\", new() {{ Kind = IntroductionKind.{kind} }})[0].Parts.Count(part => part.Part == "
                    + $"ScorePart.{part} && part.Forward > 0);",
            ])
        );
    }

    [Fact]
    public void The_members_file_in_the_README_gives_a_need_that_is_met_and_an_interest_that_is_shared()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("matchmaking-").FullName, "members.jsonl");
        File.WriteAllText(file, Assert.Single(CodeBlocks.In(Read("README.md"), "json")));
        IReadOnlyList<PartScore> parts = global::Matchmaking.Matchmaker.Create(Community.Load(file)).Suggest("amelie")[0].Parts;
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

        Assert.All((ScorePart[])[ScorePart.NeedsMet, ScorePart.SharedInterests], expected =>
            Assert.Contains(parts, part => part.Part == expected && part.Forward > 0)
        );
    }

    [Fact]
    public void Code_that_does_not_compile_is_found_out() =>
        Assert.Contains(CodeBlocks.Compile(["Matchmaking.Matchmaker.Guess();\n"]), error =>
            error.Contains("'Guess'", StringComparison.Ordinal)
        );

    // Nothing but a link: it cannot be broken.
    private static bool IsLink(string line) => !line.Trim().Contains(' ', StringComparison.Ordinal);

    private static string Read(string document) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, document));

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<name>[a-z-]+\.(md|schema\.json))`")]
    private static partial Regex DocumentName();
}
