using Matchmaking.Tests;
using PublicApiGenerator;

namespace Matchmaking.Text.Lucene.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var options = new ApiGeneratorOptions
        {
            ExcludeAttributes = ["System.Reflection.AssemblyMetadataAttribute", "System.Runtime.Versioning.TargetFrameworkAttribute"],
        };
        string file = Path.Combine(RepositoryRoot.Path, "tests", "Matchmaking.Text.Lucene.Tests", "PublicApi.approved.txt");
        string received = string.Concat(
            ((Type[])[typeof(LuceneTextAnalyzer), typeof(Testing.ContractCheck)]).Select(type =>
                type.Assembly.GeneratePublicApi(options).ReplaceLineEndings("\n").TrimEnd() + "\n"
            )
        );
        if (Environment.GetEnvironmentVariable("MATCHMAKING_ACCEPT_API") == "1")
            File.WriteAllText(file, received);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), received);
    }
}
