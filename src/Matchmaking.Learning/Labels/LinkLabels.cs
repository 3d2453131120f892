namespace Matchmaking.Learning;

/// <summary>
/// Links that formed later in the community's own history, as labels: what a community has to learn from before anybody was introduced.
/// </summary>
internal static class LinkLabels
{
    /// <summary>
    /// Of what a moment consists at the default half-life of 60 days: windows of 90 days, a month apart, members active within 180 days.
    /// </summary>
    private const double WindowHalfLives = 1.5,
        StepHalfLives = .5,
        ActiveHalfLives = 3;

    /// <summary>The least history before a cut, in windows.</summary>
    private const double LeastHistory = 1;

    /// <summary>The fewest doings of an active member.</summary>
    private const int FewestDoings = 3;

    /// <summary>How many earlier moments are looked at: four to train on, as far before the latest as that is before now.</summary>
    public const int Count = 7;

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<CommunityIndex, IReadOnlyList<LinkMoment>> s_moments = [];

    /// <summary>The usual moments of a community, made once an index.</summary>
    public static IReadOnlyList<LinkMoment> MomentsOf(CommunityIndex index, CancellationToken cancellationToken = default) =>
        s_moments.GetValue(index, known => Moments(known, Count, cancellationToken));

    /// <summary>Earlier moments, latest first; none where the history is too short or nothing dated ever ties two.</summary>
    /// <param name="index">The community now.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyList<LinkMoment> Moments(CommunityIndex index, int count, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<(DateTimeOffset Cut, DateTimeOffset Until)> windows = Windows(index, count);
        var moments = new LinkMoment[windows.Count];
        Parallel.For(0, moments.Length, ParallelWork.Here(cancellationToken: cancellationToken), i =>
            moments[i] = Moment(index, windows[i].Cut, windows[i].Until)
        );
        return [.. moments.Where(moment => moment.Queries.Count > 0)];
    }

    /// <summary>When the cuts are and where their windows end, latest first. Where the history is short the windows are, too.</summary>
    public static IReadOnlyList<(DateTimeOffset Cut, DateTimeOffset Until)> Windows(CommunityIndex index, int count)
    {
        DateTimeOffset[] times = [.. Doings(index).Select(doing => doing.Time).Order()];
        if (times.Length == 0)
            return [];
        // The first hundredth may be one stray date of long ago.
        DateTimeOffset first = times[times.Length / 100],
            last = index.Network.Decay.Reference;
        TimeSpan window = index.Network.Decay.Slower(WindowHalfLives).HalfLife,
            step = index.Network.Decay.Slower(StepHalfLives).HalfLife;
        if ((last - first) / (1 + LeastHistory) < window)
            (window, step) = ((last - first) / (1 + LeastHistory + 1), (last - first) / (1 + LeastHistory + 1) / 3);
        if (window < TimeSpan.FromDays(1))
            return [];
        // The latest of all belongs to the window.
        DateTimeOffset end = last < DateTimeOffset.MaxValue ? last.AddTicks(1) : last;
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => (Cut: end - window - (step * i), Until: end - (step * i)))
                .Where(w => w.Cut - first >= window * LeastHistory),
        ];
    }

    /// <summary>One moment: the community as of a cut, and the first ties from then until the end of the window.</summary>
    public static LinkMoment Moment(CommunityIndex index, DateTimeOffset cut, DateTimeOffset until)
    {
        CommunityIndex before = index.AsOf(cut);
        int[] active = Active(before, cut, index.Network.Decay.Slower(ActiveHalfLives).HalfLife);
        bool[] counts = new bool[index.Members.Count];
        foreach (int member in active)
            counts[member] = true;
        Dictionary<int, Dictionary<int, DateTimeOffset>> ties = [];
        foreach ((int a, int b, DateTimeOffset time) in Ties(index, cut, until))
        {
            if (a == b || !counts[a] || !counts[b] || before.Network.AreTied(a, b))
                continue;
            First(a, b, time);
            First(b, a, time);
        }

        return new LinkMoment(before, cut, until, active, ties);

        void First(int from, int to, DateTimeOffset time)
        {
            if (!ties.TryGetValue(from, out var own))
                ties.Add(from, own = []);
            own[to] = own.TryGetValue(to, out DateTimeOffset known) && known < time ? known : time;
        }
    }

    private static IEnumerable<(int A, int B, DateTimeOffset Time)> Ties(CommunityIndex index, DateTimeOffset from, DateTimeOffset until)
    {
        foreach (Interaction interaction in index.Community.Interactions)
        {
            if (interaction.Time is { } time && time >= from && time < until)
                yield return (index.Community.IndexOf(interaction.FromId), index.Community.IndexOf(interaction.ToId), time);
        }

        // Two of a small activity are tied from when the second of them came; who came at an unknown time has always been there.
        AttendanceLog log = index.Network.Log;
        foreach (
            var activity in log
                .Visits.GroupBy(visit => log.Occasions[visit.Occasion].Activity)
                .Where(activity => log.Sizes[activity.Key] <= index.Options.SmallActivitySize)
        )
        {
            (int Member, DateTimeOffset Came)[] came =
            [
                .. activity.GroupBy(
                    visit => visit.Member,
                    (member, visits) => (member, visits.Min(visit => visit.Time ?? DateTimeOffset.MinValue))
                ),
            ];
            for (int i = 0; i < came.Length; i++)
            {
                for (int j = i + 1; j < came.Length; j++)
                {
                    DateTimeOffset tied = came[i].Came > came[j].Came ? came[i].Came : came[j].Came;
                    if (tied >= from && tied < until)
                        yield return (came[i].Member, came[j].Member, tied);
                }
            }
        }
    }

    /// <summary>
    /// Members with a few dated doings, the last of them lately; the rest come too rarely for anything to be said of the next weeks.
    /// </summary>
    private static int[] Active(CommunityIndex index, DateTimeOffset cut, TimeSpan lasts)
    {
        int[] doings = new int[index.Members.Count];
        bool[] lately = new bool[index.Members.Count];
        foreach ((int member, DateTimeOffset time) in Doings(index))
        {
            doings[member]++;
            lately[member] |= cut - time <= lasts;
        }

        return [.. Enumerable.Range(0, doings.Length).Where(member => lately[member] && doings[member] >= FewestDoings)];
    }

    private static IEnumerable<(int Member, DateTimeOffset Time)> Doings(CommunityIndex index)
    {
        DateTimeOffset end = index.Network.Decay.Reference;
        return index
            .Network.Log.Visits.Where(visit => visit.Time <= end)
            .Select(visit => (visit.Member, visit.Time!.Value))
            .Concat(
                index
                    .Community.Interactions.Where(row => row.Time <= end)
                    .SelectMany(row =>
                        new[]
                        {
                            (index.Community.IndexOf(row.FromId), row.Time!.Value),
                            (index.Community.IndexOf(row.ToId), row.Time!.Value),
                        }
                    )
            );
    }
}
