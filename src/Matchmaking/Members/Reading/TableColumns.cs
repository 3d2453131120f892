namespace Matchmaking.Members;

/// <summary>The columns of a table; the first one names the member or activity that a row is about.</summary>
internal sealed class TableColumns(string[] required, string[] optional)
{
    public IReadOnlyList<string> All { get; } = [.. required, .. optional];

    /// <summary>The position in the file of each column of <see cref="All"/>; -1 where it is not there.</summary>
    /// <exception cref="CommunityFormatException">A column is unknown, missing or there twice.</exception>
    public int[] Locate(IReadOnlyList<string> header, string file)
    {
        int[] positions = new int[All.Count];
        Array.Fill(positions, -1);
        for (int i = 0; i < header.Count; i++)
        {
            string name = header[i].Trim();
            int column = IndexOf(name);
            if (column < 0)
                throw Fault(file, name.Length == 0 ? FormattableString.Invariant($"column {i + 1} has no name") : Unknown(name));
            if (positions[column] >= 0)
                throw Fault(file, $"the column '{All[column]}' stands twice");
            positions[column] = i;
        }

        foreach (string name in required)
        {
            if (positions[IndexOf(name)] < 0)
                throw Fault(file, $"the column '{name}' is missing; required are {string.Join(", ", required)}");
        }

        return positions;
    }

    public int IndexOf(string name)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (string.Equals(All[i], name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    private string Unknown(string name) =>
        name.Contains(';', StringComparison.Ordinal) || name.Contains('\t', StringComparison.Ordinal)
            ? "columns must be separated by commas"
            : $"unknown column '{name}'; known are {string.Join(", ", All)}";

    private static CommunityFormatException Fault(string file, string message) => new(file, 1, FaultText.Printable(message));
}
