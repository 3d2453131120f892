using CsvHelper;

namespace Matchmaking.Cli.Input;

/// <summary>
/// Ids with commas between, on the command line: a row of CSV, so that an id with a comma in it stands in quotes: <c>'a,"c, d"'</c>.
/// </summary>
internal static class IdList
{
    private static readonly CsvReaderOptions s_options = new()
    {
        Separator = ',',
        HasHeader = false,
        TrimWhitespace = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>The ids; null where quotation marks stand where none may.</summary>
    public static string[]? Parse(string text)
    {
        using var csv = CsvReader.Create(new StringReader(text), s_options, leaveOpen: false);
        try
        {
            string[] ids = csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).Where(id => id.Length > 0)] : [];
            return csv.Read() ? null : ids;
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }
}
