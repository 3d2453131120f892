namespace Matchmaking.Tests.Learning;

public sealed class PackageTests
{
    private const string Usings = "using Matchmaking;\nusing Matchmaking.Learning;\nusing Matchmaking.Testing;\n";

    [Fact]
    public void The_code_of_the_readme_compiles() =>
        Assert.Empty(CodeBlocks.Compile([.. CodeBlocks.In(Read("src", "Matchmaking.Learning", "README.md")), "return;"]));

    [Fact]
    public void The_examples_of_how_to_extend_compile()
    {
        string document = Read("docs", "extending.md");
        ILookup<bool, string> blocks = CodeBlocks
            .In(document, "cs")
            .ToLookup(block => block.StartsWith("public ", StringComparison.Ordinal));
        Assert.Empty(CodeBlocks.Compile([Usings, .. CodeBlocks.In(document), .. blocks[false], "return;\n", .. blocks[true]]));
    }

    [Fact]
    public void Public_types_for_hosts_are_few_and_in_one_namespace()
    {
        ILookup<string?, Type> types = typeof(LearningOptions).Assembly.GetExportedTypes().ToLookup(type => type.Namespace);

        Assert.InRange(types["Matchmaking.Learning"].Count(), 1, 12);
        Assert.All(types, group => Assert.Contains(group.Key, (string[])["Matchmaking.Learning", "Matchmaking.Learning.Internal"]));
    }

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([RepositoryRoot.Path, .. path]));
}
