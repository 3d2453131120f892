using Matchmaking.Evaluation;

namespace Matchmaking.Cli.Output;

/// <summary>What came of one task.</summary>
/// <param name="Task">Its name.</param>
/// <param name="Report">What was measured; null where it could not be.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="LeftOut">Why it could not be measured.</param>
internal sealed record MeasuredTask(string Task, EvaluationReport? Report, TimeSpan Elapsed, string? LeftOut)
{
    /// <summary>A method's figure; null where it was not measured.</summary>
    public MetricSummary? this[string method, string metric] =>
        Report?.Results.FirstOrDefault(result => result.Method == method)?.Metrics is { } metrics
        && metrics.TryGetValue(metric, out MetricSummary summary)
            ? summary
            : null;
}
