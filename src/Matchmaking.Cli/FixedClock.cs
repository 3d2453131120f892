namespace Matchmaking.Cli;

/// <summary>A clock that stands still, for answers as of a time (<c>--at</c>).</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
