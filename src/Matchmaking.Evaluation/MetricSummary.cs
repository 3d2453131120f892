using System.Text.Json.Serialization;

namespace Matchmaking.Evaluation;

/// <summary>A metric over the seeds of a protocol.</summary>
/// <param name="Mean">The mean over the seeds of the mean over the queries, in [0, 1].</param>
/// <param name="Spread">The standard deviation (n − 1) over the seeds; 0 where there is one seed.</param>
public readonly record struct MetricSummary(
    [property: JsonPropertyName("mean")] double Mean,
    [property: JsonPropertyName("spread")] double Spread);
