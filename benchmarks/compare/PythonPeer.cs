namespace Matchmaking.Compare;

/// <summary>A peer that a Python script runs and times, itself and without its imports; it prints its time.</summary>
/// <param name="Name">As the table names it.</param>
/// <param name="Script">
/// The file's name: of the shared scripts, or where <paramref name="IsOurs"/> of <c>peers</c> beside this project.
/// </param>
/// <param name="Arguments">The script's.</param>
/// <param name="Packages">The Python modules that it needs; their versions are reported.</param>
internal sealed record PythonPeer(string Name, string Script, string[] Arguments, string[] Packages)
{
    /// <summary>A script written here because no shared one fits.</summary>
    public bool IsOurs { get; init; }

    /// <summary>The printed line that counts is the first that contains this.</summary>
    public string Line { get; init; } = "median";

    /// <summary>Where the seconds stand in that line: the first group.</summary>
    public string Figure { get; init; } = @"median ([0-9.eE+-]+)s";

    /// <summary>
    /// What the printed seconds are multiplied by, as where the script does a fifth of the work (its own words say so: "x5 = all").
    /// </summary>
    public double Scale { get; init; } = 1;

    /// <summary>How often the script is started at the most: once where it takes minutes and repeats the work itself.</summary>
    public int Runs { get; init; } = int.MaxValue;

    /// <summary>Minutes after which one start of the script is given up.</summary>
    public double TimeLimit { get; init; } = 20;
}
