namespace Matchmaking.Rounds;

/// <summary>
/// Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983): again and again a member is offered the group of somebody on their list,
/// beside those who sit there or in exchange for one of them; what makes the whole better is done, what makes it worse less and less often,
/// at the end never. Bounded in steps and drawn from the seed, so that the answer is the same on every machine; never worse than what it
/// began with.
/// </summary>
internal sealed class GroupImprovement(RoundContext context, CandidateGraph graph, GroupUnits units, GroupSeats seats)
{
    /// <summary>How many moves tell how great changes are, and the share of the steps after which only what is better is done.</summary>
    private const int Samples = 200;
    private const double Cooled = 0.7;

    private readonly Random _random = new(context.Options.Seed);

    public void Run(long steps)
    {
        int[] seated = [.. Enumerable.Range(0, units.All.Count).Where(unit => seats.GroupOf(unit) >= 0)];
        if (seats.Groups.Count(group => group.Count > 0) < 2 || steps == 0)
            return;
        (double before, int[] beginning) = (seats.Total, seats.Snapshot());
        double start = Temperature(seated);
        for (long step = 0; step < steps; step++)
        {
            double share = (double)step / steps;
            if ((step & 1023) == 0)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                context.Progress.Report(share);
            }

            Try(seated, share < Cooled ? start * Math.Pow(0.01, share / Cooled) : 0);
        }

        if (seats.Total < before)
            seats.Restore(beginning);
    }

    /// <summary>Half of what a move changes on average.</summary>
    private double Temperature(int[] seated)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < Samples; i++)
        {
            if (Draw(seated) is not { } move)
                continue;
            double change = Math.Abs(Change(move));
            // Sizes and tiers do not say how warm it is: they are never given away for gains.
            if (change >= seats.SizeStep / 2)
                continue;
            sum += change;
            count++;
        }

        return count == 0 ? 0 : sum / count / 2;
    }

    private void Try(int[] seated, double temperature)
    {
        if (Draw(seated) is not { } move)
            return;
        double change = Change(move);
        bool wanted = change > 1e-9 || (temperature > 0 && _random.NextDouble() < Math.Exp(change / temperature));
        if (
            !wanted
            || !seats.Allows(move.To, move.Other, move.Unit, complete: true, out _)
            || !seats.Allows(move.From, move.Unit, move.Other, complete: true, out _)
        )
            return;
        seats.Unseat(move.Unit);
        if (move.Other >= 0)
        {
            seats.Unseat(move.Other);
            seats.Seat(move.From, move.Other);
        }

        seats.Seat(move.To, move.Unit);
    }

    private double Change(Move move) => seats.Change(move.To, move.Other, move.Unit) + seats.Change(move.From, move.Unit, move.Other);

    /// <summary>
    /// Somebody, and the group of somebody on their list, or any group where nobody is listed; there one of the same size, or a free seat.
    /// </summary>
    private Move? Draw(int[] seated)
    {
        int unit = seated[_random.Next(seated.Length)];
        int[] members = seats.Members(unit);
        int from = seats.GroupOf(unit);
        ReadOnlySpan<ListedCandidate> listed = graph.Of(members[_random.Next(members.Length)]);
        int friend = listed.Length == 0 ? -1 : units.Of[listed[_random.Next(listed.Length)].Member];
        int to = friend >= 0 ? seats.GroupOf(friend) : _random.Next(seats.Groups.Length);
        if (to < 0 || to == from || seats.Groups[to].Count == 0)
            return null;
        bool canMove = seats.HasRoom(to, unit, seats.Sizes.Largest) && seats.Groups[from].Count - members.Length >= seats.Sizes.Smallest;
        List<int> there = seats.Groups[to];
        int place = _random.Next(there.Count + (canMove ? 1 : 0));
        if (place == there.Count)
            return new Move(unit, from, to, -1);
        int other = units.Of[there[place]];
        return other == friend || seats.Members(other).Length != members.Length ? null : new Move(unit, from, to, other);
    }

    /// <param name="Unit">Who goes.</param>
    /// <param name="From">Their group.</param>
    /// <param name="To">The group to which they go.</param>
    /// <param name="Other">Who comes in exchange; −1: nobody.</param>
    private readonly record struct Move(int Unit, int From, int To, int Other);
}
