using System.Text;

namespace Matchmaking.Members;

/// <summary>
/// Files that are not UTF-8, read as what they are: UTF-16 and UTF-32 by their mark or their zeros, others by which of the usual code pages
/// makes letters of their bytes that people write in.
/// </summary>
internal static class TextEncodings
{
    /// <summary>So much of a file tells its code page.</summary>
    private const int Sample = 1 << 20;

    private const string CommonLetters = "éèàêçôîûâïëùœäöüß";

    private const string UsualLetters = "áãíñóúæåøÀÂÄÁÉÈÊËÍÎÏÑÓÔÖÚÙÛÜÇŒÆÅØ’‘“”«»–—…€°";

    private static readonly (string Name, int CodePage)[] s_pages = [("Windows-1252", 1252), ("Macintosh", 10000), ("code page 850", 850)];

    /// <summary>The same text as UTF-8; a stream that is UTF-8 is given back, at its beginning.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="file">Its name.</param>
    /// <param name="faults">Is told what it was read as.</param>
    public static Stream Utf8(Stream stream, string file, RowFaults faults)
    {
        if (!stream.CanSeek)
        {
            var copy = new MemoryStream();
            stream.CopyTo(copy);
            copy.Position = 0;
            stream = copy;
        }

        long start = stream.Position;
        byte[] sample = new byte[Sample];
        ReadOnlySpan<byte> beginning = sample.AsSpan(0, stream.ReadAtLeast(sample, Sample, throwOnEndOfStream: false));
        (string Name, Encoding Encoding)? found = Wide(beginning);
        if (found is null && !IsUtf8(stream, beginning))
            found = Narrow(beginning);
        stream.Position = start;
        if (found is not var (name, encoding))
            return stream;
        faults.Note(file, 0, $"is not UTF-8; it was read as {name}");
        return Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8);
    }

    private static (string, Encoding)? Wide(ReadOnlySpan<byte> beginning) =>
        beginning switch
        {
            [0xFF, 0xFE, 0, 0, ..] => ("UTF-32", Encoding.UTF32),
            [0xFF, 0xFE, ..] => ("UTF-16", Encoding.Unicode),
            [0xFE, 0xFF, ..] => ("UTF-16", Encoding.BigEndianUnicode),
            // All files begin with a character of ASCII.
            [not 0, 0, not 0, 0, ..] => ("UTF-16", Encoding.Unicode),
            [0, not 0, 0, not 0, ..] => ("UTF-16", Encoding.BigEndianUnicode),
            _ => null,
        };

    private static bool IsUtf8(Stream rest, ReadOnlySpan<byte> beginning)
    {
        byte[] buffer = new byte[Sample + 4];
        beginning.CopyTo(buffer);
        int held = beginning.Length;
        while (held > 0)
        {
            int whole = held - Unfinished(buffer.AsSpan(0, held));
            if (!System.Text.Unicode.Utf8.IsValid(buffer.AsSpan(0, whole)))
                return false;
            buffer.AsSpan(whole, held - whole).CopyTo(buffer);
            int read = rest.Read(buffer, held - whole, Sample);
            if (read == 0)
                return held == whole;
            held = held - whole + read;
        }

        return true;
    }

    /// <summary>How many bytes at the end are the beginning of a character.</summary>
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            byte b = bytes[^back];
            if ((b & 0xC0) != 0x80)
                return
                    b >= 0xC0
                    && back
                        < (
                            b >= 0xF0 ? 4
                            : b >= 0xE0 ? 3
                            : 2
                        )
                    ? back
                    : 0;
        }

        return 0;
    }

    private static (string, Encoding) Narrow(ReadOnlySpan<byte> beginning)
    {
        byte[] signs = beginning.ToArray().Where(b => b >= 0x80).ToArray();
        (string Name, int CodePage) best = s_pages.MaxBy(page => Of(page.CodePage).GetString(signs).Sum(Weight));
        return (best.Name, Of(best.CodePage));
    }

    private static int Weight(char c) =>
        CommonLetters.Contains(c, StringComparison.Ordinal) ? 3
        : UsualLetters.Contains(c, StringComparison.Ordinal) ? 1
        : 0;

    private static Encoding Of(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
}
