using Matchmaking.Benchmarks;

namespace Matchmaking.Compare;

/// <summary>Stands at the day on which the generated community's data end.</summary>
internal sealed class Clock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => CommunityGenerator.Today;
}
