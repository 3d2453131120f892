using System.Text.Json;

namespace Matchmaking.Members;

/// <summary>
/// The elements of a JSON array in a stream, one at a time, as bytes with the line on which they begin. Holds one element in memory, of up
/// to <see cref="LineReader.MaximumLength"/> bytes.
/// </summary>
internal sealed class MemberArrayReader(Stream stream, string file)
{
    // Finding an element's end takes a bit a level, so that depth is no danger here; what a member may nest is the parser's affair.
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = int.MaxValue };

    private JsonReaderState _state = new(s_options);
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _ended;
    private bool _begun;
    private bool _opened;
    private int _currentStart;
    private int _currentLength;
    private long _linesBefore;

    /// <summary>The line on which the current element begins, from 1.</summary>
    public long Line { get; private set; }

    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_currentStart, _currentLength);

    /// <summary>Goes to the next element.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="CommunityFormatException">The stream is no JSON array, or an element is too long.</exception>
    public bool Read()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _ended, _state);
            try
            {
                if (!reader.Read())
                {
                    Pass(reader);
                    if (_ended)
                        return false;
                }
                else if (!_opened)
                {
                    if (reader.TokenType != JsonTokenType.StartArray)
                        throw new CommunityFormatException(
                            file,
                            1,
                            "must hold a JSON array of members: [ {…}, {…} ]; one member a line belongs in members.jsonl"
                        );
                    _opened = true;
                    Pass(reader);
                    continue;
                }
                else if (reader.TokenType == JsonTokenType.EndArray)
                {
                    Pass(reader);
                    continue;
                }
                else
                {
                    int element = (int)reader.TokenStartIndex;
                    if (reader.TrySkip())
                        return Take(reader, element);
                }
            }
            catch (JsonException fault)
            {
                throw Broken(fault);
            }

            Fill();
        }
    }

    private bool Take(in Utf8JsonReader reader, int element)
    {
        _currentStart = _start + element;
        _currentLength = (int)reader.BytesConsumed - element;
        Line = _linesBefore + _buffer.AsSpan(_start, element).Count((byte)'\n') + 1;
        if (_currentLength > LineReader.MaximumLength)
            throw TooLong();
        Pass(reader);
        return true;
    }

    private void Pass(in Utf8JsonReader reader)
    {
        int consumed = (int)reader.BytesConsumed;
        _linesBefore += _buffer.AsSpan(_start, consumed).Count((byte)'\n');
        _start += consumed;
        _state = reader.CurrentState;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        // What is left is one element that is not at its end yet, and what separates it from the last one.
        if (_end > 2 * LineReader.MaximumLength)
            throw TooLong();
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        int read = stream.ReadAtLeast(_buffer.AsSpan(_end), _begun ? 1 : 4, throwOnEndOfStream: false);
        _end += read;
        _ended = read == 0 || (!_begun && read < 4);
        if (!_begun)
            _start = Utf8Text.ByteOrderMark(_buffer.AsSpan(0, Math.Min(4, _end)), file);
        _begun = true;
    }

    private CommunityFormatException TooLong() => new(file, _linesBefore + 1, "a member is longer than 1 MiB");

    private CommunityFormatException Broken(JsonException fault)
    {
        ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
        if (!_opened && rest.Trim(" \t\r\n"u8).IsEmpty)
            return new(file, 0, MemberReader.Empty, fault);
        return new(file, (fault.LineNumber ?? 0) + 1, FaultText.Printable(JsonFault.Syntax(rest, _state, fault)), fault);
    }
}
