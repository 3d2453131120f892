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
    private const int ChecksumBytes = SHA256.HashSizeInBytes;

    private static readonly LearningOptions s_noHosts = new();

    private static ReadOnlySpan<byte> Magic => "MMODEL\r\n"u8;

    /// <exception cref="ModelFormatException">The file is no model, or not one for this vocabulary.</exception>
    public static LearnedModel Load(string path, VocabularyFingerprint vocabulary, LearningOptions? hosts = null)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        if (Directory.Exists(path))
            throw new ModelFormatException($"{name}: is a folder, not a model's file");
        return Load(name, File.ReadAllBytes(path), vocabulary, hosts);
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
        if (file.Length < Magic.Length || !file.AsSpan(0, Magic.Length).SequenceEqual(Magic))
            throw new InvalidDataException("is not a model file");
        if (file.Length < Magic.Length + sizeof(int))
            throw new InvalidDataException("is cut short");
        int version = BitConverter.ToInt32(file, Magic.Length);
        if (version != Version)
            throw new InvalidDataException(FormattableString.Invariant($"is of version {version}; this is version {Version}: learn again"));
        if (
            file.Length < Magic.Length + sizeof(int) + ChecksumBytes
            || !SHA256.HashData(file.AsSpan(..^ChecksumBytes)).AsSpan().SequenceEqual(file.AsSpan(^ChecksumBytes..))
        )
            throw new InvalidDataException("is cut short or was altered: its checksum is wrong");

        using var reader = new BinaryReader(new MemoryStream(file, 0, file.Length - ChecksumBytes, writable: false));
        reader.ReadBytes(Magic.Length + sizeof(int));
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
