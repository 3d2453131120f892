namespace Matchmaking.Members;

/// <summary>All files are UTF-8; what betrays another encoding is refused with a word on what to do.</summary>
internal static class Utf8Text
{
    public const string NotUtf8 = "is not UTF-8; save the file as UTF-8";

    /// <summary>How many bytes a file's byte order mark takes.</summary>
    /// <param name="beginning">The first four bytes of the file, or all of it.</param>
    /// <param name="file">The file's name.</param>
    /// <exception cref="CommunityFormatException">The file is UTF-16 or UTF-32.</exception>
    public static int ByteOrderMark(ReadOnlySpan<byte> beginning, string file)
    {
        // Both formats begin with an ASCII character, so that a NUL byte within the first two means wide characters.
        if (
            beginning.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || beginning.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            || beginning[..Math.Min(2, beginning.Length)].Contains((byte)0)
        )
        {
            throw new CommunityFormatException(file, 1, "is UTF-16 or UTF-32; save the file as UTF-8");
        }

        return beginning.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
    }
}
