namespace Matchmaking.Compare;

internal static class Repository
{
    /// <summary>The folder of the solution, upwards from where this runs; the current one where there is none.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Matchmaking.sln")))
                return folder.FullName;
        }

        return Environment.CurrentDirectory;
    }
}
