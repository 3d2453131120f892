namespace Matchmaking.Members;

/// <summary>One of the CSV tables: its columns, and how a row becomes a record.</summary>
internal abstract class Table<T>(string subject, TableColumns columns)
    where T : class
{
    /// <summary>
    /// Hands each row that is sound in itself to <paramref name="add"/>, which answers with what is wrong with it all the same, or null.
    /// </summary>
    public void Read(Stream stream, string file, RowFaults faults, Func<T, long, string?> add)
    {
        using var rows = new TableReader(stream, file, columns, faults);
        while (rows.Read())
        {
            string? message;
            Exception? cause = null;
            try
            {
                message = add(ReadRow(rows), rows.Line);
            }
            catch (FormatException fault)
            {
                message = Named(rows, fault.Message);
                cause = fault;
            }
            catch (ArgumentException fault)
            {
                message = Named(rows, FaultText.Of(fault));
                cause = fault;
            }

            if (message is not null)
                faults.Add(file, rows.Line, message, cause);
        }
    }

    /// <exception cref="FormatException">A field is not what it should be.</exception>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    protected abstract T ReadRow(TableReader row);

    private string Named(TableReader row, string message) => row.Subject is { } id ? $"{subject} '{id}': {message}" : message;
}
