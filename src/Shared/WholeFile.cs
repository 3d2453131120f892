namespace Matchmaking;

/// <summary>
/// Writes a file so that under its name there is always a whole one, the old or the new, whatever happens meanwhile: beside its place, to
/// the disk, and then moved there.
/// </summary>
internal static class WholeFile
{
    /// <summary>So old is an empty file that somebody left.</summary>
    private static readonly TimeSpan s_atLeast = TimeSpan.FromHours(1);

    /// <summary>What is in these files is of people: no other user of the machine reads a new one.</summary>
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>As long as a name that is drawn (<see cref="Guid"/>, format N).</summary>
    private const int DrawnLength = 32;

    private const string End = ".tmp";

    /// <summary>
    /// Writes a file. A link at the path stays one, to the new file; a file that is there keeps its mode, a new one is the user's own.
    /// </summary>
    public static void Write(string path, Action<Stream> write)
    {
        path = Target(Path.GetFullPath(path));
        string folder = Path.GetDirectoryName(path)!,
            prefix = $".{Path.GetFileName(path)}.";
        RemoveAbandoned(folder, prefix);
        string temporary = Path.Combine(folder, $"{prefix}{Guid.NewGuid():N}{End}");
        try
        {
            // Moved while it is held: between the end of the hold and the move another writer would take it for abandoned. Without a
            // buffer, it is empty for a moment only.
            using var stream = new FileStream(temporary, Options());
            KeepMode(path, stream);
            write(stream);
            stream.Flush(flushToDisk: true);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The file that a link leads to in the end, which need not be there.</summary>
    private static string Target(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path : path;

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Private;
        return options;
    }

    private static void KeepMode(string path, FileStream stream)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path) && File.GetUnixFileMode(path) is var mode and not Private)
            File.SetUnixFileMode(stream.SafeFileHandle, mode);
    }

    /// <summary>
    /// What a process left that was killed while it wrote. One that still writes holds its file; one that has just made it, and does not
    /// hold it yet, has an empty one.
    /// </summary>
    private static void RemoveAbandoned(string folder, string prefix)
    {
        foreach (string left in Directory.EnumerateFiles(folder, $"{prefix}*{End}"))
        {
            // A host may have files of its own that begin and end so.
            if (!IsOurs(Path.GetFileName(left), prefix))
                continue;
            var found = new FileInfo(left);
            // The machine's clock, not the host's: the file's time is of it.
            if (!found.Exists || (found.Length == 0 && found.LastWriteTimeUtc > TimeProvider.System.GetUtcNow().UtcDateTime - s_atLeast))
                continue;
            try
            {
                using var abandoned = new FileStream(
                    left,
                    FileMode.Open,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    1,
                    FileOptions.DeleteOnClose
                );
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                // In use, or not ours to delete.
            }
        }
    }

    private static bool IsOurs(string name, string prefix) =>
        name.Length == prefix.Length + DrawnLength + End.Length
        && name.StartsWith(prefix, StringComparison.Ordinal)
        && name.EndsWith(End, StringComparison.Ordinal)
        && Guid.TryParseExact(name.AsSpan(prefix.Length, DrawnLength), "N", out _);
}
