using System.Diagnostics;
using System.Globalization;

namespace Matchmaking.Compare;

/// <summary>How long each stage of a round took.</summary>
internal sealed class Stages : IProgress<WorkProgress>
{
    private readonly Lock _lock = new();
    private readonly List<(string Stage, long Start)> _stages = [];

    public void Report(WorkProgress value)
    {
        lock (_lock)
        {
            if (_stages.Count == 0 || _stages[^1].Stage != value.Stage)
                _stages.Add((value.Stage, Stopwatch.GetTimestamp()));
        }
    }

    /// <summary>"looking for candidates 4.1 s, matching 0.9 s".</summary>
    public string Text()
    {
        long end = Stopwatch.GetTimestamp();
        long EndOf(int stage) => stage + 1 < _stages.Count ? _stages[stage + 1].Start : end;
        return string.Join(
            ", ",
            _stages.Select(
                (stage, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{stage.Stage.ToLowerInvariant()} {Stopwatch.GetElapsedTime(stage.Start, EndOf(i)).TotalSeconds:0.0} s"
                    )
            )
        );
    }
}
