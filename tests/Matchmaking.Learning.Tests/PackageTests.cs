namespace Matchmaking.Tests.Learning;

public sealed class PackageTests
{
    [Fact]
    public void The_code_of_the_readme_compiles() =>
        Assert.Empty(CodeBlocks.Compile([.. CodeBlocks.In(Read("src", "Matchmaking.Learning", "README.md")), "return;"]));

    [Fact]
    public void Public_types_for_hosts_are_few_and_in_one_namespace()
    {
        ILookup<string?, Type> types = typeof(LearningOptions).Assembly.GetExportedTypes().ToLookup(type => type.Namespace);

        Assert.InRange(types["Matchmaking.Learning"].Count(), 1, 12);
        Assert.All(types, group => Assert.Contains(group.Key, (string[])["Matchmaking.Learning", "Matchmaking.Learning.Internal"]));
    }

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([RepositoryRoot.Path, .. path]));
}
