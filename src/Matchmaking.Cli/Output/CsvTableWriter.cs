using System.Buffers;
using System.Globalization;
using CsvHelper;

namespace Matchmaking.Cli.Output;

/// <summary>Writes the tool's CSV: numbers so that they read back as they were, whatever the machine's language.</summary>
internal sealed class CsvTableWriter : IDisposable
{
    private static readonly CsvWriterOptions s_options = new() { NewLine = "\n", FormatProvider = CultureInfo.InvariantCulture };

    private static readonly SearchValues<char> s_formulas = SearchValues.Create("=+-@\t\r");

    private readonly CsvWriter _csv;

    public CsvTableWriter(TextWriter writer, params string[] columns)
    {
        _csv = CsvWriter.Create(writer, s_options, leaveOpen: true);
        _csv.WriteRecord(columns);
    }

    /// <summary>
    /// A text. One that a spreadsheet would take for a formula has an apostrophe before it, which says that it is a text (OWASP: CSV
    /// injection).
    /// </summary>
    public CsvTableWriter Field(string value) => Write(value is [var first, ..] && s_formulas.Contains(first) ? $"'{value}" : value);

    public CsvTableWriter Field(int value) => Write(value.ToString(CultureInfo.InvariantCulture));

    public CsvTableWriter Field(double value) => Write(value.ToString("R", CultureInfo.InvariantCulture));

    private CsvTableWriter Write(string field)
    {
        _csv.WriteField(field);
        return this;
    }

    public void EndRow() => _csv.EndRecord();

    public void Dispose() => _csv.Dispose();
}
