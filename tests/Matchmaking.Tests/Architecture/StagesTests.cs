namespace Matchmaking.Tests;

/// <summary>A folder is a stage, and a stage knows only those before it.</summary>
public class StagesTests
{
    // In order: each may use those before it.
    private static readonly string[] s_stages =
    [
        "Collections",
        "Matching",
        "Numerics",
        "Storage",
        "Members",
        "Options",
        "Vectors",
        "Similarity",
        "Practicalities",
        "Network",
        "Index",
        "Wording",
        "Scoring",
        "Retrieval",
        "Models",
        "Selection",
        "Introductions",
        "Rounds",
        "Live",
        "Learning",
        "Snapshots",
        "",
    ];

    private static readonly string s_sources = Path.Combine(RepositoryRoot.Path, "src", "Matchmaking");

    [Fact]
    public void Every_folder_is_a_stage()
    {
        using var references = new CompiledReferences(typeof(Matchmaker).Assembly.Location, s_sources);
        Assert.Equal(s_stages.Order(StringComparer.Ordinal), references.Folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_stage_refers_only_to_stages_before_it()
    {
        using var references = new CompiledReferences(typeof(Matchmaker).Assembly.Location, s_sources);
        var backwards = references.BetweenFolders.Where(r => Array.IndexOf(s_stages, r.FromFolder) < Array.IndexOf(s_stages, r.ToFolder));
        Assert.Empty(backwards.Select(r => $"{r.FromFolder}/{r.From} refers to {r.ToFolder}/{r.To}"));
    }

    [Fact]
    public void References_in_bodies_of_methods_and_lambdas_are_seen()
    {
        using var references = new CompiledReferences(typeof(Matchmaker).Assembly.Location, s_sources);
        // Matchmaker uses them in bodies alone: in a method, and in a lambda.
        Assert.Contains(references.BetweenFolders, r => r is { From: nameof(Matchmaker), To: "SuggestionWriter" });
        Assert.Contains(references.BetweenFolders, r => r is { From: nameof(Matchmaker), To: "IndexChanges" });
    }
}
