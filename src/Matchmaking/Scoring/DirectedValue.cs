using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>A part's value for each side of a pair, each in [0, 1].</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DirectedValue(double Forward, double Backward)
{
    internal static DirectedValue Both(double value) => new(value, value);
}
