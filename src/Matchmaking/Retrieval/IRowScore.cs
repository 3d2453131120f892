namespace Matchmaking.Retrieval;

/// <summary>
/// The exact score of a row, for a search that knows only bounds. Structs, so that a search is compiled for each and calls nothing.
/// </summary>
internal interface IRowScore
{
    /// <summary>The score that decides.</summary>
    double Score(int row);

    /// <summary>Whether the row may be in the answer. Asked only of rows that would be.</summary>
    bool Allows(int row);

    /// <summary>Which of equals comes first: the smaller number, then the smaller row.</summary>
    ulong TieBreak(int row);
}
