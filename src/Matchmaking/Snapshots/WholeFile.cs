namespace Matchmaking;

/// <summary>
/// Writes a file so that under its name there is always a whole one, the old or the new, whatever happens meanwhile: beside its place, to the
/// disk, and then moved there.
/// </summary>
internal static class WholeFile
{
    /// <summary>So old is an empty file that somebody left.</summary>
    private static readonly TimeSpan s_atLeast = TimeSpan.FromHours(1);

    public static void Write(string path, Action<Stream> write)
    {
        path = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(path)!, prefix = $".{Path.GetFileName(path)}.";
        RemoveAbandoned(folder, prefix);
        string temporary = Path.Combine(folder, $"{prefix}{Guid.NewGuid():N}.tmp");
        try
        {
            // Moved while it is held: between the end of the hold and the move another writer would take it for abandoned. Without a buffer, it is empty for a moment only.
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 0);
            write(stream);
            stream.Flush(flushToDisk: true);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>What a process left that was killed while it wrote. One that still writes holds its file; one that has just made it, and does not hold it yet, has an empty one.</summary>
    private static void RemoveAbandoned(string folder, string prefix)
    {
        foreach (string left in Directory.EnumerateFiles(folder, $"{prefix}*.tmp"))
        {
            var found = new FileInfo(left);
            if (!found.Exists || (found.Length == 0 && found.LastWriteTimeUtc > DateTime.UtcNow - s_atLeast))
                continue;
            try
            {
                using var abandoned = new FileStream(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                // In use, or not ours to delete.
            }
        }
    }
}
