using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>What is old counts less: 2^(−age / half-life), the age seen from the latest time stamp in the data.</summary>
/// <remarks>From which moment the age is counted changes no order, since it multiplies everything by the same number.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TimeDecay(DateTimeOffset reference, TimeSpan halfLife)
{
    /// <summary>The moment at which everything counts in full.</summary>
    public DateTimeOffset Reference => reference;

    /// <summary>After how long something counts half.</summary>
    public TimeSpan HalfLife => halfLife;

    /// <summary>The weight of a moment, in (0, 1]; 1 for what is undated or yet to come.</summary>
    public double Of(DateTimeOffset? time) => time is { } t && t < reference ? Math.Pow(0.5, (reference - t) / halfLife) : 1;

    /// <summary>What is left at a later moment of what counts in full at the <see cref="Reference"/>.</summary>
    internal double Between(DateTimeOffset now) => now > reference ? Math.Pow(0.5, (now - reference) / halfLife) : 1;

    /// <summary>With a half-life so many times as long, or the longest there is.</summary>
    public TimeDecay Slower(double times) =>
        new(reference, halfLife.Ticks * times < TimeSpan.MaxValue.Ticks ? halfLife * times : TimeSpan.MaxValue);

    /// <summary>Seen from the latest time stamp that is not after now.</summary>
    internal static TimeDecay For(Community community, MatchmakerOptions options)
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        DateTimeOffset? latest = community
            .Activities.Select(a => a.Time)
            .Concat(community.Participations.Where(p => !community[p.MemberId].WithholdsActivities).Select(p => p.Time))
            .Concat(community.Interactions.Select(i => i.Time))
            .Concat(community.Outcomes.Select(o => o.Time))
            .Where(time => time <= now)
            .Max();
        return new TimeDecay(latest ?? now, options.HalfLife);
    }
}
