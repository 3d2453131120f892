namespace Matchmaking;

/// <summary>A clock that stands still: for answers as of a time, and so that what is invented or past does not grow old.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
