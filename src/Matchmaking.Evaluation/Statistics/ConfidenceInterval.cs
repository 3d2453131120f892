using System.Text.Json.Serialization;

namespace Matchmaking.Evaluation;

/// <summary>Where a figure would lie with other people of the same kind.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct ConfidenceInterval(
    [property: JsonPropertyName("low")] double Low,
    [property: JsonPropertyName("high")] double High
)
{
    /// <summary>Whether a value lies in the interval, ends among it.</summary>
    /// <param name="value">The value: 0, say, for a difference.</param>
    public bool Contains(double value) => value >= Low && value <= High;
}
