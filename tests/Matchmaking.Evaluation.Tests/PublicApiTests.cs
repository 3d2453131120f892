using PublicApiGenerator;

namespace Matchmaking.Evaluation.Tests;

public class PublicApiTests
{
    private static readonly ApiGeneratorOptions s_options = new()
    {
        ExcludeAttributes =
        [
            "System.Reflection.AssemblyMetadataAttribute",
            "System.Runtime.CompilerServices.InternalsVisibleToAttribute",
            "System.Runtime.Versioning.TargetFrameworkAttribute",
        ],
    };

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Matchmaking.sln")))
            folder = Path.GetDirectoryName(folder);
        string approvedFile = Path.Combine(folder!, "tests", "Matchmaking.Evaluation.Tests", "PublicApi.approved.txt");
        string received = typeof(Evaluator).Assembly.GeneratePublicApi(s_options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("MATCHMAKING_ACCEPT_API") == "1")
            File.WriteAllText(approvedFile, received);
        Assert.Equal(File.ReadAllText(approvedFile).ReplaceLineEndings("\n"), received);
    }
}
