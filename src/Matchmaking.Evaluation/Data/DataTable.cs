namespace Matchmaking.Evaluation;

/// <summary>Reads a table of a data set; a fault names file and line.</summary>
internal static class DataTable
{
    public static List<T> Read<T>(string path, string[] columns, Func<TableReader, T> row)
    {
        using var table = TableReader.Open(path, TableColumns.Among(columns), new RowFaults(lenient: false));
        List<T> rows = [];
        while (table.Read())
        {
            try
            {
                rows.Add(row(table));
            }
            catch (Exception e)
                when (e is FormatException or OverflowException or KeyNotFoundException or ArgumentException or MemberNotFoundException)
            {
                throw new CommunityFormatException(Path.GetFileName(path), table.Line, e.Message, e);
            }
        }

        return rows;
    }
}
