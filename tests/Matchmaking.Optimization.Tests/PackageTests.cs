namespace Matchmaking.Optimization.Tests;

public sealed class PackageTests
{
    private static string Readme => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src", "Matchmaking.Optimization", "README.md"));

    [Fact]
    public void The_code_of_the_readme_compiles_and_runs() => Assert.Equal(0, CodeBlocks.Run([.. CodeBlocks.In(Readme), "return 0;"]));

    [Fact]
    public void The_readme_says_what_its_code_gives() =>
        Assert.Equal(
            0,
            CodeBlocks.Run([
                .. CodeBlocks.In(Readme),
                "return pairs is { PairCount: 2, TotalWeight: 10 } && pairs.Mates[0] == 1 && table.TotalCost == 3 ? 0 : 1;",
            ])
        );

    [Fact]
    public void The_package_needs_nothing_but_the_framework() =>
        Assert.All(typeof(MaximumWeightMatching).Assembly.GetReferencedAssemblies(), reference =>
            Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal)
        );

    [Fact]
    public void Public_types_are_few_and_in_one_namespace()
    {
        Type[] types = typeof(MaximumWeightMatching).Assembly.GetExportedTypes();

        Assert.InRange(types.Length, 1, 25);
        Assert.All(types, type => Assert.Equal("Matchmaking.Optimization", type.Namespace));
    }
}
