using System.Diagnostics;
using System.Globalization;
using System.Text;
using Matchmaking.Compare.Running;

namespace Matchmaking.Compare.Growth;

/// <summary>Measures at three sizes and writes <c>growth.md</c> and <c>growth.png</c>, anew after each size.</summary>
internal static class GrowthReport
{
    private static readonly int[] s_sizes = [10_000, 100_000, 1_000_000];

    public static void Run(string dataFolder, string folder, int runs, TextWriter log, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var measurement = new GrowthMeasurement(dataFolder, runs, log);
        foreach (int members in s_sizes)
        {
            measurement.Tags(members, cancellationToken);
            if (Fits(members) is { } missing)
                measurement.Notes.Add(missing);
            else
                measurement.Community(members, cancellationToken);
            GrowthChart.Save(Path.Combine(folder, "growth.png"), measurement.Figures);
            File.WriteAllText(Path.Combine(folder, "growth.md"), ToMarkdown(measurement, runs));
        }
    }

    /// <summary>
    /// Whether a community of ten times the last one's size fits, by what that one took at the most; null where it does, else what to tell.
    /// </summary>
    private static string? Fits(int members)
    {
        GC.Collect();
        GCMemoryInfo memory = GC.GetGCMemoryInfo();
        using var process = Process.GetCurrentProcess();
        double needed = members == s_sizes[0] ? 0 : 10.0 * process.PeakWorkingSet64,
            free = memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes;
        return needed <= free
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{members:#,0} members: a whole community needs some {GrowthFigure.Bytes(needed)} while it is made, and "
                    + $"{GrowthFigure.Bytes(free)} were free: not measured."
            );
    }

    private static string ToMarkdown(GrowthMeasurement measurement, int runs)
    {
        int[] sizes = [.. measurement.Figures.Select(figure => figure.Members).Distinct()];
        var text = new StringBuilder(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                # Speed and size as a community grows

                Written by `dotnet run -c Release --project benchmarks/compare -- --growth` on {DateTime.UtcNow:yyyy-MM-dd}.
                {Machine.Describe()}. Medians of {runs} runs after one for the compiler; calls on one thread, build, save and load on all.
                Shared interests and needs × offers are searched alone, in the tags of `gen_data.py`;
                the rest is a generated community with interests, offers, needs, texts and
                a network (`CommunityGenerator`). `Upsert` gives members others' profiles while nobody asks;
                a matchmaker in memory is counted with its members and all rows of the network.
                The last column says how much a figure grows from the smallest size to the largest, while the members grow
                {sizes[^1] / sizes[0]} ×.

                ![Growth of calls, builds and memory](growth.png)

                """
            )
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n| | {string.Join(" | ", sizes.Select(size => size.ToString("#,0", CultureInfo.InvariantCulture)))} | growth "
                + $"|\n|---|{string.Concat(sizes.Select(_ => "---:|"))}---:|\n"
        );
        foreach (
            IGrouping<(GrowthKind Kind, string Name), GrowthFigure> row in measurement
                .Figures.GroupBy(figure => (figure.Kind, figure.Name))
                .OrderBy(row => row.Key.Kind)
        )
        {
            GrowthFigure[] known = [.. row.OrderBy(figure => figure.Members)];
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Key.Name} | "
                    + $"{string.Join(" | ", sizes.Select(size => known.FirstOrDefault(figure => figure.Members == size)?.Text ?? "–"))} |"
            );
            text.Append(CultureInfo.InvariantCulture, $" {Duration.Digits(known[^1].Value / known[0].Value)} × |\n");
        }

        text.Append('\n');
        foreach (string note in measurement.Notes)
            text.Append(CultureInfo.InvariantCulture, $"- {note}\n");
        return text.ToString();
    }
}
