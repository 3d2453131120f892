namespace Matchmaking;

/// <summary>Which of those nearest by one part of a score to list.</summary>
public sealed record NearestOptions
{
    internal static NearestOptions Default { get; } = new();

    /// <summary>How many at the most, 1..1,000,000. Default 10; there are fewer where fewer have anything of the part.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public int Count
    {
        get;
        init => field = Guard.InRange(value, 1, 1_000_000);
    } = 10;

    /// <summary>The least score, in [0, 1]. Default 0; whose score is 0 is not listed in any case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside [0, 1] or not a number.</exception>
    public double MinimumScore
    {
        get;
        init => field = Guard.InRange(value, 0, 1);
    }
}
