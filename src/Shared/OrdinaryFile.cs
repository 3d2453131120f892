namespace Matchmaking;

/// <summary>
/// What stands at a path: an ordinary file, or a folder, a pipe or a device, which are not read, and are written to rather than replaced.
/// </summary>
internal static class OrdinaryFile
{
    /// <summary>The file that a link leads to in the end, which need not be there.</summary>
    public static string Target(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path : path;

    /// <summary>What is no ordinary file: "a folder", "a pipe or a device"; null where it is one, or nothing is there.</summary>
    public static string? Otherwise(string path)
    {
        if (Directory.Exists(path))
            return "a folder";
        if (!MayBeDevice(path))
            return null;
        // To open a pipe for reading waits for whoever writes it; to open it for both does not.
        using FileStream? opened = Open(path, FileAccess.ReadWrite);
        return opened is not null && IsDevice(path, opened) ? "a pipe or a device" : null;
    }

    /// <summary>Opens an ordinary file for reading, once through.</summary>
    /// <exception cref="IOException">It is none, or cannot be read.</exception>
    public static FileStream OpenRead(string path) =>
        Otherwise(path) is { } other
            ? throw new IOException($"it is {other}, not a file")
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    /// <summary>A pipe or a device, open for writing, which waits for whoever reads a pipe; null: it is none.</summary>
    public static FileStream? OpenDevice(string path)
    {
        if (!MayBeDevice(path))
            return null;
        // Opened once: who reads a pipe takes the first close for the end.
        FileStream? opened = Open(path, FileAccess.Write);
        if (opened is null || IsDevice(path, opened))
            return opened;
        opened.Dispose();
        return null;
    }

    /// <summary>
    /// A pipe and a device have no length. Files of the devices' folder may have one: a link to what the output was sent to.
    /// </summary>
    public static bool MayBeDevice(string path)
    {
        path = Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
            return path.StartsWith(@"\\.\", StringComparison.Ordinal);
        return File.Exists(path) && (IsOfDevices(path) || new FileInfo(Target(path)) is { Exists: false } or { Length: 0 });
    }

    private static bool IsDevice(string path, FileStream opened) =>
        OperatingSystem.IsWindows() || !opened.CanSeek || IsOfDevices(path) || IsOfDevices(Target(path));

    private static bool IsOfDevices(string path) =>
        (path = Path.GetFullPath(path)).StartsWith("/dev/", StringComparison.Ordinal)
        && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static FileStream? Open(string path, FileAccess access)
    {
        try
        {
            return new FileStream(path, FileMode.Open, access, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception closed) when (closed is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException)
        {
            // Not ours to open, or a link to nothing yet.
            return null;
        }
    }
}
