namespace Quickstart;

/// <summary>A clock that stands still, so that invented data do not grow old.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
