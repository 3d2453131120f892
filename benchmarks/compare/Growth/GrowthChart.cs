using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Matchmaking.Compare.Growth;

/// <summary>The figures over the number of members, both axes logarithmic, with a line of what grows as the members do.</summary>
internal static class GrowthChart
{
    private const int Width = 1700;
    private const int Height = 680;

    private static readonly string[] s_colours = ["#1f77b4", "#d95f02", "#1b9e77", "#7b3294"];

    public static void Save(string path, IReadOnlyList<GrowthFigure> figures)
    {
        var chart = new Multiplot();
        chart.AddPlots(3);
        chart.Layout = new ScottPlot.MultiplotLayouts.Columns();
        Draw(chart.GetPlot(0), "One call: median (solid), 99 of 100 (dashed)", "time, log scale", figures, GrowthKind.Call);
        Draw(chart.GetPlot(1), "The whole community", "time, log scale", figures, GrowthKind.Whole);
        Draw(chart.GetPlot(2), "Memory and file", "size, log scale", figures, GrowthKind.Size);
        chart.SavePng(path, Width, Height);
    }

    private static void Draw(Plot plot, string title, string label, IReadOnlyList<GrowthFigure> all, GrowthKind kind)
    {
        GrowthFigure[] figures = [.. all.Where(figure => figure.Kind == kind)];
        // The median and the slowest hundredth of one thing share a colour.
        List<string> things = [.. figures.Select(Thing).Distinct()];
        AddLinear(plot, figures);
        foreach (IGrouping<string, GrowthFigure> series in figures.GroupBy(figure => figure.Name))
        {
            GrowthFigure[] points = [.. series.OrderBy(figure => figure.Members)];
            var line = plot.Add.Scatter(
                points.Select(point => Math.Log10(point.Members)).ToArray(),
                points.Select(point => Math.Log10(point.Value)).ToArray()
            );
            bool tail = series.Key.EndsWith("p99", StringComparison.Ordinal);
            line.LegendText = tail ? "" : Thing(points[0]);
            line.Color = Color.FromHex(s_colours[things.IndexOf(Thing(points[0])) % s_colours.Length]);
            line.LineWidth = 2;
            line.MarkerSize = 8;
            line.LinePattern = tail ? LinePattern.Dashed : LinePattern.Solid;
        }

        plot.Title(title);
        plot.XLabel("members, log scale");
        plot.YLabel(label);
        plot.Axes.Bottom.TickGenerator = Decades(figures.Select(figure => (double)figure.Members), members =>
            members.ToString("#,0", CultureInfo.InvariantCulture)
        );
        plot.Axes.Left.TickGenerator = Decades(figures.Select(figure => figure.Value), value =>
            kind == GrowthKind.Size ? GrowthFigure.Bytes(value) : Duration.Format(value)
        );
        plot.Axes.Margins(.08, .08);
        plot.Axes.Right.MinimumSize = 45; // the last label's half
        plot.ShowLegend(Edge.Bottom);
    }

    /// <summary>From the least figure of the smallest community on, ten times as much for ten times the members.</summary>
    private static void AddLinear(Plot plot, GrowthFigure[] figures)
    {
        int smallest = figures.Min(figure => figure.Members),
            largest = figures.Max(figure => figure.Members);
        double from = figures.Where(figure => figure.Members == smallest).Min(figure => figure.Value);
        var line = plot.Add.Line(Math.Log10(smallest), Math.Log10(from), Math.Log10(largest), Math.Log10(from * largest / smallest));
        line.LegendText = "in proportion to the members";
        line.Color = Colors.Gray;
        line.LinePattern = LinePattern.Dotted;
    }

    private static string Thing(GrowthFigure figure) =>
        figure.Name.Replace(", p50", "", StringComparison.Ordinal).Replace(", p99", "", StringComparison.Ordinal);

    /// <summary>A labelled line at each power of ten, and small ticks between them.</summary>
    private static NumericManual Decades(IEnumerable<double> values, Func<double, string> format)
    {
        double[] all = [.. values];
        var ticks = new NumericManual();
        for (int power = (int)Math.Floor(Math.Log10(all.Min())); power <= (int)Math.Ceiling(Math.Log10(all.Max())); power++)
        {
            ticks.AddMajor(power, format(Math.Pow(10, power)));
            for (int digit = 2; digit < 10; digit++)
                ticks.AddMinor(power + Math.Log10(digit));
        }

        return ticks;
    }
}
