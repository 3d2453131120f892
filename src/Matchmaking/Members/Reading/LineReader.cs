using System.Text.Unicode;

namespace Matchmaking.Members;

/// <summary>
/// The lines of a UTF-8 stream as bytes, one at a time. A line longer than <see cref="MaximumLength"/> is passed over without being held in
/// memory.
/// </summary>
internal sealed class LineReader(Stream stream, string file, bool mayBeTorn = false)
{
    /// <summary>1 MiB: a thousand times a usual member, and little enough that a broken file cannot fill the memory.</summary>
    public const int MaximumLength = 1 << 20;

    public const string TooLong = "the line is longer than 1 MiB";

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _ended;
    private bool _begun;
    private bool _skipping;
    private int _currentStart;
    private int _currentLength;

    /// <summary>The number of the current line, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The current line without its end; empty where it is too long.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_currentStart, _currentLength);

    public bool IsTooLong { get; private set; }

    /// <summary>Whether the current line has an end; the last one need not have.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Goes to the next line.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="CommunityFormatException">The stream is not UTF-8.</exception>
    public bool Read()
    {
        IsTooLong = false;
        int searched = 0;
        while (true)
        {
            int lineEnd = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (lineEnd >= 0 && !_skipping)
                return Take(searched + lineEnd, 1);
            if (_skipping)
            {
                _start = lineEnd >= 0 ? _start + lineEnd + 1 : _end;
                _skipping = lineEnd < 0 && !_ended;
                if (lineEnd >= 0)
                    continue;
            }

            searched = _end - _start;
            if (_ended)
                return searched > 0 && Take(searched, 0);
            if (searched > MaximumLength)
            {
                // Told at once; its rest is passed over when the next line is asked for.
                _skipping = true;
                return Take(searched, 0);
            }

            Fill();
        }
    }

    private bool Take(int length, int lineEnd)
    {
        Line++;
        _currentStart = _start;
        _start += length + lineEnd;
        IsEnded = lineEnd > 0;
        IsTooLong |= length > MaximumLength;
        _currentLength = IsTooLong ? 0 : length;
        if (Current is [.., (byte)'\r'])
            _currentLength--;
        if (mayBeTorn && !IsEnded)
            LeaveOutHalfACharacter();
        if (!Utf8.IsValid(Current))
            throw new CommunityFormatException(file, Line, Utf8Text.NotUtf8);
        return true;
    }

    private void LeaveOutHalfACharacter()
    {
        int whole = _currentLength;
        while (whole > 0 && whole > _currentLength - 3 && (Current[whole - 1] & 0xC0) == 0x80)
            whole--;
        if (whole > 0 && Current[whole - 1] >= 0xC0 && !Utf8.IsValid(Current[(whole - 1)..]))
            _currentLength = whole - 1;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        int read = stream.ReadAtLeast(_buffer.AsSpan(_end), _begun ? 1 : Math.Min(4, _buffer.Length), throwOnEndOfStream: false);
        _end += read;
        _ended = read == 0 || (!_begun && read < 4);
        if (!_begun)
            _start = Utf8Text.ByteOrderMark(_buffer.AsSpan(0, Math.Min(4, _end)), file);
        _begun = true;
    }
}
