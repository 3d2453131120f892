using System.Text.Json.Serialization;

namespace Matchmaking.Evaluation;

/// <summary>A metric over the seeds of a protocol.</summary>
/// <param name="Mean">The mean over the seeds of the figure over the queries or pairs; in [0, 1] but for "log-loss".</param>
/// <param name="Spread">The standard deviation (n − 1) over the seeds; 0 where there is one seed.</param>
public readonly record struct MetricSummary(
    [property: JsonPropertyName("mean")] double Mean,
    [property: JsonPropertyName("spread")] double Spread
)
{
    /// <summary>The 95 % bootstrap interval over people or evenings; null where it was not computed.</summary>
    [JsonPropertyName("interval")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>
    /// The 95 % bootstrap interval of the figure less that of the method "rules" on the same people or evenings: 0 inside says that the two
    /// may be alike. Null for all methods but "learned", and where there are no rules to compare with.
    /// </summary>
    [JsonPropertyName("beyondRules")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConfidenceInterval? BeyondRules { get; init; }
}
