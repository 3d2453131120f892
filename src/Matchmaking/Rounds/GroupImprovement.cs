namespace Matchmaking;

/// <summary>
/// Local search: one after another a member is offered the group of somebody on their list, against each who sits there, or beside them where there is room; what gains most is done. Bounded in
/// steps and drawn from the seed, so that the answer is the same on every machine.
/// </summary>
internal sealed class GroupImprovement(RoundContext context, CandidateGraph graph, GroupAtoms atoms, GroupSeats seats)
{
    private const double Least = 1e-9;

    private readonly Random _random = new(context.Options.Seed);

    public void Run(long steps)
    {
        int[] seated = [.. Enumerable.Range(0, atoms.Atoms.Count).Where(atom => seats.GroupOf(atom) >= 0)];
        if (seats.Groups.Count(group => group.Count > 0) < 2)
            return;
        for (long step = 0; step < steps; step++)
        {
            if ((step & 1023) == 0)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                context.Progress.Report((double)step / steps);
            }

            int atom = seated[_random.Next(seated.Length)];
            int target = Target(atom);
            if (target >= 0 && target != seats.GroupOf(atom))
                Try(atom, target);
        }
    }

    /// <summary>The group of somebody on the list of one of the atom; any group where nobody is listed.</summary>
    private int Target(int atom)
    {
        int[] members = seats.Members(atom);
        ReadOnlySpan<ListedCandidate> listed = graph.Of(members[_random.Next(members.Length)]);
        if (listed.Length == 0)
            return _random.Next(seats.Groups.Length);
        int other = atoms.Of[listed[_random.Next(listed.Length)].Member];
        return other < 0 ? -1 : seats.GroupOf(other);
    }

    private void Try(int atom, int target)
    {
        int home = seats.GroupOf(atom);
        int size = seats.Members(atom).Length;
        double most = Least;
        int best = -1;
        bool moves = false;
        if (seats.Groups[target].Count > 0 && seats.HasRoom(target, atom, seats.Sizes.Largest) && seats.Groups[home].Count - size >= seats.Sizes.Smallest)
        {
            double gain = seats.Change(target, -1, atom) + seats.Change(home, atom, -1);
            if (gain > most && seats.Allows(target, -1, atom, complete: true, out _) && seats.Allows(home, atom, -1, complete: true, out _))
                (most, moves) = (gain, true);
        }

        List<int> there = seats.Groups[target];
        for (int i = 0; i < there.Count; i++)
        {
            int other = atoms.Of[there[i]];
            if (seats.Members(other).Length != size || seats.Members(other)[0] != there[i])
                continue;
            double gain = seats.Change(target, other, atom) + seats.Change(home, atom, other);
            if (gain > most && seats.Allows(target, other, atom, complete: true, out _) && seats.Allows(home, atom, other, complete: true, out _))
                (most, best, moves) = (gain, other, false);
        }

        if (best < 0 && !moves)
            return;
        seats.Unseat(atom);
        if (best >= 0)
        {
            seats.Unseat(best);
            seats.Seat(home, best);
        }

        seats.Seat(target, atom);
    }
}
