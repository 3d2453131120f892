namespace Matchmaking.Indexing;

/// <summary>The topics of each row, ascending, in flat arrays (CSR without values).</summary>
/// <param name="TopicCount">Topics are below it.</param>
/// <param name="Starts">Where each row starts, and where the last ends.</param>
/// <param name="Topics">Of all rows.</param>
internal sealed record TopicRows(int TopicCount, int[] Starts, int[] Topics)
{
    public int RowCount => Starts.Length - 1;

    public ReadOnlySpan<int> Of(int row) => Topics.AsSpan(Starts[row]..Starts[row + 1]);
}
