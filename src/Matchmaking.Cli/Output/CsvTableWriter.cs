using System.Globalization;
using CsvHelper;

namespace Matchmaking.Cli.Output;

/// <summary>Writes the tool's CSV: numbers so that they read back as they were, whatever the machine's language.</summary>
internal sealed class CsvTableWriter : IDisposable
{
    private static readonly CsvWriterOptions s_options = new() { NewLine = "\n", FormatProvider = CultureInfo.InvariantCulture };

    private readonly CsvWriter _csv;

    public CsvTableWriter(TextWriter writer, params string[] columns)
    {
        _csv = CsvWriter.Create(writer, s_options, leaveOpen: true);
        _csv.WriteRecord(columns);
    }

    public CsvTableWriter Field(string value)
    {
        _csv.WriteField(value);
        return this;
    }

    public CsvTableWriter Field(int value) => Field(value.ToString(CultureInfo.InvariantCulture));

    public CsvTableWriter Field(double value) => Field(value.ToString("R", CultureInfo.InvariantCulture));

    public void EndRow() => _csv.EndRecord();

    public void Dispose() => _csv.Dispose();
}
