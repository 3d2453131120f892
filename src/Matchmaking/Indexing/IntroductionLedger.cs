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

    /// <summary>
    /// Whether the two met within the time that mentoring takes, or one of them said yes and none no; a no after they met ends it.
    /// </summary>
    public bool HaveAgreed(int a, int b, DateTimeOffset now) =>
        TryFind(a, b, out Entry entry) && now - entry.Agreed < _options.MentoringPeriod;

    /// <summary>With how many of those who count a member has agreed (<see cref="HaveAgreed"/>).</summary>
    /// <param name="member">The member.</param>
    /// <param name="now">The moment.</param>
    /// <param name="state">Is given to <paramref name="counts"/>.</param>
    /// <param name="counts">Whether somebody counts.</param>
    public int CountAgreed<TState>(int member, DateTimeOffset now, TState state, Func<TState, int, bool> counts)
    {
        int count = 0;
        foreach (Entry entry in Of(member))
            count += now - entry.Agreed < _options.MentoringPeriod && counts(state, entry.Partner) ? 1 : 0;
        return count;
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
        One(from, to, own: true);
        One(to, from, own: false);

        void One(int member, int partner, bool own)
        {
            while (entries.Count <= member)
                entries.Add(null);
            Entry[] all = entries[member] ?? [];
            int at = Array.FindIndex(all, entry => entry.Partner == partner);
            all = at < 0 ? [.. all, new Entry(partner, default, null, null, null, null)] : [.. all];
            at = at < 0 ? all.Length - 1 : at;
            all[at] = all[at].With(outcome, own);
            entries[member] = all;
        }
    }

    private readonly record struct Entry(
        int Partner,
        DateTimeOffset Last,
        DateTimeOffset? LastDecline,
        DateTimeOffset? LastMeeting,
        Answer? Own,
        Answer? Theirs
    )
    {
        /// <summary>When the two met last, or one said yes last; null where neither is so, or a no stands against it.</summary>
        public DateTimeOffset? Agreed
        {
            get
            {
                if (LastMeeting is { } met)
                    return IsNoAfter(Own, met) || IsNoAfter(Theirs, met) ? null : Later(Later(met, YesOf(Own)), YesOf(Theirs));
                return Own is { IsYes: false } || Theirs is { IsYes: false } ? null : Later(YesOf(Own), YesOf(Theirs));
            }
        }

        public Entry With(Outcome outcome, bool own)
        {
            // What has no time may have been just now, at any moment that is asked about.
            DateTimeOffset time = outcome.Time ?? DateTimeOffset.MaxValue;
            Answer? answer = outcome.Kind is OutcomeKind.Accepted or OutcomeKind.Declined
                ? new Answer(outcome.Kind == OutcomeKind.Accepted, time)
                : null;
            return this with
            {
                Last = Last > time ? Last : time,
                LastDecline = outcome.Kind == OutcomeKind.Declined ? Later(LastDecline, time) : LastDecline,
                LastMeeting = outcome.Kind is OutcomeKind.Met or OutcomeKind.Rated ? Later(LastMeeting, time) : LastMeeting,
                Own = own ? Newer(Own, answer) : Own,
                Theirs = own ? Theirs : Newer(Theirs, answer),
            };

            static Answer? Newer(Answer? known, Answer? answer) =>
                answer is { } told && !(known is { } before && before.Time > told.Time) ? told : known;
        }

        private static bool IsNoAfter(Answer? answer, DateTimeOffset met) => answer is { IsYes: false } no && no.Time >= met;

        private static DateTimeOffset? YesOf(Answer? answer) => answer is { IsYes: true } yes ? yes.Time : null;

        private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b : a;
    }

    private readonly record struct Answer(bool IsYes, DateTimeOffset Time);
}
