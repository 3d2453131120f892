using System.Text.Json.Serialization;

namespace Matchmaking.Evaluation;

/// <summary>What the library, having learned, is to reach at a task.</summary>
/// <param name="Metric">The metric's name in <see cref="MethodResult.Metrics"/>.</param>
/// <param name="Baseline">What the best of the known methods reached by the same protocol, published with the data.</param>
/// <param name="Reach">What is to be reached at the least.</param>
public readonly record struct Goal(
    [property: JsonPropertyName("metric")] string Metric,
    [property: JsonPropertyName("baseline")] double Baseline,
    [property: JsonPropertyName("reach")] double Reach
)
{
    /// <summary>The goals of each task.</summary>
    internal static IReadOnlyList<Goal> Of(string task) =>
        task switch
        {
            NashvilleTasks.Introductions => [new("ndcg@10", 0.141, 0.165)],
            NashvilleTasks.Bridges => [new("ndcg@10", 0.028, 0.043)],
            NashvilleTasks.NewGroups => [new("ndcg@10", 0.258, 0.272)],
            NashvilleTasks.SmallGroups => [new("ndcg@10", 0.346, 0.41)],
            SpeedDatingTasks.Cold => [new("auc", 0.571, 0.575)],
            SpeedDatingTasks.Warm => [new("auc", 0.739, 0.745)],
            LazegaTask.Name => [new("auc", 0.846, 0.865), new("ndcg@10", 0.642, 0.72)],
            _ => [],
        };
}
