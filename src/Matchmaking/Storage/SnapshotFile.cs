using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Matchmaking.Storage;

/// <summary>
/// The form of the file: magic, version, sections one after another, then what sections there are with a SHA-256 of each, a SHA-256 of all
/// that (magic and version included), and how long it is. What the sections hold is told by <see cref="MatchmakerSnapshot"/>.
/// </summary>
internal static class SnapshotFile
{
    /// <summary>To be raised whenever what a section holds changes.</summary>
    public const int Version = 3;

    private const int MaximumSections = 1 << 16;
    private const int HeadBytes = 12;
    private const int HashBytes = SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Magic => "MMSNAP\r\n"u8;

    /// <param name="path">The file.</param>
    /// <param name="sections">Written one at a time, so that one at a time is in memory.</param>
    /// <param name="cancellationToken">Ends the work between two sections; the old file stays.</param>
    public static void Write(
        string path,
        IReadOnlyList<(string Name, Action<SectionWriter> Write)> sections,
        CancellationToken cancellationToken
    ) => WholeFile.Write(path, stream =>
        {
            foreach (ReadOnlyMemory<byte> piece in Pieces(sections, cancellationToken))
                stream.Write(piece.Span);
        });

    /// <summary>The file's bytes, piece after piece; a piece holds until the next one is asked for.</summary>
    /// <param name="sections">Written one at a time.</param>
    /// <param name="cancellationToken">Ends the work between two sections.</param>
    public static IEnumerable<ReadOnlyMemory<byte>> Pieces(
        IReadOnlyList<(string Name, Action<SectionWriter> Write)> sections,
        CancellationToken cancellationToken
    )
    {
        byte[] head = [.. Magic, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(Magic.Length), Version);
        yield return head;
        using var list = new MemoryStream();
        using var writer = new BinaryWriter(list, Encoding.UTF8);
        writer.Write(sections.Count);
        foreach ((string name, Action<SectionWriter> write) in sections)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var section = new SectionWriter();
            write(section);
            yield return section.Memory;
            writer.Write(name);
            writer.Write((long)section.Bytes.Length);
            writer.Write(SHA256.HashData(section.Bytes));
        }

        cancellationToken.ThrowIfCancellationRequested();
        byte[] contents = list.ToArray();
        yield return contents;
        yield return SHA256.HashData([.. head, .. contents]);
        byte[] length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, contents.Length);
        yield return length;
    }

    /// <summary>The sections by name: not yet read, each checked when it is (<see cref="Section.Open"/>).</summary>
    /// <param name="file">The file.</param>
    public static Dictionary<string, Section> Read(Microsoft.Win32.SafeHandles.SafeFileHandle file) =>
        Read((at, length) => Bytes(file, at, length), RandomAccess.GetLength(file));

    /// <summary>As of a file, of bytes in memory.</summary>
    /// <param name="file">All bytes.</param>
    public static Dictionary<string, Section> Read(ReadOnlyMemory<byte> file) =>
        Read((at, length) => file.Slice((int)at, length).ToArray(), file.Length);

    private static Dictionary<string, Section> Read(Func<long, int, byte[]> bytes, long length)
    {
        byte[] head = bytes(0, (int)Math.Min(HeadBytes, length));
        if (head.Length < Magic.Length || !head.AsSpan(0, Magic.Length).SequenceEqual(Magic))
            throw new InvalidDataException("is no matchmaker's file");
        if (length < HeadBytes + HashBytes + sizeof(int))
            throw new InvalidDataException("is cut short");
        int version = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(Magic.Length));
        if (version != Version)
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"is of version {version}; this is version "
                        + $"{Version}{(version > Version ? ": a newer library wrote it" : ": create the matchmaker anew")}"
                )
            );
        int listLength = BinaryPrimitives.ReadInt32LittleEndian(bytes(length - sizeof(int), sizeof(int)));
        long listAt = length - sizeof(int) - HashBytes - listLength;
        if (listLength < 0 || listAt < HeadBytes)
            throw new InvalidDataException("is cut short or was altered");
        byte[] list = bytes(listAt, listLength);
        if (!SHA256.HashData([.. head, .. list]).AsSpan().SequenceEqual(bytes(listAt + listLength, HashBytes)))
            throw new InvalidDataException("is cut short or was altered: its checksum is wrong");

        using var reader = new BinaryReader(new MemoryStream(list), Encoding.UTF8);
        var sections = new Dictionary<string, Section>(StringComparer.Ordinal);
        long at = HeadBytes;
        for (int i = reader.ReadCount(MaximumSections); i > 0; i--)
        {
            string name = reader.ReadString();
            long size = reader.ReadInt64();
            if (size < 0 || size > Array.MaxLength || at + size > listAt)
                throw new InvalidDataException("is cut short or was altered");
            sections.Add(name, new Section(bytes, name, at, (int)size, reader.ReadBytes(HashBytes)));
            at += size;
        }

        return at == listAt ? sections : throw new InvalidDataException("is cut short or was altered");
    }

    private static byte[] Bytes(Microsoft.Win32.SafeHandles.SafeFileHandle file, long at, int length)
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(length);
        for (int read = 0, more; read < length; read += more)
        {
            more = RandomAccess.Read(file, bytes.AsSpan(read), at + read);
            if (more == 0)
                throw new InvalidDataException("is cut short");
        }

        return bytes;
    }

    /// <summary>One section, where it is in the file.</summary>
    internal sealed class Section(Func<long, int, byte[]> file, string name, long at, int length, byte[] hash)
    {
        /// <summary>Reads the section and holds it to its checksum. Several may be opened at once.</summary>
        public SectionReader Open()
        {
            byte[] bytes = file(at, length);
            return SHA256.HashData(bytes).AsSpan().SequenceEqual(hash)
                ? new SectionReader(bytes)
                : throw new InvalidDataException($"was altered: the checksum of its {name} is wrong");
        }
    }
}
