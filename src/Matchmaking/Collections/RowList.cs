namespace Matchmaking.Collections;

/// <summary>One of the <see cref="RowLists"/>.</summary>
internal readonly struct RowList(ReadOnlyMemory<int> first, int[] added)
{
    public int Count => first.Length + added.Length;

    public int this[int index] => index < first.Length ? first.Span[index] : added[index - first.Length];
}
