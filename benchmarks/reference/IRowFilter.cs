namespace Matchmaking;

/// <summary>Who may be in an answer, and which of equals comes first.</summary>
internal interface IRowFilter
{
    bool Allows(int row);

    ulong TieBreak(int row);
}

/// <summary>Everybody but one row; equals by row.</summary>
internal readonly struct AllBut(int self) : IRowFilter
{
    public bool Allows(int row) => row != self;

    public ulong TieBreak(int row) => 0;
}
