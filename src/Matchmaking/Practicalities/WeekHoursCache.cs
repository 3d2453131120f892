using System.Collections.Concurrent;

namespace Matchmaking.Practicalities;

/// <summary>
/// Every member's hours of one week, each worked out when first asked for and kept while changes come and go: a slot belongs to one
/// profile, and another profile at its position takes it over. Any number of threads may ask; two may work out the same, and come to the
/// same.
/// </summary>
/// <param name="assumed">The local hours of those who tell a time zone and no hours; they are the same for all of a zone.</param>
internal sealed class WeekHoursCache(IReadOnlyList<WeeklyWindow> assumed)
{
    private volatile Week _week = new(default, []);

    public WeekHours? Of(DateOnly firstDay, int position, Member member)
    {
        Week week = _week;
        // Yesterday's week is of no use to anybody any more.
        if (week.FirstDay != firstDay || position >= week.Slots.Length)
            _week = week = week.FirstDay == firstDay ? week.Grown(position) : new Week(firstDay, new Slot?[position + 1024]);
        if (Volatile.Read(ref week.Slots[position]) is { } slot && ReferenceEquals(slot.Member, member))
            return slot.Hours;
        WeekHours? hours = WeekHours.Of(member, firstDay) ?? Assumed(week, member);
        Volatile.Write(ref week.Slots[position], new Slot(member, hours));
        return hours;
    }

    private WeekHours? Assumed(Week week, Member member) =>
        member.TimeZone is { } zone && assumed.Count > 0
            ? week.Zones.GetOrAdd(
                zone,
                static (name, by) => WeekHours.Assumed(name, by.Windows, by.Day),
                (Windows: assumed, Day: week.FirstDay)
            )
            : null;

    /// <summary>Forgets who was at a position.</summary>
    public void Forget(int position)
    {
        Week week = _week;
        if (position < week.Slots.Length)
            Volatile.Write(ref week.Slots[position], null);
    }

    private sealed record Slot(Member Member, WeekHours? Hours);

    private sealed record Week(DateOnly FirstDay, Slot?[] Slots)
    {
        public ConcurrentDictionary<string, WeekHours> Zones { get; } = new(StringComparer.Ordinal);

        public Week Grown(int position)
        {
            var slots = new Slot?[Math.Max(position + 1024, 2 * Slots.Length)];
            Slots.CopyTo(slots, 0);
            return this with { Slots = slots };
        }
    }
}
