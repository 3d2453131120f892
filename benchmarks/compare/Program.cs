using System.CommandLine;
using System.Text;
using Matchmaking.Compare;
using Matchmaking.Compare.Gaming;
using Matchmaking.Compare.Growth;
using Matchmaking.Compare.Running;

// Ours beside the peers, on the same files: see CONTRIBUTING.md.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var only = new Option<string[]>("--only") { Description = "One row, by its name; may be repeated.", HelpName = "NAME" };
only.AcceptOnlyFromAmong([.. Comparisons.All.Select(c => c.Name)]);
var runs = new Option<int>("--runs") { Description = "How often each side runs, 3 or more.", DefaultValueFactory = _ => 3 };
runs.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 3)
        result.AddError("--runs takes 3 or more: a median of fewer says little");
});
var bench = new Option<string>("--bench")
{
    Description = "Folder of gen_data.py and the shared peers' scripts; also MATCHMAKING_BENCH.",
    HelpName = "FOLDER",
    DefaultValueFactory = _ =>
        Environment.GetEnvironmentVariable("MATCHMAKING_BENCH") ?? Path.Combine(Repository.Root, "..", "shared", "bench"),
};
var data = new Option<string>("--data")
{
    Description = "Folder that the workloads are kept in.",
    HelpName = "FOLDER",
    DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "matchmaking-bench-data"),
};
var results = new Option<string>("--results")
{
    Description = "Folder that speed.md is written to.",
    HelpName = "FOLDER",
    DefaultValueFactory = _ => Path.Combine(Repository.Root, "benchmarks", "results"),
};
var python = new Option<string>("--python")
{
    Description = "The Python that has the peers.",
    HelpName = "FILE",
    DefaultValueFactory = _ => "/usr/bin/python3",
};
var json = new Option<bool>("--json") { Description = "Print the rows as JSON." };
var list = new Option<bool>("--list") { Description = "Name the rows and end." };
var growth = new Option<bool>("--growth")
{
    Description = "Measure ours at 10,000, 100,000 and 1,000,000 members instead, and write growth.md and growth.png.",
};
var gaming = new Option<bool>("--gaming")
{
    Description = "Try what makes a member be shown more than they are worth instead, and write gaming.md.",
};
var root = new RootCommand("Runs ours and the peers in turn on the same workloads and writes benchmarks/results/speed.md.")
{
    only,
    runs,
    bench,
    data,
    results,
    python,
    json,
    list,
    growth,
    gaming,
};
root.SetAction(
    (parsed, cancellationToken) =>
    {
        if (parsed.GetValue(list))
        {
            foreach (IComparison comparison in Comparisons.All)
                Console.WriteLine($"{comparison.Name, -24} {comparison.Work}");
            return Task.FromResult(0);
        }

        if (parsed.GetValue(gaming))
        {
            GamingReport.Run(parsed.GetRequiredValue(results), Console.Error, cancellationToken);
            return Task.FromResult(0);
        }

        string[] names = parsed.GetValue(only) ?? [];
        IComparison[] chosen = [.. Comparisons.All.Where(c => names.Length == 0 || names.Contains(c.Name))];
        string benchFolder = Path.GetFullPath(parsed.GetRequiredValue(bench));
        string dataFolder = Path.GetFullPath(parsed.GetRequiredValue(data));
        string interpreter = parsed.GetRequiredValue(python);
        bool growing = parsed.GetValue(growth);
        var workloads = new Workloads(interpreter, benchFolder, dataFolder, Console.Error);
        if (growing)
        {
            workloads.Ensure("C", cancellationToken);
            GrowthReport.Run(dataFolder, parsed.GetRequiredValue(results), parsed.GetValue(runs), Console.Error, cancellationToken);
            return Task.FromResult(0);
        }

        var comparer = new Comparer(
            new PeerRunner(interpreter, benchFolder, dataFolder),
            workloads,
            dataFolder,
            parsed.GetValue(runs),
            Console.Error
        );
        var report = new SpeedReport(parsed.GetRequiredValue(results));
        var rows = new List<SpeedRow>();
        foreach (IComparison comparison in chosen)
        {
            rows.Add(comparer.Run(comparison, cancellationToken));
            // At once: an hour's run that is broken off keeps what it measured.
            report.Add([rows[^1]]);
        }

        if (parsed.GetValue(json))
            Console.WriteLine(SpeedReport.ToJson(rows));
        return Task.FromResult(0);
    }
);
return await root.Parse(args).InvokeAsync();
