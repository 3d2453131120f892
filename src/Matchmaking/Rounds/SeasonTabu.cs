namespace Matchmaking.Rounds;

/// <summary>
/// Tabu search on a whole season: of all who are in a conflict the exchange of seats that leaves the fewest conflicts, and no exchange back
/// for some steps (Dotú and Van Hentenryck 2005, on the social golfer problem). Bounded in exchanges that are looked at, and drawn from the
/// seed, so that the answer is the same on every machine.
/// </summary>
internal sealed class SeasonTabu(SeasonBoard board, int members, int seed, CancellationToken cancellationToken)
{
    private const int MostLookedAt = 1_000_000,
        Shortest = 4,
        Longest = 20,
        Patience = 400;

    private readonly Random _random = new(seed);
    private readonly int[][] _until = [.. Enumerable.Range(0, board.Rounds).Select(_ => new int[members * members])];

    /// <summary>The seats with the fewest conflicts that were found.</summary>
    public int[][] Run(out int conflicts)
    {
        int[][] best = board.Snapshot();
        conflicts = board.Conflicts;
        int since = 0,
            lookedAt = 0;
        for (int step = 1; conflicts > 0 && lookedAt < MostLookedAt; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++since > Patience)
            {
                since = 0;
                for (int i = 0; i < 4; i++)
                    Shake();
            }
            else if (!Step(step, conflicts, ref lookedAt))
            {
                Shake();
                lookedAt++;
            }

            if (board.Conflicts >= conflicts)
                continue;
            (conflicts, best, since) = (board.Conflicts, board.Snapshot(), 0);
        }

        return best;
    }

    private bool Step(int step, int least, ref int lookedAt)
    {
        (int Round, int Seat, int Other) move = default;
        int change = int.MaxValue,
            alike = 0;
        for (int round = 0; round < board.Rounds; round++)
        {
            for (int seat = 0; seat < board.SeatsIn(round); seat++)
            {
                if (!board.IsInConflict(round, seat))
                    continue;
                for (int other = 0; other < board.SeatsIn(round); other++)
                {
                    if (board.GroupAt(round, seat) == board.GroupAt(round, other))
                        continue;
                    lookedAt++;
                    int found = board.Change(round, seat, other);
                    if (found > change || (_until[round][Key(round, seat, other)] > step && board.Conflicts + found >= least))
                        continue;
                    alike = found < change ? 1 : alike + 1;
                    if (alike == 1 || _random.Next(alike) == 0)
                        (change, move) = (found, (round, seat, other));
                }
            }
        }

        if (change == int.MaxValue)
            return false;
        _until[move.Round][Key(move.Round, move.Seat, move.Other)] = step + _random.Next(Shortest, Longest);
        board.Swap(move.Round, move.Seat, move.Other);
        return true;
    }

    private void Shake()
    {
        int round = _random.Next(board.Rounds);
        int seats = board.SeatsIn(round);
        if (seats < 2)
            return;
        int seat = _random.Next(seats),
            other = _random.Next(seats);
        if (board.GroupAt(round, seat) != board.GroupAt(round, other))
            board.Swap(round, seat, other);
    }

    private int Key(int round, int seat, int other)
    {
        int a = board.MemberAt(round, seat),
            b = board.MemberAt(round, other);
        return (Math.Min(a, b) * members) + Math.Max(a, b);
    }
}
