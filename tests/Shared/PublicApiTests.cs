using System.Reflection;
using PublicApiGenerator;

namespace Matchmaking.Tests;

/// <summary>The public surface of the package whose tests these are, beside the one that was approved.</summary>
public sealed class PublicApiTests
{
    private const string AcceptVariable = "MATCHMAKING_ACCEPT_API";

    private static readonly ApiGeneratorOptions s_options = new()
    {
        // Attributes that the compiler or the package writes say nothing of the surface.
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
        // Tests mirror: Matchmaking.Tests holds the tests of Matchmaking.
        string tests = Assembly.GetExecutingAssembly().GetName().Name!;
        var package = Assembly.Load(tests[..^".Tests".Length]);
        string folder = Path.Combine(RepositoryRoot.Path, "tests", tests);
        string approvedFile = Path.Combine(folder, "PublicApi.approved.txt");
        string receivedFile = Path.Combine(folder, "PublicApi.received.txt");
        string received = package.GeneratePublicApi(s_options).ReplaceLineEndings("\n").TrimEnd() + "\n";

        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
            File.WriteAllText(approvedFile, received);

        string approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : "";
        if (approved == received)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        Assert.Fail(
            $"""
            The public surface changed:

            {Difference(approved, received)}

            If that was meant, copy {receivedFile} over {approvedFile},
            or run the tests once with {AcceptVariable}=1; commit the approved file.
            """
        );
    }

    private static string Difference(string approved, string received)
    {
        string[] before = approved.Split('\n');
        string[] after = received.Split('\n');
        return string.Join(
            '\n',
            [.. before.Except(after).Select(line => $"- {line.Trim()}"), .. after.Except(before).Select(line => $"+ {line.Trim()}")]
        );
    }
}
