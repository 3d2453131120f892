using System.Diagnostics;

namespace Matchmaking.Compare.Running;

/// <summary>Makes the shared workloads in a cache folder, each once: a mark is left when a workload is whole.</summary>
internal sealed class Workloads(string python, string benchFolder, string dataFolder, TextWriter log)
{
    /// <exception cref="IOException">The generator is not there, or fails.</exception>
    public void Ensure(IEnumerable<char> letters, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(dataFolder);
        foreach (char letter in letters.Distinct().Order())
        {
            string mark = Path.Combine(dataFolder, $".{letter}.complete");
            if (File.Exists(mark))
                continue;
            log.WriteLine($"generating workload {letter} in {dataFolder}");
            string script = Path.Combine(benchFolder, "gen_data.py");
            if (!File.Exists(script) || !File.Exists(python))
                throw new FileNotFoundException($"the workloads need {script} and {python}; --bench names another folder");
            var start = new ProcessStartInfo(python, [script, letter.ToString()]);
            start.Environment["DATA"] = dataFolder;
            ProcessOutput run = ProcessOutput.Of(start, TimeSpan.FromMinutes(30), cancellationToken);
            if (run.ExitCode != 0)
                throw new IOException($"gen_data.py {letter} failed: {run.Error}");
            File.WriteAllText(mark, "");
        }
    }
}
