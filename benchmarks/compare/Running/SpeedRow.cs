namespace Matchmaking.Compare.Running;

/// <summary>A measured row, as it is kept in <c>speed.json</c>; <c>--json</c> prints the part that the table's readers compare.</summary>
internal sealed record SpeedRow
{
    public required string Work { get; init; }
    public required string Description { get; init; }

    /// <summary>Null: it was not measured, and <see cref="Result"/> says why.</summary>
    public double? Ours { get; init; }
    public required string Result { get; init; }
    public required string Peer { get; init; }
    public required string PeerVersions { get; init; }
    public double? PeerSeconds { get; init; }
    public required string PeerNote { get; init; }
    public double? Ratio { get; init; }
    public required string Asked { get; init; }
    public bool? Met { get; init; }
    public required int Threads { get; init; }
    public required int Runs { get; init; }
    public required string Date { get; init; }
    public required string Machine { get; init; }
}
