using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>The columns of a table; the first one names what a row is about.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TableColumns
{
    private readonly string[] _required;
    private readonly bool _othersAllowed;

    internal TableColumns(string[] required, string[] optional)
        : this(required, optional, othersAllowed: false) { }

    private TableColumns(string[] required, string[] optional, bool othersAllowed)
    {
        _required = required;
        _othersAllowed = othersAllowed;
        All = [.. required, .. optional];
    }

    /// <summary>These columns, all of them required; others may stand beside them and are passed over.</summary>
    public static TableColumns Among(params string[] required) => new(required, [], othersAllowed: true);

    /// <summary>The names, required ones first.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The position in the file of each column of <see cref="All"/>; -1 where it is not there.</summary>
    /// <exception cref="CommunityFormatException">A column is unknown, missing or there twice.</exception>
    internal int[] Locate(IReadOnlyList<string> header, string file, RowFaults faults)
    {
        int[] positions = new int[All.Count];
        Array.Fill(positions, -1);
        List<string> unknown = [];
        for (int i = 0; i < header.Count; i++)
        {
            string name = header[i].Trim();
            int column = IndexOf(name);
            if (column < 0 && _othersAllowed)
                continue;
            if (column < 0 && faults.Tolerant)
            {
                unknown.Add(name.Length == 0 ? FormattableString.Invariant($"column {i + 1} (without a name)") : $"'{name}'");
                continue;
            }

            if (column < 0)
                throw Fault(file, name.Length == 0 ? FormattableString.Invariant($"column {i + 1} has no name") : Unknown(name));
            if (positions[column] >= 0)
                throw Fault(file, $"the column '{All[column]}' stands twice");
            positions[column] = i;
        }

        foreach (string name in _required)
        {
            if (positions[IndexOf(name)] < 0)
                throw Fault(file, $"the column '{name}' is missing; required are {string.Join(", ", _required)}");
        }

        if (unknown.Count > 0)
            faults.Note(file, 1, $"passed over, as unknown columns: {string.Join(", ", unknown)}; known are {string.Join(", ", All)}");
        return positions;
    }

    internal int IndexOf(string name)
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
