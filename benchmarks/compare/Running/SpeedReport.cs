using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Matchmaking.Compare.Running;

/// <summary>
/// Keeps what was measured in <c>speed.json</c>, where a new run of a row replaces the old one, and writes it as <c>speed.md</c>.
/// </summary>
internal sealed class SpeedReport(string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private string JsonFile => Path.Combine(folder, "speed.json");

    public static string ToJson(IEnumerable<SpeedRow> rows) =>
        JsonSerializer.Serialize(
            rows.Select(r => new
            {
                r.Work,
                r.Ours,
                Note = r.Ours is null ? r.Result : null,
                Peer = r.PeerNote.Length > 0 ? $"{r.Peer}: {r.PeerNote}" : r.Peer,
                r.PeerSeconds,
                r.Ratio,
                r.Threads,
            }),
            Json
        );

    public void Add(IReadOnlyCollection<SpeedRow> rows)
    {
        Directory.CreateDirectory(folder);
        List<SpeedRow> all = File.Exists(JsonFile)
            ? JsonSerializer.Deserialize<List<SpeedRow>>(File.ReadAllText(JsonFile), Json) ?? []
            : [];
        all.RemoveAll(old => rows.Any(row => row.Work == old.Work));
        all.AddRange(rows);
        string[] order = [.. Comparisons.All.Select(c => c.Name)];
        all = [.. all.OrderBy(row => Array.IndexOf(order, row.Work))];
        File.WriteAllText(JsonFile, JsonSerializer.Serialize(all, Json) + "\n");
        File.WriteAllText(Path.Combine(folder, "speed.md"), ToMarkdown(all));
    }

    private static string ToMarkdown(IReadOnlyList<SpeedRow> rows)
    {
        var text = new StringBuilder(
            """
            # Speed, beside what one would use instead

            Written by `dotnet run -c Release --project benchmarks/compare`; figures are medians of runs in turn on the same files.
            Ratio is the peer's time divided by ours: above 1,
            ours is faster. Ours is timed after a second of warm-up, the peers without their imports.

            """
        );
        foreach (IGrouping<string, SpeedRow> machine in rows.GroupBy(r => r.Machine))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## {machine.Key}\n\n| name | work | ours | peer | its time | ratio | asked | reached | threads | runs | date "
                    + $"|\n|---|---|---|---|---|---|---|---|---|---|---|\n"
            );
            foreach (SpeedRow row in machine)
            {
                string theirs = row.PeerSeconds is { } s ? Duration.Format(s) : row.PeerNote;
                string ratio = row.Ratio is { } r ? Duration.Digits(r) : "";
                string met = row.Met switch
                {
                    true => "yes",
                    false => "**no**",
                    null => "",
                };
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {row.Work} | {row.Description}: {row.Result} | {(row.Ours is { } ours ? Duration.Format(ours) : "-")} | "
                        + $"{row.Peer} | {theirs} | {ratio} | {row.Asked} | {met} | {row.Threads} | {row.Runs} | {row.Date} |\n"
                );
            }

            string versions = string.Join(
                ", ",
                machine.SelectMany(r => r.PeerVersions.Split(", ", StringSplitOptions.RemoveEmptyEntries)).Distinct().Order()
            );
            if (versions.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $"\nPeers: {versions}.\n");
        }

        return text.ToString();
    }
}
