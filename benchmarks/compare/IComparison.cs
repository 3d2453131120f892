namespace Matchmaking.Compare;

/// <summary>
/// One row: a piece of work that ours and a peer do on the same files. A row is one file in <c>Rows</c>, and is listed in
/// <see cref="Comparisons"/>.
/// </summary>
internal interface IComparison
{
    /// <summary>What <c>--only</c> takes.</summary>
    string Name { get; }

    /// <summary>What is done, on how much; a row that is limited (fewer rows, one run of the peer) says so here.</summary>
    string Work { get; }

    /// <summary>The letters that <c>gen_data.py</c> takes for the files read here; empty: none.</summary>
    string Workloads { get; }

    Target Asked { get; }

    /// <summary>How many threads both sides get.</summary>
    int Threads { get; }

    /// <summary>Whom we are compared with; null where there is nobody.</summary>
    PythonPeer? Peer { get; }

    /// <summary>
    /// What <see cref="Measurement.OtherSeconds"/> are of, where there is no peer with a script: ours under other conditions, or a peer in
    /// .NET; null where a run measures one thing.
    /// </summary>
    string? Other => null;

    /// <summary>Reads the files and makes ready whatever is not timed; the function returned is one timed run of ours.</summary>
    Func<Measurement> Prepare(string folder);
}
