using System.Text.Json.Serialization;

namespace Matchmaking.Evaluation;

/// <summary>How good one method was at a task.</summary>
public sealed record MethodResult
{
    /// <summary>The method: "learned" is the library after learning, "rules" with no learning; the others are what it must beat.</summary>
    [JsonPropertyName("method")]
    public required string Method { get; init; }

    /// <summary>
    /// The metrics by name ("ndcg@10", "recall@10", "mrr", "auc", "precision@10", "map"; of pairs also "ap", "auc-by-asker",
    /// "mutual-hits@5", "log-loss", "brier"; of rounds "met-later", "served", "exposure-gini", "score").
    /// </summary>
    [JsonPropertyName("metrics")]
    public required IReadOnlyDictionary<string, MetricSummary> Metrics { get; init; }
}
