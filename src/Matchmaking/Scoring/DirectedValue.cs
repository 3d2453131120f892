namespace Matchmaking;

/// <summary>A part's value for each side of a pair, each in [0, 1].</summary>
internal readonly record struct DirectedValue(double Forward, double Backward)
{
    public static DirectedValue Both(double value) => new(value, value);
}
