using System.Security.Cryptography;
using System.Text;

namespace Matchmaking.Learning;

/// <summary>
/// A model as one file: magic, version, <see cref="VocabularyFingerprint"/>, named parts, and a SHA-256 of all that goes before. See
/// <see cref="WholeFile"/>.
/// </summary>
internal static class LearnedModelFile
{
    private const int Version = 3;
    private const int MaximumParts = 16;
    private const int HeadBytes = 12;
    private const int ChecksumBytes = SHA256.HashSizeInBytes;

    private static readonly LearningOptions s_noHosts = new();

    private static ReadOnlySpan<byte> Magic => "MMODEL\r\n"u8;

    /// <exception cref="ModelFormatException">The file is no model, or not one for this vocabulary.</exception>
    public static LearnedModel Load(string path, VocabularyFingerprint vocabulary, LearningOptions? hosts = null)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        if (OrdinaryFile.Otherwise(path) is { } other)
            throw new ModelFormatException($"{name}: is {other}, not a model's file");
        return Load(name, ReadWhole(path, name), vocabulary, hosts);
    }

    /// <summary>All bytes of a file, of which the first are looked at first: it may be anything, and of any length.</summary>
    private static byte[] ReadWhole(string path, string name)
    {
        using FileStream stream = OrdinaryFile.OpenRead(path);
        try
        {
            byte[] head = new byte[(int)Math.Min(HeadBytes, stream.Length)];
            stream.ReadExactly(head);
            CheckHead(head);
            if (stream.Length > Array.MaxLength)
                throw new InvalidDataException("is longer than any model");
            byte[] bytes = GC.AllocateUninitializedArray<byte>((int)stream.Length);
            head.CopyTo(bytes, 0);
            stream.ReadExactly(bytes.AsSpan(head.Length));
            return bytes;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new ModelFormatException($"{name}: {exception.Message}", exception);
        }
    }

    private static void CheckHead(ReadOnlySpan<byte> head)
    {
        if (head.Length < Magic.Length || !head[..Magic.Length].SequenceEqual(Magic))
            throw new InvalidDataException("is not a model file");
        if (head.Length < HeadBytes)
            throw new InvalidDataException("is cut short");
        int version = BitConverter.ToInt32(head[Magic.Length..HeadBytes]);
        if (version != Version)
            throw new InvalidDataException(FormattableString.Invariant($"is of version {version}; this is version {Version}: learn again"));
    }

    /// <exception cref="ModelFormatException">The bytes are no model, or not one for this vocabulary.</exception>
    public static LearnedModel Load(string name, byte[] file, VocabularyFingerprint vocabulary, LearningOptions? hosts = null)
    {
        try
        {
            return Guarded(() => Read(file, vocabulary, hosts));
        }
        catch (InvalidDataException exception)
        {
            throw new ModelFormatException($"{name}: {exception.Message}", exception.InnerException ?? exception);
        }
    }

    /// <summary>Tells every kind of broken data by one exception.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what they should be.</exception>
    public static LearnedModel Guarded(Func<LearnedModel> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is EndOfStreamException or ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    public static byte[] Bytes(LearnedModel model, VocabularyFingerprint vocabulary)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            vocabulary.Write(writer);
            var parts = LearnedModelParts.Write(model);
            writer.Write(parts.Count);
            foreach ((string name, byte[] bytes) in parts)
            {
                writer.Write(name);
                writer.Write(bytes.Length);
                writer.Write(bytes);
            }
        }

        stream.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    /// <param name="file">The bytes.</param>
    /// <param name="vocabulary">Of the community that it is to serve; null where it is known to be of that community.</param>
    /// <param name="hosts">Holds the host's own sources and trainers; null: there are none.</param>
    public static LearnedModel Read(byte[] file, VocabularyFingerprint? vocabulary, LearningOptions? hosts = null)
    {
        CheckHead(file);
        if (
            file.Length < HeadBytes + ChecksumBytes
            || !SHA256.HashData(file.AsSpan(..^ChecksumBytes)).AsSpan().SequenceEqual(file.AsSpan(^ChecksumBytes..))
        )
            throw new InvalidDataException("is cut short or was altered: its checksum is wrong");

        using var reader = new BinaryReader(new MemoryStream(file, 0, file.Length - ChecksumBytes, writable: false));
        reader.ReadBytes(HeadBytes);
        var learnedWith = VocabularyFingerprint.Read(reader);
        if (vocabulary is not null && learnedWith.Mismatch(vocabulary) is { } mismatch)
            throw new InvalidDataException(mismatch);
        var parts = new (string, byte[])[reader.ReadCount(MaximumParts)];
        for (int i = 0; i < parts.Length; i++)
        {
            string name = reader.ReadString();
            int length = reader.ReadCount(file.Length);
            byte[] bytes = reader.ReadBytes(length);
            parts[i] = (name, bytes.Length == length ? bytes : throw new InvalidDataException("is cut short"));
        }

        return LearnedModelParts.Read(parts, hosts ?? s_noHosts);
    }
}
