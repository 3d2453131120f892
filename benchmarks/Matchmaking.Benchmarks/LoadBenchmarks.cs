using BenchmarkDotNet.Attributes;

namespace Matchmaking.Benchmarks;

/// <summary>From files to a checked community.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private string _folder = "";

    [Params(10_000)]
    public int Members { get; set; }

    [GlobalSetup]
    public void Setup() => _folder = CommunityFolder.Write(new CommunityGenerator(Members).Generate());

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public Community Load() => Community.Load(_folder);
}
