namespace Matchmaking;

/// <summary>
/// Writes a file so that under its name there is always a whole one, the old or the new, whatever happens meanwhile: beside its place, to the
/// disk, and then moved there.
/// </summary>
internal static class WholeFile
{
    public static void Write(string path, Action<Stream> write)
    {
        path = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(path)!, prefix = $".{Path.GetFileName(path)}.";
        RemoveAbandoned(folder, prefix);
        string temporary = Path.Combine(folder, $"{prefix}{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>What a process left that was killed while it wrote. One that still writes holds its file.</summary>
    private static void RemoveAbandoned(string folder, string prefix)
    {
        foreach (string left in Directory.EnumerateFiles(folder, $"{prefix}*.tmp"))
        {
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
