namespace Matchmaking.Bounds;

/// <summary>Which members a segment was built of, and in which row each stands. Immutable but for <see cref="Activity"/>.</summary>
internal sealed class SegmentRows
{
    private readonly int[]? _positions;

    /// <param name="index">The community.</param>
    /// <param name="positions">Of whom, ascending; null: of all.</param>
    /// <param name="width">How wide to compute.</param>
    public SegmentRows(CommunityIndex index, int[]? positions, SimdWidth width)
    {
        (_positions, Width) = (positions, width);
        Count = positions?.Length ?? index.Members.Count;
        Activity = positions is null ? index.ActivityBounds : new ActivityBounds(Array.ConvertAll(positions, index.Network.ActivityLevel));
    }

    /// <summary>How wide to compute.</summary>
    public SimdWidth Width { get; }

    /// <summary>How many they are.</summary>
    public int Count { get; }

    /// <summary>Whether row and position are the same: it was built of all members there were.</summary>
    public bool IsWhole => _positions is null;

    /// <summary>Who they are, ascending; empty where they are all.</summary>
    public ReadOnlySpan<int> Positions => _positions;

    /// <summary>How active each is at most, by row; raised by changes.</summary>
    public ActivityBounds Activity { get; }

    /// <summary>The position of the member in a row.</summary>
    public int PositionOf(int row) => _positions is null ? row : _positions[row];

    /// <summary>The row of the member at a position; below 0 where there is none.</summary>
    public int RowOf(int position) =>
        _positions is not null ? Array.BinarySearch(_positions, position)
        : position < Count ? position
        : -1;
}
