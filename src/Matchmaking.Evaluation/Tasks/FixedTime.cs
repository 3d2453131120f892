namespace Matchmaking.Evaluation;

/// <summary>A clock that stands at the cut, so that the library sees the community as on that day.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
