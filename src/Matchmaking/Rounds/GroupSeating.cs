namespace Matchmaking.Rounds;

/// <summary>Seats who has no seat and completes groups that lack somebody, moving as few others as possible: none, or else one.</summary>
internal sealed class GroupSeating(RoundContext context, GroupUnits units, GroupSeats seats)
{
    /// <summary>Many groups are looked at from different ends, so that the first ones do not take everybody who is left.</summary>
    private const int GroupsLookedAt = 2000,
        Compared = 8;

    private int _start;

    /// <summary>Whether a group has its size and all that quotas ask of it; a group without members is none.</summary>
    public bool IsComplete(int group) =>
        seats.Groups[group].Count >= seats.Sizes.Smallest && seats.Allows(group, -1, -1, complete: true, out _);

    /// <summary>Seats an unit in a complete group with room, or where another can make room.</summary>
    public bool TrySeat(int unit)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        int best = -1,
            found = 0;
        double most = double.NegativeInfinity;
        foreach (int group in Some())
        {
            if (
                !seats.HasRoom(group, unit, seats.Sizes.Largest)
                || seats.Groups[group].Count == 0
                || !seats.CanJoin(group, unit, complete: false)
            )
                continue;
            double change = seats.Change(group, -1, unit);
            if (change > most)
                (best, most) = (group, change);
            if (++found == Compared)
                break;
        }

        if (best >= 0)
            seats.Seat(best, unit);
        return best >= 0 || TryMakeRoom(unit);
    }

    /// <summary>Brings a group what it lacks: somebody without a seat, or somebody whom another group can spare.</summary>
    public bool TryComplete(int group)
    {
        while (seats.Groups[group].Count > 0 && !IsComplete(group))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            bool lacksMembers = seats.Groups[group].Count < seats.Sizes.Smallest;
            if (lacksMembers ? TryTake(group) : TryExchange(group))
                continue;
            return false;
        }

        return seats.Groups[group].Count > 0;
    }

    /// <summary>Whoever was left out before takes the seat of one who was left out less, where the rules allow it.</summary>
    public void PutFirstWhoWasLeftOut()
    {
        foreach (
            int unit in seats.Unseated().Where(unit => Precedence(unit) > 0).OrderByDescending(Precedence).ThenBy(unit => unit).ToArray()
        )
        {
            (int Group, int Leaving, (int, double) Value) best = (-1, -1, (int.MinValue, 0));
            for (int group = 0; group < seats.Groups.Length; group++)
            {
                foreach (int other in UnitsOf(group))
                {
                    if (
                        Precedence(other) >= Precedence(unit)
                        || seats.Members(other).Length != seats.Members(unit).Length
                        || !seats.Allows(group, other, unit, complete: true, out _)
                    )
                        continue;
                    (int, double) value = (-Precedence(other), seats.Change(group, other, unit));
                    if (value.CompareTo(best.Value) > 0)
                        best = (group, other, value);
                }
            }

            if (best.Group < 0)
                continue;
            seats.Unseat(best.Leaving);
            seats.Seat(best.Group, unit);
        }
    }

    public int Precedence(int unit) => seats.Members(unit).Max(context.Past.Precedence);

    public int[] UnitsOf(int group) => [.. seats.Groups[group].Select(member => units.Of[member]).Distinct()];

    /// <summary>One of a group goes to another group that has room, and the unit takes the seat.</summary>
    private bool TryMakeRoom(int unit)
    {
        int tries = 0;
        foreach (int group in Some().Where(group => seats.Groups[group].Count > 0))
        {
            foreach (int other in UnitsOf(group))
            {
                if (
                    !seats.Allows(group, other, unit, complete: true, out int size)
                    || size > seats.Sizes.Largest
                    || size < seats.Sizes.Smallest
                )
                    continue;
                if (++tries > 64)
                    return false;
                foreach (int home in Some())
                {
                    if (
                        home == group
                        || seats.Groups[home].Count == 0
                        || !seats.HasRoom(home, other, seats.Sizes.Largest)
                        || !seats.CanJoin(home, other, complete: false)
                    )
                        continue;
                    seats.Unseat(other);
                    seats.Seat(home, other);
                    seats.Seat(group, unit);
                    return true;
                }
            }
        }

        return false;
    }

    private bool TryTake(int group)
    {
        foreach (int unit in seats.Unseated())
        {
            if (seats.HasRoom(group, unit, seats.Sizes.Largest) && seats.CanJoin(group, unit, complete: false))
            {
                seats.Seat(group, unit);
                return true;
            }
        }

        foreach (int donor in Some())
        {
            if (donor == group || seats.Groups[donor].Count <= seats.Sizes.Smallest)
                continue;
            foreach (int unit in UnitsOf(donor))
            {
                if (
                    seats.Groups[donor].Count - seats.Members(unit).Length < seats.Sizes.Smallest
                    || !seats.HasRoom(group, unit, seats.Sizes.Largest)
                    || !seats.CanJoin(group, unit, complete: false)
                    || !seats.Allows(donor, unit, -1, complete: true, out _)
                )
                {
                    continue;
                }

                seats.Unseat(unit);
                seats.Seat(group, unit);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A group of full size that lacks what a quota asks for: one of it against one of another group, or without a seat, who has it.
    /// </summary>
    private bool TryExchange(int group)
    {
        foreach (int mine in UnitsOf(group))
        {
            foreach (int theirs in seats.Unseated().Concat(Some().Where(other => other != group).SelectMany(UnitsOf)))
            {
                if (seats.Members(theirs).Length != seats.Members(mine).Length || !seats.Allows(group, mine, theirs, complete: true, out _))
                    continue;
                int home = seats.GroupOf(theirs);
                if (home >= 0 && !seats.Allows(home, theirs, mine, complete: true, out _))
                    continue;
                seats.Unseat(mine);
                if (home >= 0)
                {
                    seats.Unseat(theirs);
                    seats.Seat(home, mine);
                }

                seats.Seat(group, theirs);
                return true;
            }
        }

        return false;
    }

    private IEnumerable<int> Some()
    {
        int count = seats.Groups.Length;
        _start = count == 0 ? 0 : (_start + 7919) % count;
        int start = _start;
        return Enumerable.Range(0, Math.Min(count, GroupsLookedAt)).Select(i => (start + i) % count);
    }
}
