using System.Reflection;

namespace Matchmaking.Tests.Architecture;

/// <summary>Inside a package a folder is a stage, and a stage knows only those before it. "" is the package's own folder.</summary>
public class StagesTests
{
    // In order: each may use those before it.
    private static readonly Dictionary<string, string[]> s_stages = new(StringComparer.Ordinal)
    {
        ["Matchmaking.Optimization"] = ["Common", "Matching", "Stable", "Assignment", "Flow", "Markets"],
        ["Matchmaking"] =
        [
            "Collections",
            "Numerics",
            "Storage",
            "Members",
            "TextAnalysis",
            "Wording",
            "Options",
            "Vectors",
            "Similarity",
            "Practicalities",
            "Network",
            "Indexing",
            "Scoring",
            "Bounds",
            "Parts",
            "Retrieval",
            "Models",
            "Selection",
            "Introductions",
            "Rounds",
            "Live",
            "Snapshots",
            "",
        ],
        ["Matchmaking.Learning"] =
        [
            "Options",
            "Reports",
            "Models",
            "Moments",
            "Labels",
            "Features",
            "Pairs",
            "Links",
            "Activities",
            "Groups",
            "Outcomes",
            "Storage",
            "Runs",
            "",
        ],
    };

    public static TheoryData<string> Packages => [.. s_stages.Keys];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_folder_is_a_stage(string package)
    {
        using CompiledReferences references = Read(package);
        Assert.Equal(s_stages[package].Order(StringComparer.Ordinal), references.Folders.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_stage_refers_only_to_stages_before_it(string package)
    {
        using CompiledReferences references = Read(package);
        string[] stages = s_stages[package];
        var backwards = references.BetweenFolders.Where(r => Array.IndexOf(stages, r.FromFolder) < Array.IndexOf(stages, r.ToFolder));
        Assert.Empty(backwards.Select(r => $"{r.FromFolder}/{r.From} refers to {r.ToFolder}/{r.To}"));
    }

    [Fact]
    public void References_in_bodies_of_methods_and_lambdas_are_seen()
    {
        using CompiledReferences references = Read("Matchmaking");
        // Matchmaker uses them in bodies alone: in a method, and in a lambda.
        Assert.Contains(references.BetweenFolders, r => r is { From: "Matchmaker", To: "SuggestionWriter" });
        Assert.Contains(references.BetweenFolders, r => r is { From: "Matchmaker", To: "IndexChanges" });
    }

    private static CompiledReferences Read(string package) =>
        new(Assembly.Load(package).Location, Path.Combine(RepositoryRoot.Path, "src", package));
}
