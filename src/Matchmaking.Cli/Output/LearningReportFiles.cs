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
            throw new InputException($"--report: {folder} is a file; it takes a folder");
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--report: the folder {folder} cannot be made: {exception.Message}");
        }
    }

    /// <param name="report">What is written.</param>
    /// <param name="folder">Where; it is there.</param>
    /// <param name="output">Is told which pictures there are not, and why.</param>
    public static void Write(LearningReport report, string folder, TextWriter output)
    {
        WriteText("report.txt", PrintableText.Of(report.ToString(), lines: true));
        WriteText("report.json", report.ToJson() + "\n");
        Draw("reliability.png", report.Uses.Count > 0, "nothing was held out to measure on", Reliability);
        Draw("importance.png", report.Importance.Count > 0, "no new model is used that could rest on anything", Importance);

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
            output.Write($"{name} is not written: {whyNot}.\n");
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
        ideal.LegendText = "as predicted";
        foreach (LearnedUse use in report.Uses)
        {
            var line = plot.Add.Scatter(
                use.Calibration.Reliability.Select(row => row.Predicted).ToArray(),
                use.Calibration.Reliability.Select(row => row.Observed).ToArray()
            );
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
        plot.Title("What the model rests on");
        plot.XLabel("loss of AUC when shuffled");
        return plot;
    }
}
