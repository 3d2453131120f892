using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaking.Benchmarks;

/// <summary>From a community to answers: making the vectors and the network, one member's introductions, one pair's score.</summary>
[MemoryDiagnoser]
public class MatchmakerBenchmarks
{
    private readonly MatchmakerOptions _options = new() { TimeProvider = new FakeTimeProvider(CommunityGenerator.Today) };
    private Community _community = null!;
    private Matchmaker _matchmaker = null!;
    private int _next;

    [Params(10_000)]
    public int Members { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _community = new CommunityGenerator(Members).Generate();
        _matchmaker = Matchmaker.Create(_community, _options);
    }

    [Benchmark]
    public Matchmaker Create() => Matchmaker.Create(_community, _options);

    [Benchmark]
    public IReadOnlyList<Introduction> Suggest() => _matchmaker.Suggest(NextId());

    [Benchmark]
    public IReadOnlyList<RankedMember> Rank() => _matchmaker.Rank(NextId());

    [Benchmark]
    public PairScore Score() => _matchmaker.Score(NextId(), NextId());

    [Benchmark]
    public IReadOnlyList<ActivitySuggestion> SuggestActivities() => _matchmaker.SuggestActivities(NextId());

    /// <summary>Another member every time, so that no answer comes from a cache that a platform's requests would not hit.</summary>
    private string NextId()
    {
        _next = (_next + 7919) % _community.Members.Count;
        return _community.Members[_next].Id;
    }
}
