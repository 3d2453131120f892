namespace Matchmaking.Indexing;

/// <summary>What was introduced when: the basis of caps, cool-downs and mentors' free places. Immutable; a changed copy is cheap.</summary>
/// <remarks>
/// A time span is held to what has passed, never added to a moment: "never again" (<see cref="TimeSpan.MaxValue"/>) ends after the calendar
/// does.
/// </remarks>
internal sealed class IntroductionLedger
{
    private static readonly TimeSpan s_month = TimeSpan.FromDays(30);

    private readonly PersistentArray<Entry[]?> _entries;
    private readonly PersistentArray<Member> _members;
    private readonly MatchmakerOptions _options;

    private IntroductionLedger(PersistentArray<Entry[]?> entries, PersistentArray<Member> members, MatchmakerOptions options) =>
        (_entries, _members, _options) = (entries, members, options);

    public static IntroductionLedger Of(LiveCommunity community, MatchmakerOptions options)
    {
        var entries = PersistentArray<Entry[]>.Blank(community.Members.Count).Edit();
        foreach (Outcome outcome in community.Outcomes.Rows)
            Enter(entries, community.IndexOf(outcome.FromId), community.IndexOf(outcome.ToId), outcome);
        return new IntroductionLedger(entries.ToArray(), community.Members, options);
    }

    /// <summary>With what members tell now.</summary>
    public IntroductionLedger With(LiveCommunity community) => new(_entries, community.Members, _options);

    public IntroductionLedger With(LiveCommunity community, Outcome outcome)
    {
        var entries = _entries.Edit();
        Enter(entries, community.IndexOf(outcome.FromId), community.IndexOf(outcome.ToId), outcome);
        return new IntroductionLedger(entries.ToArray(), community.Members, _options);
    }

    /// <summary>Without a member who was removed.</summary>
    public IntroductionLedger Without(LiveCommunity community, int member)
    {
        var entries = _entries.Edit();
        foreach (Entry entry in Of(member))
            entries[entry.Partner] = [.. entries[entry.Partner]!.Where(other => other.Partner != member)];
        if (member < entries.Count)
            entries[member] = null;
        return new IntroductionLedger(entries.ToArray(), community.Members, _options);
    }

    /// <summary>Whether the two were introduced not long ago, or one of them said no not very long ago.</summary>
    public bool IsCoolingDown(int a, int b, DateTimeOffset now) =>
        TryFind(a, b, out Entry entry) && (now - entry.Last < _options.CoolDown || now - entry.LastDecline < _options.CoolDownAfterDecline);

    /// <summary>Whether one of the two said no to the other not very long ago.</summary>
    public bool HasDeclined(int a, int b, DateTimeOffset now) =>
        TryFind(a, b, out Entry entry) && now - entry.LastDecline < _options.CoolDownAfterDecline;

    /// <summary>Whether the member had as many introductions within 30 days as they want.</summary>
    public bool HasReachedCap(int member, DateTimeOffset now)
    {
        if (_members[member].Availability?.IntroductionsPerMonth is not { } cap)
            return false;
        int count = 0;
        foreach (Entry entry in Of(member))
        {
            if (now - entry.Last < s_month)
                count++;
        }

        return count >= cap;
    }

    /// <summary>How many introductions the member had within 30 days.</summary>
    public int IntroducedThisMonth(int member, DateTimeOffset now) => Of(member).Count(entry => now - entry.Last < s_month);

    /// <summary>How many introductions the member still wants within 30 days; a great many where there is no cap.</summary>
    public int IntroductionsLeft(int member, DateTimeOffset now) =>
        _members[member].Availability?.IntroductionsPerMonth is { } cap
            ? Math.Max(0, cap - IntroducedThisMonth(member, now))
            : int.MaxValue;

    /// <summary>Whether the two were introduced within 30 days.</summary>
    public bool CountsThisMonth(int a, int b, DateTimeOffset now) => TryFind(a, b, out Entry entry) && now - entry.Last < s_month;

    /// <summary>Whether a mentee takes up one of a mentor's places.</summary>
    public bool IsMentoring(int mentor, int mentee, DateTimeOffset now) =>
        _members[mentee].Mentoring is { SeeksMentor: true }
        && TryFind(mentor, mentee, out Entry entry)
        && now - entry.LastYes < _options.MentoringPeriod;

    /// <summary>The share of a mentor's places that are free, in [0, 1].</summary>
    public double FreeMentoringShare(int mentor, DateTimeOffset now)
    {
        if (_members[mentor].Mentoring is not { Mentors: true, Capacity: > 0 } mentoring)
            return 0;
        int taken = 0;
        foreach (Entry entry in Of(mentor))
        {
            if (_members[entry.Partner].Mentoring is { SeeksMentor: true } && now - entry.LastYes < _options.MentoringPeriod)
                taken++;
        }

        return Math.Max(0, mentoring.Capacity - taken) / (double)mentoring.Capacity;
    }

    private Entry[] Of(int member) => member < _entries.Count ? _entries[member] ?? [] : [];

    private bool TryFind(int a, int b, out Entry found)
    {
        foreach (Entry entry in Of(a))
        {
            if (entry.Partner == b)
            {
                found = entry;
                return true;
            }
        }

        found = default;
        return false;
    }

    private static void Enter(PersistentArray<Entry[]?>.Editor entries, int from, int to, Outcome outcome)
    {
        One(from, to);
        One(to, from);

        void One(int member, int partner)
        {
            while (entries.Count <= member)
                entries.Add(null);
            Entry[] own = entries[member] ?? [];
            int at = Array.FindIndex(own, entry => entry.Partner == partner);
            own = at < 0 ? [.. own, new Entry(partner, default, null, null)] : [.. own];
            at = at < 0 ? own.Length - 1 : at;
            own[at] = own[at].With(outcome);
            entries[member] = own;
        }
    }

    private readonly record struct Entry(int Partner, DateTimeOffset Last, DateTimeOffset? LastDecline, DateTimeOffset? LastYes)
    {
        public Entry With(Outcome outcome)
        {
            // What has no time may have been just now, at any moment that is asked about.
            DateTimeOffset time = outcome.Time ?? DateTimeOffset.MaxValue;
            return new(
                Partner,
                Latest(Last, time),
                outcome.Kind == OutcomeKind.Declined ? Latest(LastDecline, time) : LastDecline,
                outcome.Kind is OutcomeKind.Accepted or OutcomeKind.Met ? Latest(LastYes, time) : LastYes
            );
        }

        private static DateTimeOffset Latest(DateTimeOffset? a, DateTimeOffset b) => a > b ? a.Value : b;
    }
}
