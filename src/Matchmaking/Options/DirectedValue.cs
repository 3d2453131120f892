namespace Matchmaking;

/// <summary>What each side of a pair gains by one part, each in [0, 1].</summary>
/// <param name="Forward">What the first member gains from meeting the second.</param>
/// <param name="Backward">What the second member gains from meeting the first.</param>
public readonly record struct DirectedValue(double Forward, double Backward)
{
    /// <summary>The same for both.</summary>
    /// <param name="value">The value, in [0, 1].</param>
    public static DirectedValue Both(double value) => new(value, value);
}
