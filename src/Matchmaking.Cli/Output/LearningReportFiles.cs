using System.Text;
using ScottPlot;

namespace Matchmaking.Cli.Output;

/// <summary>A learning report as files: text, JSON, and pictures of what probabilities are worth and what the model rests on.</summary>
internal static class LearningReportFiles
{
    private const int Width = 900;
    private const int Height = 700;
    private const int BarsShown = 20;

    /// <summary>Makes the folder; whatever stands against it is told by the option's name.</summary>
    public static void Prepare(string folder)
    {
        if (File.Exists(folder))
            throw new InputException(ToolText.Of("ReportIsAFile", folder));
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(ToolText.Of("ReportFolder", folder, exception.Message));
        }
    }

    /// <param name="report">What is written.</param>
    /// <param name="folder">Where; it is there.</param>
    /// <param name="output">Is told which pictures there are not, and why.</param>
    public static void Write(LearningReport report, string folder, TextWriter output)
    {
        WriteText("report.txt", PrintableText.Of(report.ToString(), lines: true));
        WriteText("report.json", report.ToJson() + "\n");
        Draw("reliability.png", report.Uses.Count > 0, ToolText.Of("NothingHeldOut"), Reliability);
        Draw("importance.png", report.Importance.Count > 0, ToolText.Of("NoNewModel"), Importance);

        void WriteText(string name, string text) =>
            WholeFile.Write(Path.Combine(folder, name), stream => stream.Write(Encoding.UTF8.GetBytes(text)));

        void Draw(string name, bool hasAny, string whyNot, Func<LearningReport, Plot> plot)
        {
            string path = Path.Combine(folder, name);
            if (hasAny)
            {
                using Plot drawn = plot(report);
                drawn.SavePng(path, Width, Height);
                return;
            }

            // One from an earlier run would be taken for this one's.
            File.Delete(path);
            output.Write(ToolText.Of("NotWritten", name, whyNot) + "\n");
        }
    }

    private static Plot Reliability(LearningReport report)
    {
        var plot = new Plot();
        double most = report
            .Uses.SelectMany(use => use.Calibration.Reliability)
            .Select(row => Math.Max(row.Predicted, row.Observed))
            .DefaultIfEmpty(1)
            .Max();
        var ideal = plot.Add.Line(0, 0, most, most);
        ideal.LinePattern = LinePattern.Dashed;
        ideal.LegendText = ToolText.Of("AsPredicted");
        foreach (LearnedUse use in report.Uses)
        {
            var line = plot.Add.Scatter(
                use.Calibration.Reliability.Select(row => row.Predicted).ToArray(),
                use.Calibration.Reliability.Select(row => row.Observed).ToArray()
            );
            line.LegendText = use.Name;
            line.MarkerSize = 8;
        }

        plot.Title(ToolText.Of("ReliabilityTitle"));
        plot.XLabel(ToolText.Of("Predicted"));
        plot.YLabel(ToolText.Of("Observed"));
        plot.ShowLegend(Alignment.UpperLeft);
        return plot;
    }

    private static Plot Importance(LearningReport report)
    {
        var plot = new Plot();
        // The strongest on top: bars go upwards.
        FeatureImportance[] shown = [.. report.Importance.Take(BarsShown).Reverse()];
        plot.Add.Bars(
            shown
                .Select(
                    (feature, i) =>
                        new Bar
                        {
                            Position = i,
                            Value = feature.Loss,
                            Orientation = Orientation.Horizontal,
                        }
                )
                .ToArray()
        );
        plot.Axes.Left.SetTicks(
            [.. Enumerable.Range(0, shown.Length).Select(i => (double)i)],
            [.. shown.Select(feature => feature.Description)]
        );
        plot.Title(ToolText.Of("ImportanceTitle"));
        plot.XLabel(ToolText.Of("ImportanceAxis"));
        return plot;
    }
}
