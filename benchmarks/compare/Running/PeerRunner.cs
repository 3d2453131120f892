using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Matchmaking.Compare.Running;

/// <summary>Starts the peers' scripts with Debian's Python, whose packages they come from.</summary>
internal sealed class PeerRunner(string python, string benchFolder, string dataFolder)
{
    private readonly Dictionary<string, string?> _versions = [];

    /// <summary>The versions of the peer's packages, or null and the first one missing.</summary>
    public (string? Versions, string? Missing) Find(PythonPeer peer)
    {
        if (!File.Exists(python))
            return (null, python);
        var found = new List<string>();
        foreach (string package in peer.Packages)
        {
            if (Version(package) is not { } version)
                return (null, package);
            found.Add($"{package} {version}");
        }

        return (string.Join(", ", found), null);
    }

    public PeerResult Run(PythonPeer peer, int threads, CancellationToken cancellationToken)
    {
        string script = peer.IsOurs ? Path.Combine(AppContext.BaseDirectory, "peers", peer.Script) : Path.Combine(benchFolder, peer.Script);
        if (!File.Exists(script))
            return PeerResult.None($"no {peer.Script}");
        ProcessOutput run = Start([script, .. peer.Arguments], threads, TimeSpan.FromMinutes(peer.TimeLimit), cancellationToken);
        if (run.ExitCode != 0)
            return PeerResult.None(run.ExitCode is null ? $"given up after {peer.TimeLimit} minutes" : $"failed: {LastLine(run.Error)}");

        string? line = run.Output.Split('\n').FirstOrDefault(l => l.Contains(peer.Line, StringComparison.Ordinal));
        Match figure = Regex.Match(line ?? "", peer.Figure);
        return
            figure.Success
            && double.TryParse(figure.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
            ? new PeerResult(seconds * peer.Scale, line!.Trim())
            : PeerResult.None($"printed no line with '{peer.Line}'");
    }

    private string? Version(string package)
    {
        if (!_versions.TryGetValue(package, out string? version))
        {
            ProcessOutput run = Start(
                ["-c", $"import {package}; print({package}.__version__)"],
                1,
                TimeSpan.FromMinutes(1),
                CancellationToken.None
            );
            version = _versions[package] = run.ExitCode == 0 ? run.Output.Trim() : null;
        }

        return version;
    }

    private ProcessOutput Start(string[] arguments, int threads, TimeSpan limit, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(python, arguments);
        start.Environment["DATA"] = dataFolder;
        string count = threads.ToString(CultureInfo.InvariantCulture);
        start.Environment["OMP_NUM_THREADS"] = count;
        start.Environment["OPENBLAS_NUM_THREADS"] = count;
        // Two thread pools that spin fight over two cores, and the peer looks slower than it is.
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        return ProcessOutput.Of(start, limit, cancellationToken);
    }

    private static string LastLine(string text) => text.Trim().Split('\n')[^1];
}
