using Matchmaking.Evaluation;
using ScottPlot;

namespace Matchmaking.Cli.Output;

/// <summary>
/// All goals in one picture. Their metrics live on different scales, so each bar shows how much of the way from chance to the reach was
/// made: 0 % is what chance scores, 100 % the reach.
/// </summary>
internal static class QualityChart
{
    private static readonly (string Name, string Colour)[] s_series =
    [
        ("published baseline", "#9aa5b1"),
        ("rules", "#4c9be8"),
        ("learned", "#1f6f4a"),
    ];

    public static void Save(string path, IReadOnlyList<MeasuredTask> tasks)
    {
        using var plot = new Plot();
        List<Tick> ticks = [];
        foreach (MeasuredTask task in tasks)
        {
            foreach (Goal goal in task.Report?.Goals ?? [])
            {
                double chance = task["random", goal.Metric]?.Mean ?? 0;
                double?[] values = [goal.Baseline, task["rules", goal.Metric]?.Mean, task["learned", goal.Metric]?.Mean];
                AddBars(
                    plot,
                    ticks.Count,
                    [.. values.Select(value => value is { } v ? 100 * (v - chance) / (goal.Reach - chance) : (double?)null)]
                );
                ticks.Add(new Tick(ticks.Count, $"{task.Task.Replace("nashville-", "", StringComparison.Ordinal)}\n{goal.Metric}"));
            }
        }

        var reach = plot.Add.HorizontalLine(100);
        reach.Color = Colors.Black;
        reach.LinePattern = LinePattern.Dashed;
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. ticks]);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Axes.Margins(bottom: 0);
        plot.HideGrid();
        plot.Title("From chance (0 %) to the reach (100 %)");
        plot.YLabel("% of the way");
        plot.Legend.ManualItems =
        [
            .. s_series.Select(series => new LegendItem { LabelText = series.Name, FillColor = Color.FromHex(series.Colour) }),
        ];
        plot.ShowLegend(Edge.Right);
        plot.SavePng(path, 1300, 500);
    }

    private static void AddBars(Plot plot, int place, double?[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
                plot.Add.Bar(
                    new Bar
                    {
                        Position = place + ((i - 1) * 0.27),
                        Value = value,
                        Size = 0.25,
                        FillColor = Color.FromHex(s_series[i].Colour),
                        LineWidth = 0,
                    }
                );
        }
    }
}
