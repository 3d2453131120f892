namespace Matchmaking.Rounds;

/// <summary>
/// Who takes whose part in a season: two change places in all rounds at once, as long as that leaves fewer conflicts, or as many and better
/// meetings. Nobody meets anybody twice by it who did not before.
/// </summary>
internal sealed class SeasonFit(SeasonBoard board, float[] values, int mostSteps, CancellationToken cancellationToken)
{
    private readonly int _members = (int)Math.Round(Math.Sqrt(values.Length));

    public void Run()
    {
        int steps = 0;
        bool better = true;
        while (better && steps < mostSteps)
        {
            better = false;
            for (int a = 0; a < _members; a++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (int b = a + 1; b < _members && steps < mostSteps; b++)
                {
                    if (!TakePartAlike(a, b))
                        continue;
                    steps += board.Rounds;
                    (int conflicts, double value) = (board.Conflicts, Value(a, b));
                    Exchange(a, b);
                    if (board.Conflicts < conflicts || (board.Conflicts == conflicts && Value(a, b) > value + 1e-6))
                        better = true;
                    else
                        Exchange(a, b);
                }
            }
        }
    }

    private bool TakePartAlike(int a, int b)
    {
        for (int round = 0; round < board.Rounds; round++)
        {
            if (board.SeatOf(round, a) < 0 != board.SeatOf(round, b) < 0)
                return false;
        }

        return true;
    }

    private void Exchange(int a, int b)
    {
        for (int round = 0; round < board.Rounds; round++)
        {
            int seat = board.SeatOf(round, a);
            if (seat >= 0)
                board.Swap(round, seat, board.SeatOf(round, b));
        }
    }

    private double Value(int a, int b)
    {
        double sum = 0;
        for (int round = 0; round < board.Rounds; round++)
            sum += Meeting(round, a) + Meeting(round, b);
        return sum;
    }

    private double Meeting(int round, int member)
    {
        int seat = board.SeatOf(round, member);
        if (seat < 0 || board.GroupAt(round, seat) < 0)
            return 0;
        double sum = 0;
        foreach (int other in board.Partners(round, seat))
            sum += values[(member * _members) + other];
        return sum;
    }
}
