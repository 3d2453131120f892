namespace Matchmaking.Tests;

/// <summary>The folder of the solution, for tests that hold documents and approved files to the code.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? folder)
    {
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Matchmaking.sln")))
            folder = System.IO.Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Matchmaking.sln.");
    }
}
