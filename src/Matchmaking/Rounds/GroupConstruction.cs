namespace Matchmaking.Rounds;

/// <summary>
/// Makes a first assignment, greedily: whom every group needs first, then those who are hardest to seat, then for each group in turn
/// whoever it gains most from. What does not fit is fitted by moving one other.
/// </summary>
internal sealed class GroupConstruction(
    RoundContext context,
    CandidateGraph graph,
    GroupUnits units,
    GroupConstraints constraints,
    GroupSeats seats
)
{
    /// <summary>How far a group looks among those whom none of its members lists, and how many it compares.</summary>
    private const int LookedAt = 400,
        Compared = 8;

    private readonly List<int> _open = [.. Order(context, graph, units)];

    /// <summary>The units that have no seat, those first who are to be seated first.</summary>
    public IReadOnlyList<int> InOrder => _open;

    public void Build(int[] targets)
    {
        SeatNeeded(targets.Length);
        foreach (int unit in _open.Where(unit => seats.Members(unit).Length > 1).ToArray())
            SeatWhole(unit, targets.Length);
        for (int group = 0; group < targets.Length; group++)
        {
            if (seats.Groups[group].Count == 0)
                SeatFirst(group);
        }

        bool seated = true;
        for (int turn = 0; seated; turn++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            seated = false;
            for (int group = 0; group < targets.Length; group++)
                seated |= seats.Groups[group].Count < targets[group] && seats.Groups[group].Count > 0 && SeatBest(group, targets[group]);
        }

        Complete();
    }

    /// <summary>Whoever was left out comes first, then those with the fewest candidates; ties by the seed.</summary>
    private static IEnumerable<int> Order(RoundContext context, CandidateGraph graph, GroupUnits units)
    {
        ulong start = TieBreak.Start("groups", context.Options.Seed);
        return Enumerable
            .Range(0, units.All.Count)
            .OrderByDescending(unit => units.All[unit].Max(context.Past.Precedence))
            .ThenByDescending(unit => units.All[unit].Length)
            .ThenBy(unit => units.All[unit].Min(member => graph.Of(member).Length))
            .ThenBy(unit => TieBreak.Of(start, context.Index.Members[units.All[unit][0]].Id));
    }

    /// <summary>Those whom a quota asks for, one a group and turn, so that no group takes two while another has none.</summary>
    private void SeatNeeded(int groups)
    {
        foreach (QuotaCheck quota in constraints.Quotas.Where(quota => quota.Quota.AtLeast > 0))
        {
            for (int turn = 1; turn <= quota.Quota.AtLeast; turn++)
            {
                for (int group = 0; group < groups; group++)
                {
                    if (seats.Groups[group].Count(quota.Counts) >= turn)
                        continue;
                    int place = _open.FindIndex(unit =>
                        seats.Members(unit).Any(quota.Counts)
                        && seats.HasRoom(group, unit, seats.Sizes.Largest)
                        && seats.CanJoin(group, unit, complete: false)
                    );
                    if (place >= 0)
                        Take(group, place);
                }
            }
        }
    }

    private void SeatWhole(int unit, int groups)
    {
        int best = -1;
        double most = double.NegativeInfinity;
        for (int group = 0; group < groups; group++)
        {
            // An empty group before one in which others would have to fit.
            double value = seats.Attraction(group, unit) - (seats.Groups[group].Count == 0 ? 0 : 1e6);
            if (value > most && seats.HasRoom(group, unit, seats.Sizes.Largest) && seats.CanJoin(group, unit, complete: false))
                (best, most) = (group, value);
        }

        if (best >= 0)
            Take(best, _open.IndexOf(unit));
    }

    private void SeatFirst(int group)
    {
        int place = _open.FindIndex(unit => seats.HasRoom(group, unit, seats.Sizes.Largest) && seats.CanJoin(group, unit, complete: false));
        if (place >= 0)
            Take(group, place);
    }

    private bool SeatBest(int group, int target)
    {
        HashSet<int> listed = [];
        foreach (int member in seats.Groups[group])
        {
            foreach (ListedCandidate candidate in graph.Of(member))
            {
                int unit = units.Of[candidate.Member];
                if (unit >= 0 && seats.GroupOf(unit) < 0 && seats.HasRoom(group, unit, target))
                    listed.Add(unit);
            }
        }

        foreach (int unit in listed.OrderByDescending(unit => seats.Attraction(group, unit)).ThenBy(unit => unit))
        {
            if (seats.CanJoin(group, unit, complete: false))
            {
                seats.Seat(group, unit);
                return true;
            }
        }

        _open.RemoveAll(unit => seats.GroupOf(unit) >= 0);
        int[] fitting =
        [
            .. _open
                .Take(LookedAt)
                .Where(unit => seats.HasRoom(group, unit, target) && seats.CanJoin(group, unit, complete: false))
                .Take(Compared),
        ];
        if (fitting.Length == 0)
            return false;
        seats.Seat(group, fitting.MaxBy(unit => seats.Attraction(group, unit)));
        return true;
    }

    private void Take(int group, int place)
    {
        seats.Seat(group, _open[place]);
        _open.RemoveAt(place);
    }

    /// <summary>
    /// Groups that cannot be completed are given up, the smallest first; their members are seated elsewhere as far as that goes.
    /// </summary>
    private void Complete()
    {
        var repair = new GroupSeating(context, units, seats);
        foreach (int unit in Unseated())
            repair.TrySeat(unit);
        foreach (
            int group in Enumerable
                .Range(0, seats.Groups.Length)
                .OrderByDescending(group => seats.Groups[group].Count)
                .ThenBy(group => group)
                .ToArray()
        )
        {
            if (!repair.IsComplete(group))
                repair.TryComplete(group);
        }

        foreach (
            int group in Enumerable
                .Range(0, seats.Groups.Length)
                .OrderBy(group => seats.Groups[group].Count)
                .ThenBy(group => group)
                .ToArray()
        )
        {
            if (repair.IsComplete(group) || repair.TryComplete(group))
                continue;
            foreach (int unit in seats.Groups[group].Select(member => units.Of[member]).Distinct().ToArray())
                seats.Unseat(unit);
        }

        foreach (int unit in Unseated())
            repair.TrySeat(unit);
        repair.PutFirstWhoWasLeftOut();
    }

    private int[] Unseated() =>
        [
            .. seats
                .Unseated()
                .OrderByDescending(unit => units.All[unit].Max(context.Past.Precedence))
                .ThenByDescending(unit => units.All[unit].Length)
                .ThenBy(unit => unit),
        ];
}
