namespace Matchmaking.Members;

/// <summary>
/// A stream of lines that <see cref="LineReader"/> has checked, for a reader of tables: a file that is no text, or that has lost its line
/// ends, is refused early and by line. Line ends become "\n"; a byte order mark is left out.
/// </summary>
internal sealed class LineStream(Stream stream, string file) : Stream
{
    private readonly LineReader _lines = new(stream, file);
    private int _position = 1;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = 0;
        while (read < buffer.Length && Advance())
        {
            ReadOnlySpan<byte> rest = _lines.Current[_position..];
            int count = Math.Min(rest.Length, buffer.Length - read);
            rest[..count].CopyTo(buffer[read..]);
            read += count;
            _position += count;
            if (_position == _lines.Current.Length && read < buffer.Length)
            {
                buffer[read++] = (byte)'\n';
                _position++;
            }
        }

        return read;
    }

    /// <summary>The first line, which is still to be read; empty where there is none.</summary>
    public ReadOnlySpan<byte> FirstLine() => Advance() ? _lines.Current : [];

    // Past the line's last byte stands its end, which is given out as a byte of its own.
    private bool Advance()
    {
        if (_position <= _lines.Current.Length)
            return true;
        if (!_lines.Read())
            return false;
        if (_lines.IsTooLong)
            throw new CommunityFormatException(file, _lines.Line, LineReader.TooLong);
        _position = 0;
        return true;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
