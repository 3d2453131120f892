namespace Matchmaking.Rounds;

/// <summary>
/// Serves those whom the construction left out: a group or two are taken apart, and their members, who was left out and some others without
/// a group are divided anew, exactly; where that serves more, it stays (large neighbourhood search; Shaw 1998). Bounded in tries, not in
/// time, so that the answer is the same on every machine.
/// </summary>
internal sealed class LargeNeighbourhoodSearch(
    RoundContext context,
    GroupUnits units,
    GroupConstraints constraints,
    GroupSeats seats,
    ExactGrouping exact
)
{
    /// <summary>
    /// How many divisions are tried in all, how many units each takes, and how many groups are looked at for one unit and how many of them
    /// are taken apart.
    /// </summary>
    private const int MostTries = 1000,
        Few = 12,
        GroupsLookedAt = 300,
        Chosen = 5;

    private int _tries;

    public void Run()
    {
        bool served = true;
        while (served && _tries < MostTries)
        {
            served = false;
            foreach (int unit in Unseated())
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                if (_tries < MostTries && seats.GroupOf(unit) < 0)
                    served |= TryServe(unit);
            }
        }
    }

    private int[] Unseated() =>
        [.. seats.Unseated().OrderByDescending(unit => units.All[unit].Max(context.Past.Precedence)).ThenBy(unit => unit)];

    private bool TryServe(int unit)
    {
        // Those with whom it may be, and rather others without a group.
        int[] alone = [.. Unseated().Where(other => other != unit).OrderByDescending(other => Fit(unit, other))];
        if (TryWith(unit, [], alone))
            return true;
        int[] groups =
        [
            .. Enumerable
                .Range(0, Math.Min(seats.Groups.Length, GroupsLookedAt))
                .Select(i => (unit + i) % seats.Groups.Length)
                .Where(group => seats.Groups[group].Count > 0)
                .OrderByDescending(group => seats.Groups[group].Sum(member => Fit(unit, units.Of[member])))
                .ThenBy(group => group)
                .Take(Chosen),
        ];
        foreach (int group in groups)
        {
            if (TryWith(unit, [group], alone))
                return true;
        }

        for (int i = 0; i < groups.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (TryWith(unit, [groups[j], groups[i]], alone))
                    return true;
            }
        }

        return false;
    }

    private bool TryWith(int unit, int[] groups, int[] alone)
    {
        int[] taken = [.. groups.SelectMany(group => seats.Groups[group]).Select(member => units.Of[member]).Distinct()];
        if (taken.Length >= ExactGrouping.MostUnits)
            return false;
        int[] few =
        [
            unit,
            .. taken,
            .. alone.Take(Math.Max(0, Math.Max(Few, Math.Min(ExactGrouping.MostUnits, seats.Sizes.Smallest + 3)) - taken.Length - 1)),
        ];
        _tries++;
        List<int[]> found = exact.Solve(few, out GroupingWorth worth);
        if (worth.CompareService(exact.WorthOf(few, other => seats.GroupOf(other) >= 0)) <= 0)
            return false;
        foreach (int other in taken)
            seats.Unseat(other);
        foreach (int[] group in found)
        {
            int place = Array.FindIndex(seats.Groups, members => members.Count == 0);
            foreach (int other in group)
                seats.Seat(place, other);
        }

        return true;
    }

    private int Fit(int unit, int other) =>
        units.All[unit].All(a => Array.TrueForAll(units.All[other], b => constraints.AllowsPair(a, b))) ? 1 : 0;
}
