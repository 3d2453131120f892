using System.ComponentModel;
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

    // Tests mirror: Matchmaking.Tests holds the tests of Matchmaking.
    private static readonly string s_tests = Assembly.GetExecutingAssembly().GetName().Name!;
    private static readonly Assembly s_package = Assembly.Load(s_tests[..^".Tests".Length]);

    [Fact]
    public void The_public_surface_is_the_approved_one() => Check("PublicApi", type => !IsOfTheEngine(type));

    /// <summary>What packages of the library share with each other and hosts should leave alone.</summary>
    [Fact]
    public void The_surface_between_packages_is_the_approved_one()
    {
        if (s_package.ExportedTypes.Any(IsOfTheEngine))
            Check("PublicApi.Internal", IsOfTheEngine);
    }

    [Fact]
    public void What_is_between_packages_is_hidden_from_completion() =>
        Assert.Empty(
            s_package
                .ExportedTypes.Where(type => IsOfTheEngine(type) && !type.IsNested)
                .Where(type => type.GetCustomAttribute<EditorBrowsableAttribute>() is not { State: EditorBrowsableState.Never })
                .Select(type => type.FullName)
        );

    private static bool IsOfTheEngine(Type type) => type.Namespace!.EndsWith(".Internal", StringComparison.Ordinal);

    private static void Check(string name, Func<Type, bool> isIncluded)
    {
        string folder = Path.Combine(RepositoryRoot.Path, "tests", s_tests);
        string approvedFile = Path.Combine(folder, $"{name}.approved.txt");
        string receivedFile = Path.Combine(folder, $"{name}.received.txt");
        Type[] types = [.. s_package.ExportedTypes.Where(isIncluded)];
        string received = types.GeneratePublicApi(s_options).ReplaceLineEndings("\n").TrimEnd() + "\n";

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
