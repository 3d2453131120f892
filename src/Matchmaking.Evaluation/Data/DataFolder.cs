namespace Matchmaking.Evaluation;

/// <summary>Where the data sets lie: as told, else as the environment says, else beside the project's root.</summary>
internal static class DataFolder
{
    /// <summary>The folder of one data set.</summary>
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static string Find(string dataSet, string? dataFolder)
    {
        string root = dataFolder ?? Default;
        string path = Path.Combine(root, dataSet);
        if (Directory.Exists(path))
            return path;
        throw new DirectoryNotFoundException(
            $"The data set '{dataSet}' is not in '{Path.GetFullPath(root)}'. Name the folder of the data sets, or set "
                + $"{Evaluator.DataFolderVariable}."
        );
    }

    private static string Default =>
        Environment.GetEnvironmentVariable(Evaluator.DataFolderVariable) is { Length: > 0 } told
            ? told
            : Path.Combine(ProjectRoot, "..", "shared", "data");

    /// <summary>
    /// The nearest folder above the working directory, or above the program, that holds the solution; else the working directory.
    /// </summary>
    private static string ProjectRoot
    {
        get
        {
            foreach (string start in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
            {
                for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
                {
                    if (File.Exists(Path.Combine(folder.FullName, "Matchmaking.sln")))
                        return folder.FullName;
                }
            }

            return Directory.GetCurrentDirectory();
        }
    }
}
