using System.ComponentModel;
using System.Globalization;
using CsvHelper;

namespace Matchmaking.Internal;

/// <summary>The rows of one CSV table (RFC 4180, with a header, columns in any order).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TableReader : IDisposable
{
    private readonly TableColumns _columns;
    private readonly string _file;
    private readonly RowFaults _faults;
    private readonly CsvReader _csv;
    private readonly int[] _positions;
    private readonly bool _decimalComma;

    /// <exception cref="CommunityFormatException">The file is empty, or its header is not what it should be.</exception>
    public TableReader(Stream stream, string file, TableColumns columns, RowFaults faults)
    {
        _columns = columns;
        _file = file;
        _faults = faults;
        var lines = new LineStream(stream, file);
        char separator = faults.Tolerant ? SeparatorOf(lines.FirstLine()) : ',';
        _decimalComma = separator == ';';
        _csv = CsvReader.Create(
            lines,
            new CsvReaderOptions
            {
                Separator = separator,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                MaxRecordSize = LineReader.MaximumLength,
                MalformedData = CsvMalformedDataHandling.Skip,
                FieldCountMismatch = CsvFieldCountHandling.Skip,
                OnMalformedRecord = Refuse,
                PoolStrings = true,
            }
        );
        try
        {
            _csv.ReadHeader();
        }
        catch (CsvFormatException fault)
        {
            throw Broken(fault);
        }

        if (_csv.Headers.Count == 0)
            throw new CommunityFormatException(file, 0, $"is empty; expected at least the header {string.Join(',', columns.All)}");
        _positions = columns.Locate([.. _csv.Headers], file, faults);
    }

    /// <summary>The rows of a file.</summary>
    /// <exception cref="CommunityFormatException">It cannot be read, is empty, or its header is not what it should be.</exception>
    public static TableReader Open(string path, TableColumns columns, RowFaults faults)
    {
        Stream stream = InputFile.Open(path);
        try
        {
            return new TableReader(
                faults.Tolerant ? TextEncodings.Utf8(stream, Path.GetFileName(path), faults) : stream,
                Path.GetFileName(path),
                columns,
                faults
            );
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The line on which the current row begins, from 1.</summary>
    public long Line => _csv.LineNumber;

    /// <summary>Goes to the next row that is well formed; the others are handed to the faults.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Read()
    {
        try
        {
            return _csv.Read();
        }
        catch (CsvFormatException fault)
        {
            throw Broken(fault);
        }
    }

    /// <summary>The field.</summary>
    /// <exception cref="FormatException">The field is empty.</exception>
    public string Text(string column) => OptionalText(column) ?? throw new FormatException($"{column} must be given");

    /// <summary>The field; null where it is empty, or its column is not there.</summary>
    public string? OptionalText(string column)
    {
        int position = _positions[_columns.IndexOf(column)];
        return position < 0 || _csv.IsEmpty(position) ? null : _csv.GetString(position);
    }

    /// <summary>The field as a time.</summary>
    /// <exception cref="FormatException">The field is no time.</exception>
    public DateTimeOffset? OptionalTime(string column) =>
        OptionalText(column) is not { } text ? null
        : Moment.TryParse(text, out DateTimeOffset time) ? time
        : throw new FormatException($"{column} must be {Moment.Expected}, is '{text}'");

    /// <summary>The field as a number; null where it is empty.</summary>
    /// <exception cref="FormatException">The field is no number.</exception>
    public double? OptionalNumber(string column) =>
        OptionalText(column) is not { } text ? null
        : double.TryParse(
            _decimalComma ? text.Replace(',', '.') : text,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out double number
        )
            ? number
        : throw new FormatException($"{column} must be a number with a decimal point, is '{text}'");

    /// <summary>The field as a whole number.</summary>
    /// <exception cref="FormatException">The field is empty or no whole number.</exception>
    public int Whole(string column) => OptionalWhole(column) ?? throw new FormatException($"{column} must be given");

    /// <summary>The field as a whole number; null where it is empty.</summary>
    /// <exception cref="FormatException">The field is no whole number.</exception>
    public int? OptionalWhole(string column) =>
        OptionalText(column) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number
        : throw new FormatException($"{column} must be a whole number, is '{text}'");

    /// <exception cref="FormatException">The field is none of the names.</exception>
    internal T? OptionalName<T>(string column)
        where T : struct, Enum =>
        OptionalText(column) is not { } text ? null
        : Names<T>.TryParse(text, out T value) ? value
        : throw new FormatException($"{column} must be {Names<T>.Expected}, is '{text}'");

    /// <summary>The header, as it stands.</summary>
    public IReadOnlyList<string> Header => [.. _csv.Headers];

    /// <summary>Whether numbers may have a decimal comma: in tables with semicolons they have.</summary>
    internal bool HasDecimalCommas => _decimalComma;

    /// <summary>A field by its position; empty where it is.</summary>
    public string Field(int position) => _csv.IsEmpty(position) ? "" : _csv.GetString(position);

    /// <summary>What stands between the fields of a header: the commonest of comma, semicolon and tab outside quotes.</summary>
    private static char SeparatorOf(ReadOnlySpan<byte> header)
    {
        Span<int> counts = stackalloc int[3];
        bool quoted = false;
        foreach (byte b in header)
        {
            quoted ^= b == '"';
            if (!quoted && ",;\t"u8.IndexOf(b) is >= 0 and var kind)
                counts[kind]++;
        }

        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';'
            : counts[2] > counts[0] ? '\t'
            : ',';
    }

    /// <summary>The id in the first column, for messages; null where there is none.</summary>
    internal string? Subject => OptionalText(_columns.All[0]);

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private void Refuse(CsvMalformedRecord row) =>
        _faults.Add(
            _file,
            row.LineNumber,
            row.Reason switch
            {
                CsvMalformedReason.FieldCountMismatch => "does not have as many fields as the header",
                CsvMalformedReason.UnterminatedQuote => "a quoted field is never closed",
                _ => "a quotation mark stands where none may; a field that has some is quoted as a whole, and each within is doubled",
            }
        );

    private CommunityFormatException Broken(CsvFormatException fault) =>
        new(_file, fault.LineNumber, "a row is longer than 1 MiB; is a quotation mark not closed?", fault);
}
