using ScottPlot;

namespace Matchmaking.Cli.Output;

/// <summary>A learning report as files: text, JSON, and pictures of what probabilities are worth and what the model rests on.</summary>
internal static class LearningReportFiles
{
    private const int Width = 900;
    private const int Height = 700;
    private const int BarsShown = 20;

    public static void Write(LearningReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "report.txt"), report.ToString());
        File.WriteAllText(Path.Combine(folder, "report.json"), report.ToJson() + "\n");
        using (Plot reliability = Reliability(report))
            reliability.SavePng(Path.Combine(folder, "reliability.png"), Width, Height);
        using (Plot importance = Importance(report))
            importance.SavePng(Path.Combine(folder, "importance.png"), Width, Height);
    }

    private static Plot Reliability(LearningReport report)
    {
        var plot = new Plot();
        double most = report.Uses.SelectMany(use => use.Calibration.Reliability).Select(row => Math.Max(row.Predicted, row.Observed)).DefaultIfEmpty(1).Max();
        var ideal = plot.Add.Line(0, 0, most, most);
        ideal.LinePattern = LinePattern.Dashed;
        ideal.LegendText = "as predicted";
        foreach (LearnedUse use in report.Uses)
        {
            var line = plot.Add.Scatter(
                use.Calibration.Reliability.Select(row => row.Predicted).ToArray(), use.Calibration.Reliability.Select(row => row.Observed).ToArray());
            line.LegendText = use.Name;
            line.MarkerSize = 8;
        }

        plot.Title("Probabilities on held-out pairs");
        plot.XLabel("predicted");
        plot.YLabel("observed");
        plot.ShowLegend(Alignment.UpperLeft);
        return plot;
    }

    private static Plot Importance(LearningReport report)
    {
        var plot = new Plot();
        // The strongest on top: bars go upwards.
        FeatureImportance[] shown = [.. report.Importance.Take(BarsShown).Reverse()];
        plot.Add.Bars(shown.Select((feature, i) => new Bar { Position = i, Value = feature.Loss, Orientation = Orientation.Horizontal }).ToArray());
        plot.Axes.Left.SetTicks([.. Enumerable.Range(0, shown.Length).Select(i => (double)i)], [.. shown.Select(feature => feature.Name)]);
        plot.Title("What the model rests on");
        plot.XLabel("loss of AUC when shuffled");
        return plot;
    }
}
