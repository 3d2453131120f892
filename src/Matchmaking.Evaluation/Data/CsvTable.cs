using CsvHelper;

namespace Matchmaking.Evaluation;

/// <summary>Reads a table of a data set; a fault names file and line.</summary>
internal static class CsvTable
{
    private static readonly CsvReaderOptions s_options = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MissingField = CsvMissingFieldHandling.Throw,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    public static List<T> Read<T>(string path, Func<CsvReader, T> row)
    {
        string name = Path.GetFileName(path);
        if (!File.Exists(path))
            throw new CommunityFormatException(name, 0, "the file is missing");
        using CsvReader csv = CsvReader.FromFile(path, s_options);
        List<T> rows = [];
        try
        {
            while (csv.Read())
                rows.Add(row(csv));
        }
        catch (Exception e)
            when (e
                    is CsvFormatException
                        or FormatException
                        or OverflowException
                        or KeyNotFoundException
                        or ArgumentException
                        or MemberNotFoundException
            )
        {
            throw new CommunityFormatException(name, csv.LineNumber, e.Message, e);
        }

        return rows;
    }
}
