namespace Matchmaking;

/// <summary>Adds to the end of a file all or nothing: what could not be written whole, and brought to the disk, is taken back.</summary>
internal static class AppendedFile
{
    /// <summary>What is in these files is of people: no other user of the machine reads a new one.</summary>
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="path">The file; made where there is none.</param>
    /// <param name="lines">What is added.</param>
    /// <param name="isTorn">
    /// Whether a last line, which has no end, is the beginning of one that somebody could not write to its end: it is taken away.
    /// </param>
    /// <exception cref="IOException">The file cannot be written, is no ordinary file, or another process has it open.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written, or is a folder.</exception>
    public static void Append(string path, ReadOnlyMemory<byte> lines, Func<ReadOnlyMemory<byte>, bool> isTorn)
    {
        if (Directory.Exists(path))
            throw new UnauthorizedAccessException($"{path} is a folder, not a file.");
        if (OrdinaryFile.Otherwise(path) is { } other)
            throw new IOException($"{path} is {other}, not a file.");
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Private;
        bool isNew = !File.Exists(path);
        bool isWhole = false;
        using var stream = new FileStream(path, options);
        try
        {
            Append(stream, lines, isTorn, () => stream.Flush(flushToDisk: true));
            isWhole = true;
        }
        finally
        {
            if (isNew && !isWhole)
                File.Delete(path);
        }
    }

    /// <summary>As to a file, to a stream that can be sought in and cut.</summary>
    public static void Append(Stream stream, ReadOnlyMemory<byte> lines, Func<ReadOnlyMemory<byte>, bool> isTorn, Action flush)
    {
        (long end, bool isEnded) = LastLine(stream, isTorn);
        try
        {
            // Where a torn line was longer than what comes in its place, some of it would stay.
            if (end < stream.Length)
                stream.SetLength(end);
            stream.Seek(end, SeekOrigin.Begin);
            stream.Write(isEnded ? lines.Span : [(byte)'\n', .. lines.Span]);
            flush();
        }
        catch (Exception fault)
        {
            stream.SetLength(end);
            flush();
            // What the platform says of a file that grows past the system's limit.
            if (fault is ArgumentOutOfRangeException)
                throw new IOException(fault.Message, fault);
            throw;
        }
    }

    /// <summary>Where new lines go, and whether the line before has its end.</summary>
    private static (long End, bool IsEnded) LastLine(Stream stream, Func<ReadOnlyMemory<byte>, bool> isTorn)
    {
        const int Step = 4096;
        long length = stream.Length,
            start = length;
        byte[] last = [];
        while (start > 0)
        {
            int step = (int)Math.Min(Step, start);
            byte[] block = new byte[step];
            stream.Seek(start - step, SeekOrigin.Begin);
            stream.ReadExactly(block);
            int lineEnd = block.AsSpan().LastIndexOf((byte)'\n');
            last = [.. block.AsSpan(lineEnd + 1), .. last];
            start -= step - (lineEnd + 1);
            if (lineEnd >= 0)
                break;
        }

        return last.Length == 0 ? (length, true)
            : isTorn(last) ? (start, true)
            : (length, false);
    }
}
