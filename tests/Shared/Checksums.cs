using System.Security.Cryptography;
using System.Text;

namespace Matchmaking.Tests;

/// <summary>Puts right checksums into a snapshot's bytes, as one who forges a file would.</summary>
internal static class Checksums
{
    /// <summary>Where the list of sections begins.</summary>
    public static int EndOfSections(byte[] file) => file.Length - 4 - 32 - BitConverter.ToInt32(file, file.Length - 4);

    public static byte[] Right(byte[] file)
    {
        int listAt = EndOfSections(file),
            listLength = file.Length - 4 - 32 - listAt,
            at = 12;
        using var reader = new BinaryReader(new MemoryStream(file, listAt, listLength), Encoding.UTF8);
        for (int i = reader.ReadInt32(); i > 0; i--)
        {
            reader.ReadString();
            int size = (int)reader.ReadInt64();
            SHA256.HashData(file.AsSpan(at, size)).CopyTo(file, listAt + (int)reader.BaseStream.Position);
            reader.ReadBytes(32);
            at += size;
        }

        SHA256.HashData([.. file.AsSpan(0, 12), .. file.AsSpan(listAt, listLength)]).CopyTo(file, listAt + listLength);
        return file;
    }
}
