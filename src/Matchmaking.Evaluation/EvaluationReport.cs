using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Evaluation;

/// <summary>How good the methods were at one task.</summary>
public sealed partial record EvaluationReport
{
    /// <summary>The task, one of <see cref="Evaluator.Tasks"/>.</summary>
    [JsonPropertyName("task")]
    public required string Task { get; init; }

    /// <summary>A result a method; the library's own first.</summary>
    [JsonPropertyName("results")]
    public required IReadOnlyList<MethodResult> Results { get; init; }

    /// <summary>What the method "learned" is to reach; empty where nothing was laid down.</summary>
    [JsonPropertyName("goals")]
    public IReadOnlyList<Goal> Goals { get; init; } = [];

    /// <summary>
    /// The report as JSON: <c>{"task": …, "results": [{"method": …, "metrics": {"ndcg@10": {"mean": …, "spread": …}, …}}, …], "goals":
    /// [{"metric": …, "baseline": …, "reach": …}]}</c>; a metric of pairs has an <c>"interval": {"low": …, "high": …}</c> besides.
    /// </summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Default.EvaluationReport);

    [JsonSourceGenerationOptions(WriteIndented = true)]
    [JsonSerializable(typeof(EvaluationReport))]
    private sealed partial class ReportJson : JsonSerializerContext;
}
