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
    public static List<string[]> Read(string path, Community community, params string[] columns)
    {
        string file = Path.GetFileName(path);
        using var text = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        using var csv = CsvReader.Create(text, s_options, leaveOpen: true);
        try
        {
            csv.ReadHeader();
            if (csv.Headers.Count == 0)
                throw new InputException($"{file} is empty; its first line must name the columns {string.Join(',', columns)}");

            int[] indexes = [.. columns.Select(column => IndexOf(column, csv, file))];
            List<string[]> rows = [];
            while (csv.Read())
                rows.Add([.. indexes.Select(index => MemberId(csv, index, file, community))]);
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

    private static int IndexOf(string column, CsvReader csv, string file) => csv.TryGetFieldIndex(column, out int index)
        ? index
        : throw new InputException($"{file}, line 1: there is no column '{column}'");

    private static string MemberId(CsvReader csv, int index, string file, Community community)
    {
        string id = csv.GetString(index);
        if (id.Length == 0)
            throw new InputException($"{At(file, csv.LineNumber)}: the column '{csv.Headers[index]}' is empty");
        return community.Contains(id) ? id : throw new InputException($"{At(file, csv.LineNumber)}: the community has no member with the id '{id}'");
    }

    private static string At(string file, long line) => string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}");
}
