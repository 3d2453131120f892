namespace Matchmaking.Cli.Input;

/// <summary>A CSV file with named columns of member ids; columns beside those asked for are passed over.</summary>
internal static class IdTable
{
    /// <summary>The asked-for columns of every row, in order, each id checked against the community.</summary>
    /// <param name="path">The file.</param>
    /// <param name="community">Whose ids they are.</param>
    /// <param name="faults">Is told what is wrong with a row.</param>
    /// <param name="columns">The columns.</param>
    /// <exception cref="CommunityFormatException">The file, or a row of it, is not what it should be.</exception>
    public static List<string[]> Read(string path, Community community, RowFaults faults, params string[] columns)
    {
        using var table = TableReader.Open(path, TableColumns.Among(columns), faults);
        List<string[]> rows = [];
        while (table.Read())
        {
            if (
                Array.ConvertAll(columns, column => Fault(table, column, community)).FirstOrDefault(fault => fault is not null) is { } wrong
            )
                faults.Add(Path.GetFileName(path), table.Line, wrong);
            else
                rows.Add(Array.ConvertAll(columns, table.Text));
        }

        return rows;
    }

    private static string? Fault(TableReader table, string column, Community community) =>
        table.OptionalText(column) is not { } id ? ToolText.Of("ColumnEmpty", column)
        : community.Contains(id) ? null
        : ToolText.Of("NobodyInCommunity", id);
}
