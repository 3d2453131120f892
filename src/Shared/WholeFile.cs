namespace Matchmaking;

/// <summary>
/// Writes a file so that under its name there is always a whole one, the old or the new, whatever happens meanwhile: beside its place, to
/// the disk, and then moved there.
/// </summary>
internal sealed class WholeFile : IDisposable
{
    /// <summary>So old is an empty file that somebody left.</summary>
    private static readonly TimeSpan s_atLeast = TimeSpan.FromHours(1);

    /// <summary>What is in these files is of people: no other user of the machine reads a new one.</summary>
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>As long as a name that is drawn (<see cref="Guid"/>, format N).</summary>
    private const int DrawnLength = 32;

    private const string End = ".tmp";

    private readonly string _path;
    private readonly string? _temporary;
    private readonly FileStream _stream;

    /// <summary>
    /// Begins to write a file. A link at the path stays one, to the new file; a file that is there keeps its mode, a new one is the user's
    /// own. A pipe or a device is written to.
    /// </summary>
    /// <exception cref="UnauthorizedAccessException">The file must not be written, or is a folder.</exception>
    public WholeFile(string path)
    {
        if (Directory.Exists(path))
            throw new UnauthorizedAccessException($"{path} is a folder, not a file.");
        if (OrdinaryFile.OpenDevice(path) is { } device)
        {
            (_path, _stream) = (path, device);
            return;
        }

        _path = OrdinaryFile.Target(Path.GetFullPath(path));
        string folder = Path.GetDirectoryName(_path)!,
            prefix = $".{Path.GetFileName(_path)}.";
        RemoveAbandoned(folder, prefix);
        _temporary = Path.Combine(folder, $"{prefix}{Guid.NewGuid():N}{End}");
        _stream = new FileStream(_temporary, Options());
        KeepMode(_path, _stream);
    }

    /// <summary>What is written here is there after <see cref="Commit"/>, and never without.</summary>
    public Stream Stream => _stream;

    /// <summary>Writes a file.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        using var file = new WholeFile(path);
        write(file.Stream);
        file.Commit();
    }

    /// <summary>Brings the file to the disk, and to its place.</summary>
    public void Commit()
    {
        if (_temporary is null)
        {
            _stream.Flush();
            return;
        }

        // Moved while it is held: between the end of the hold and the move another writer would take it for abandoned. Without a buffer, it
        // is empty for a moment only.
        _stream.Flush(flushToDisk: true);
        File.Move(_temporary, _path, overwrite: true);
    }

    public void Dispose()
    {
        _stream.Dispose();
        if (_temporary is not null)
            File.Delete(_temporary);
    }

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
