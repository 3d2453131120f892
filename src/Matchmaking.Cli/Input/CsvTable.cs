using System.Globalization;
using System.Text;
using CsvHelper;

namespace Matchmaking.Cli.Input;

/// <summary>A CSV file with named columns of member ids; columns beside those asked for are passed over.</summary>
internal static class CsvTable
{
    private static readonly CsvReaderOptions s_options = new()
    {
        Separator = ',',
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    /// <summary>The asked-for columns of every row, in order, each id checked against the community.</summary>
    public static List<string[]> Read(string path, Community community, params string[] columns) => Read(path, community, null, columns);

    /// <param name="path">The file.</param>
    /// <param name="community">Whose ids they are.</param>
    /// <param name="leaveOut">Is told what is wrong with a row, which is left out; null: the first such row is a fault of the file.</param>
    /// <param name="columns">The columns.</param>
    public static List<string[]> Read(string path, Community community, Action<string>? leaveOut, params string[] columns)
    {
        string file = Path.GetFileName(path);
        using var text = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        using var csv = CsvReader.Create(text, leaveOut is null ? s_options : Lenient(file, leaveOut), leaveOpen: true);
        try
        {
            csv.ReadHeader();
            if (csv.Headers.Count == 0)
                throw new InputException($"{file} is empty; its first line must name the columns {string.Join(',', columns)}");

            int[] indexes = [.. columns.Select(column => IndexOf(column, csv, file))];
            List<string[]> rows = [];
            while (csv.Read())
            {
                if (
                    Array.ConvertAll(indexes, index => Fault(csv, index, community)).FirstOrDefault(fault => fault is not null)
                    is not { } wrong
                )
                    rows.Add(Array.ConvertAll(indexes, csv.GetString));
                else if (leaveOut is null)
                    throw new InputException($"{At(file, csv.LineNumber)}: {wrong}");
                else
                    leaveOut($"{At(file, csv.LineNumber)}: {wrong}");
            }

            return rows;
        }
        catch (CsvFormatException exception)
        {
            throw new InputException($"{At(file, exception.LineNumber)}: {exception.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw new InputException($"{file}: is not UTF-8");
        }
    }

    private static int IndexOf(string column, CsvReader csv, string file) =>
        csv.TryGetFieldIndex(column, out int index) ? index : throw new InputException($"{file}, line 1: there is no column '{column}'");

    private static string? Fault(CsvReader csv, int index, Community community)
    {
        string id = csv.GetString(index);
        return id.Length == 0 ? $"the column '{csv.Headers[index]}' is empty"
            : community.Contains(id) ? null
            : $"the community has no member with the id '{id}'";
    }

    private static CsvReaderOptions Lenient(string file, Action<string> leaveOut) =>
        s_options with
        {
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = row =>
                leaveOut(
                    $"{At(file, row.LineNumber)}: "
                        + (
                            row.Reason == CsvMalformedReason.FieldCountMismatch
                                ? "does not have as many fields as the header"
                                : "a quotation mark stands where none may"
                        )
                ),
        };

    private static string At(string file, long line) => string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}");
}
