using System.Text.Json.Serialization;

namespace Matchmaking.Evaluation;

/// <summary>How good one method was at a task.</summary>
public sealed record MethodResult
{
    /// <summary>The method: "rules" is the library with no learning, "random" and "popularity" are what it must beat.</summary>
    [JsonPropertyName("method")]
    public required string Method { get; init; }

    /// <summary>The metrics by name ("ndcg@10", "recall@10", "mrr", "auc", "precision@10", "map").</summary>
    [JsonPropertyName("metrics")]
    public required IReadOnlyDictionary<string, MetricSummary> Metrics { get; init; }
}
