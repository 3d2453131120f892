namespace Matchmaking.Rounds;

/// <summary>One round on a <see cref="SeasonBoard"/>.</summary>
internal sealed class BoardRound
{
    /// <summary>The member at each seat.</summary>
    public required int[] Seats { get; init; }

    /// <summary>The group of each seat; −1: who sits there sits out.</summary>
    public required int[] GroupOf { get; init; }

    /// <summary>Whether two may meet in this round, a row a member.</summary>
    public required bool[] May { get; init; }

    /// <summary>What binds a group beyond its pairs; null: nothing.</summary>
    public Func<int[], bool>? Allows { get; init; }

    /// <summary>The same round with others at its seats.</summary>
    public BoardRound With(int[] seats) =>
        new()
        {
            Seats = seats,
            GroupOf = GroupOf,
            May = May,
            Allows = Allows,
        };

    /// <summary>The seats of each group.</summary>
    public int[][] SeatsOf =>
        field ??= [
            .. Enumerable
                .Range(0, GroupOf.Append(-1).Max() + 1)
                .Select(group => Enumerable.Range(0, Seats.Length).Where(seat => GroupOf[seat] == group).ToArray()),
        ];
}

/// <summary>
/// A whole season with everybody seated in every round, and how many conflicts that has: two who may not meet, two who meet again, a group
/// that breaks a rule, somebody who sits out more often than the others. Members are numbers from 0.
/// </summary>
internal sealed class SeasonBoard
{
    private readonly BoardRound[] _rounds;
    private readonly int _members;
    private readonly int[] _met;
    private readonly int[] _outs;
    private readonly int _fairOuts;
    private readonly bool[][] _broken;
    private readonly int[][] _seatOf;

    public SeasonBoard(int members, BoardRound[] rounds)
    {
        (_members, _rounds) = (members, rounds);
        _met = new int[members * members];
        _outs = new int[members];
        int outs = rounds.Sum(round => round.GroupOf.Count(group => group < 0));
        _fairOuts = (outs + members - 1) / members;
        _broken = [.. rounds.Select(round => new bool[round.SeatsOf.Length])];
        _seatOf = [.. rounds.Select(_ => Enumerable.Repeat(-1, members).ToArray())];
        for (int round = 0; round < rounds.Length; round++)
        {
            BoardRound board = rounds[round];
            for (int seat = 0; seat < board.Seats.Length; seat++)
            {
                _seatOf[round][board.Seats[seat]] = seat;
                if (board.GroupOf[seat] < 0)
                    _outs[board.Seats[seat]]++;
            }

            for (int group = 0; group < board.SeatsOf.Length; group++)
            {
                Count(round, group, 1);
                _broken[round][group] = IsBroken(round, group, -1, -1);
                Conflicts += _broken[round][group] ? 1 : 0;
                Conflicts += Pairs(round, group).Count(pair => !board.May[(pair.A * members) + pair.B]);
            }
        }

        for (int a = 0; a < members; a++)
        {
            Conflicts += Math.Max(0, _outs[a] - _fairOuts);
            for (int b = a + 1; b < members; b++)
                Conflicts += Math.Max(0, _met[(a * members) + b] - 1);
        }
    }

    public int Conflicts { get; private set; }

    public int Rounds => _rounds.Length;

    public int SeatsIn(int round) => _rounds[round].Seats.Length;

    public int MemberAt(int round, int seat) => _rounds[round].Seats[seat];

    /// <summary>The seat of a member; −1 where they take no part.</summary>
    public int SeatOf(int round, int member) => _seatOf[round][member];

    public int GroupAt(int round, int seat) => _rounds[round].GroupOf[seat];

    /// <summary>Those who sit with who sits at a seat.</summary>
    public IEnumerable<int> Partners(int round, int seat)
    {
        BoardRound board = _rounds[round];
        return board.SeatsOf[board.GroupOf[seat]].Where(other => other != seat).Select(other => board.Seats[other]);
    }

    public int[][] Snapshot() => [.. _rounds.Select(round => round.Seats.ToArray())];

    /// <summary>The groups of a round.</summary>
    public IEnumerable<int[]> Groups(int round) =>
        _rounds[round].SeatsOf.Select(seats => Array.ConvertAll(seats, seat => _rounds[round].Seats[seat]));

    /// <summary>Those who sit out a round.</summary>
    public IEnumerable<int> SitOut(int round) => _rounds[round].Seats.Where((_, seat) => _rounds[round].GroupOf[seat] < 0);

    public bool IsInConflict(int round, int seat)
    {
        BoardRound board = _rounds[round];
        int member = board.Seats[seat],
            group = board.GroupOf[seat];
        if (group < 0)
            return _outs[member] > _fairOuts;
        if (_broken[round][group])
            return true;
        foreach (int other in board.SeatsOf[group])
        {
            int pair = (member * _members) + board.Seats[other];
            if (other != seat && (!board.May[pair] || _met[pair] > 1))
                return true;
        }

        return false;
    }

    /// <summary>By how much the conflicts change when two of a round change seats.</summary>
    public int Change(int round, int seat, int other)
    {
        BoardRound board = _rounds[round];
        int first = board.GroupOf[seat],
            second = board.GroupOf[other];
        if (first == second)
            return 0;
        return Replaced(round, first, seat, board.Seats[other])
            + Replaced(round, second, other, board.Seats[seat])
            + (board.Allows is null ? 0 : Broken(round, first, seat, other) + Broken(round, second, other, seat));
    }

    public void Swap(int round, int seat, int other)
    {
        BoardRound board = _rounds[round];
        int first = board.GroupOf[seat],
            second = board.GroupOf[other];
        if (first == second)
        {
            (board.Seats[seat], board.Seats[other]) = (board.Seats[other], board.Seats[seat]);
            (_seatOf[round][board.Seats[seat]], _seatOf[round][board.Seats[other]]) = (seat, other);
            return;
        }

        Conflicts += Change(round, seat, other);
        Count(round, first, -1);
        Count(round, second, -1);
        (board.Seats[seat], board.Seats[other]) = (board.Seats[other], board.Seats[seat]);
        _seatOf[round][board.Seats[seat]] = seat;
        _seatOf[round][board.Seats[other]] = other;
        if (first < 0)
            (_outs[board.Seats[seat]], _outs[board.Seats[other]]) = (_outs[board.Seats[seat]] + 1, _outs[board.Seats[other]] - 1);
        if (second < 0)
            (_outs[board.Seats[other]], _outs[board.Seats[seat]]) = (_outs[board.Seats[other]] + 1, _outs[board.Seats[seat]] - 1);
        Count(round, first, 1);
        Count(round, second, 1);
        if (first >= 0)
            _broken[round][first] = IsBroken(round, first, -1, -1);
        if (second >= 0)
            _broken[round][second] = IsBroken(round, second, -1, -1);
    }

    /// <summary>One leaves a seat of a group, or of those who sit out, and another comes.</summary>
    private int Replaced(int round, int group, int seat, int coming)
    {
        BoardRound board = _rounds[round];
        int leaving = board.Seats[seat];
        if (group < 0)
            return (_outs[coming] >= _fairOuts ? 1 : 0) - (_outs[leaving] > _fairOuts ? 1 : 0);
        int change = 0;
        foreach (int place in board.SeatsOf[group])
        {
            if (place == seat)
                continue;
            int there = board.Seats[place];
            int before = (leaving * _members) + there,
                after = (coming * _members) + there;
            change -= (board.May[before] ? 0 : 1) + (_met[before] > 1 ? 1 : 0);
            change += (board.May[after] ? 0 : 1) + (_met[after] > 0 ? 1 : 0);
        }

        return change;
    }

    private int Broken(int round, int group, int seat, int other) =>
        group < 0 ? 0 : (IsBroken(round, group, seat, other) ? 1 : 0) - (_broken[round][group] ? 1 : 0);

    private bool IsBroken(int round, int group, int seat, int other)
    {
        BoardRound board = _rounds[round];
        return board.Allows is { } allows
            && !allows(Array.ConvertAll(board.SeatsOf[group], place => board.Seats[place == seat ? other : place]));
    }

    private void Count(int round, int group, int by)
    {
        if (group < 0)
            return;
        foreach ((int a, int b) in Pairs(round, group))
        {
            _met[(a * _members) + b] += by;
            _met[(b * _members) + a] += by;
        }
    }

    private IEnumerable<(int A, int B)> Pairs(int round, int group)
    {
        BoardRound board = _rounds[round];
        int[] seats = board.SeatsOf[group];
        for (int i = 0; i < seats.Length; i++)
        {
            for (int j = i + 1; j < seats.Length; j++)
                yield return (board.Seats[seats[i]], board.Seats[seats[j]]);
        }
    }
}
