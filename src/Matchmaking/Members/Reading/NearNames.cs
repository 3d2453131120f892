namespace Matchmaking.Members;

/// <summary>
/// Files whose names are nearly those of a community: <c>Outcomes.csv</c>, <c>outcome.csv</c>. Nothing would read them, and nobody would
/// notice before the answers turn out poor.
/// </summary>
internal static class NearNames
{
    private static readonly string[] s_known =
    [
        "members.jsonl",
        "members.json",
        "members.csv",
        "activities.csv",
        "participations.csv",
        "interactions.csv",
        "outcomes.csv",
    ];

    /// <summary>
    /// Each with the name that it should have, in order of names; none whose right name is there, too, for then it is a file that the host
    /// keeps beside it.
    /// </summary>
    public static IEnumerable<(string File, string Meant)> In(string folder)
    {
        string[] files = [.. Files(folder).Order(StringComparer.Ordinal)];
        foreach (string file in files)
        {
            // Where the file system makes no difference of case, the right name finds the file, and it is read.
            if (
                Array.Find(s_known, known => IsNear(file, known)) is { } meant
                && !Kin(meant).Any(known => Path.Exists(Path.Combine(folder, known)))
            )
                yield return (file, meant);
        }
    }

    private static bool IsNear(string file, string known) =>
        Path.GetExtension(file).Equals(Path.GetExtension(known), StringComparison.OrdinalIgnoreCase)
        && Singular(Path.GetFileNameWithoutExtension(file))
            .Equals(Singular(Path.GetFileNameWithoutExtension(known)), StringComparison.OrdinalIgnoreCase);

    /// <summary>Of members there are three forms, and one is enough.</summary>
    private static IEnumerable<string> Kin(string known) =>
        s_known.Where(other => Path.GetFileNameWithoutExtension(other) == Path.GetFileNameWithoutExtension(known));

    private static string Singular(string name) =>
        name.EndsWith("ies", StringComparison.OrdinalIgnoreCase) ? name[..^3] + "y"
        : name.EndsWith('s') || name.EndsWith('S') ? name[..^1]
        : name;

    private static IEnumerable<string> Files(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))];
        }
        catch (UnauthorizedAccessException)
        {
            // A folder that may be gone through, and not looked into: its files can be read all the same.
            return [];
        }
    }
}
