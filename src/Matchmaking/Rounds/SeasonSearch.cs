namespace Matchmaking.Rounds;

/// <summary>
/// Looks ahead over a whole season: one round at a time can paint itself into a corner, where four are left who have met each other in two
/// triangles. A known design where no rule interferes, else a tabu search over all rounds at once; what has conflicts still is planned
/// again round by round. Taken only where it keeps to all rules, and more meet somebody than as it was.
/// </summary>
internal sealed class SeasonSearch
{
    /// <summary>Up to so many members: the search squares them.</summary>
    private const int MostMembers = 200;

    private const int Fits = 400_000,
        ShorterTries = 2;

    private readonly Season _season;
    private readonly RoundContext[] _alone;
    private readonly CandidateLists[] _lists;
    private readonly CandidateGraph[] _graphs;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Who takes part in each round: those with a cap in the rounds alone in which they meet somebody now.</summary>
    private readonly int[][] _attending;

    /// <summary>The members of the board, and the place of each on it.</summary>
    private readonly int[] _members;
    private readonly int[] _placeOf;

    private SeasonSearch(Season season, CancellationToken cancellationToken)
    {
        (_season, _cancellationToken) = (season, cancellationToken);
        _alone = [.. Enumerable.Range(0, season.Count).Select(season.Alone)];
        _lists = Array.ConvertAll(_alone, context => CandidateLists.Build(context, Math.Max(1, context.Index.Members.Count)));
        _graphs = Array.ConvertAll(_lists, CandidateGraph.Of);
        _attending =
        [
            .. Enumerable
                .Range(0, season.Count)
                .Select(round =>
                {
                    HashSet<int> met = [.. season[round].Meetings.SelectMany(group => group)];
                    return _alone[round]
                        .Seekers()
                        .Where(member => met.Contains(member) || season.Index.Members[member].Availability?.IntroductionsPerMonth is null)
                        .ToArray();
                }),
        ];
        _members = [.. _attending.SelectMany(round => round).Distinct().Order()];
        _placeOf = new int[season.Index.Members.Count];
        for (int place = 0; place < _members.Length; place++)
            _placeOf[_members[place]] = place;
    }

    /// <summary>The season, or a better one.</summary>
    public static Season Improve(Season season, CancellationToken cancellationToken)
    {
        RoundOptions options = season.Options;
        if (
            season.Count < 2
            || season.Index.Members.Count > MostMembers
            || options.Kind is IntroductionKind.Mentor or IntroductionKind.Buddy
            || options.Locked.Count > 0
            || options.Groups.Together.Count > 0
            || (options.GroupSize == 2 && options.Pairs.QualityFirst)
        )
            return season;
        return new SeasonSearch(season, cancellationToken).Run();
    }

    private Season Run()
    {
        int size = _season.Options.GroupSize;
        Season best = _season;
        if (IsWhole(best) || _members.Length < size)
            return best;
        bool mayJoin = !_season.Options.OddOnesSitOut;
        foreach (bool sitsOut in mayJoin && _attending.Any(round => round.Length % size != 0) ? new[] { false, true } : [true])
        {
            int longest = Math.Min(_season.Count, Longest(sitsOut));
            for (int rounds = longest; rounds > Math.Max(1, longest - ShorterTries); rounds--)
            {
                Season? found = Try(rounds, sitsOut, out int conflicts);
                if (found is not null && found.Worth().CompareTo(best.Worth()) > 0 && found.KeepsToRules())
                    best = found;
                if (conflicts == 0)
                    break;
            }

            if (IsWhole(best))
                break;
        }

        return best;
    }

    /// <summary>Whether everybody is served, in groups of the best sizes, in all rounds.</summary>
    private bool IsWhole(Season season)
    {
        for (int round = 0; round < season.Count; round++)
        {
            int[] sizes = Sizes(round, season.Options.OddOnesSitOut);
            int[][] meetings = [.. season[round].Meetings];
            if (meetings.Sum(group => group.Length) < sizes.Sum() || meetings.Sum(Off) > sizes.Sum(one => Off(one)))
                return false;
        }

        return true;
    }

    private int Off(int[] group) => Off(group.Length);

    private int Off(int size) => Math.Abs(size - _season.Options.GroupSize);

    /// <summary>How many rounds there can be at the most, by how many pairs there are to meet and how many each round takes.</summary>
    private int Longest(bool sitsOut)
    {
        int rounds = 0;
        for (long left = (long)_members.Length * (_members.Length - 1) / 2; rounds < _season.Count; rounds++)
        {
            left -= Sizes(rounds, sitsOut).Sum(size => size * (size - 1) / 2);
            if (left < 0)
                break;
        }

        int most = _attending[..Math.Max(1, rounds)].Min(round => round.Length);
        int leastMet = sitsOut && most % _season.Options.GroupSize != 0 ? 0 : Sizes(0, sitsOut).Append(int.MaxValue).Min() - 1;
        return leastMet == 0 ? rounds : Math.Min(rounds, (_members.Length - 1) / Math.Max(1, leastMet));
    }

    private int[] Sizes(int round, bool sitsOut)
    {
        (int members, int size) = (_attending[round].Length, _season.Options.GroupSize);
        if (sitsOut || members % size == 0)
            return [.. Enumerable.Repeat(size, members / size)];
        if (size == 2)
            return members < 3 ? [] : [.. Enumerable.Repeat(2, (members / 2) - 1), 3];
        return GroupSizes.Of(members, size, sitsOut: false, int.MaxValue).Targets(members);
    }

    private Season? Try(int rounds, bool sitsOut, out int conflicts)
    {
        bool same = Enumerable.Range(0, rounds).All(round => _attending[round].AsSpan().SequenceEqual(_attending[0]));
        IReadOnlyList<int[]> design =
            same && (sitsOut || _attending[0].Length % _season.Options.GroupSize == 0)
                ? KnownDesigns.Of(_attending[0].Length, _season.Options.GroupSize)
                : [];
        BoardRound[] boards = [.. Enumerable.Range(0, rounds).Select(round => Board(round, sitsOut, design))];
        var board = new SeasonBoard(_members.Length, boards);
        new SeasonFit(board, Values(), Fits, _cancellationToken).Run();
        int[][] seats = new SeasonTabu(board, _members.Length, _season.Options.Seed, _cancellationToken).Run(out conflicts);
        boards = [.. boards.Select((round, i) => round.With(seats[i]))];
        board = new SeasonBoard(_members.Length, boards);
        new SeasonFit(board, Values(), Fits, _cancellationToken).Run();
        return Decode(board, InTurn(board, same));
    }

    private BoardRound Board(int round, bool sitsOut, IReadOnlyList<int[]> design)
    {
        int[] attending = Array.ConvertAll(_attending[round], member => _placeOf[member]);
        int[] sizes = Sizes(round, sitsOut);
        int[] groupOf = new int[attending.Length];
        Array.Fill(groupOf, -1);
        for (int group = 0, seat = 0; group < sizes.Length; group++)
        {
            for (int i = 0; i < sizes[group]; i++)
                groupOf[seat++] = group;
        }

        int[] seats = attending;
        if (round < design.Count)
        {
            seats = Array.ConvertAll(design[round], i => attending[i]);
        }
        else
        {
            // As it was planned: groups of the sizes wanted to the front.
            var left = new HashSet<int>(attending);
            List<int> order = [];
            foreach (int[] group in _season[round].Meetings.OrderBy(group => Off(group.Length)))
                order.AddRange(group.Select(member => _placeOf[member]).Where(left.Remove));
            seats = [.. order, .. left.Order()];
        }

        bool[] may = new bool[_members.Length * _members.Length];
        foreach (int member in _attending[round])
        {
            foreach (ListedCandidate other in _graphs[round].Of(member))
                may[(_placeOf[member] * _members.Length) + _placeOf[other.Member]] = true;
        }

        GroupConstraints? constraints = null;
        if (_season.Options.GroupSize > 2)
        {
            constraints = new GroupConstraints(_alone[round], _lists[round], _graphs[round], []);
            foreach (int a in _attending[round])
            {
                foreach (int b in _attending[round])
                    may[(_placeOf[a] * _members.Length) + _placeOf[b]] &= a == b || constraints.AllowsPair(a, b);
            }
        }

        return new BoardRound
        {
            Seats = seats,
            GroupOf = groupOf,
            May = may,
            Allows = constraints is { BindsGroups: true }
                ? group => constraints.AllowsTogether(Array.ConvertAll(group, place => _members[place]), complete: true)
                : null,
        };
    }

    /// <summary>What two are worth to each other, a row a member, as the first round sees it.</summary>
    private float[] Values()
    {
        float[] values = new float[_members.Length * _members.Length];
        foreach (int member in _members)
        {
            foreach (ListedCandidate other in _graphs[0].Of(member))
            {
                if (_placeOf[other.Member] is var place && _members[place] == other.Member)
                    values[(_placeOf[member] * _members.Length) + place] =
                        _season.Options.GroupSize == 2 ? (float)MeetingChance.Weight(other.Score) : (other.Gain + other.Back) / 2;
            }
        }

        return values;
    }

    /// <summary>The order of the rounds: whoever was left out before sits out as late as can be.</summary>
    private int[] InTurn(SeasonBoard board, bool same) =>
        same
            ?
            [
                .. Enumerable
                    .Range(0, board.Rounds)
                    .OrderBy(round => board.SitOut(round).Sum(place => (long)_alone[0].Past.Precedence(_members[place]))),
            ]
            : [.. Enumerable.Range(0, board.Rounds)];

    /// <summary>The season of a board: groups without a conflict as they are; rounds with some, and later ones, planned again.</summary>
    private Season Decode(SeasonBoard board, int[] order)
    {
        Season season = _season.Copy();
        HashSet<(int, int)> met = [];
        for (int round = 0; round < season.Count; round++)
            season.Clear(round);
        List<int> open = [.. Enumerable.Range(board.Rounds, season.Count - board.Rounds)];
        for (int round = 0; round < board.Rounds; round++)
        {
            // Meetings are counted on a graph of all pairs: what the first one of two that meet again has, the other has not.
            var draft = new RoundDraft { CandidatePairs = _graphs[round].Edges };
            int places = 0;
            foreach (int[] group in board.Groups(order[round]))
            {
                places += group.Length;
                int[] members = Array.ConvertAll(group, place => _members[place]);
                if (!CanMeet(round, members, met))
                    continue;
                Pairs(members).ForEach(pair => met.Add(pair));
                if (members.Length == 2)
                    draft.Pairs.Add((Math.Min(members[0], members[1]), Math.Max(members[0], members[1])));
                else
                    draft.Groups.Add(members);
            }

            season.Set(round, draft);
            if (draft.Meetings.Sum(group => group.Length) < places)
                open.Insert(0, round);
        }

        foreach (int round in open.Order())
        {
            RoundDraft planned = RoundPlanner.Draft(season.Context(round));
            if (round >= board.Rounds || Served(planned) >= Served(season[round]))
                season.Set(round, planned);
        }

        return season;
    }

    private bool CanMeet(int round, int[] members, HashSet<(int, int)> met) =>
        Pairs(members).TrueForAll(pair => !met.Contains(pair) && _graphs[round].TryFind(pair.A, pair.B, out _))
        && (
            members.Length < 3
            || _season.Options.GroupSize == 2
            || new GroupConstraints(_alone[round], _lists[round], _graphs[round], []).Allows(members, complete: true)
        );

    private static int Served(RoundDraft draft) => draft.Meetings.Sum(group => group.Length);

    private static List<(int A, int B)> Pairs(int[] members) =>
        [.. members.SelectMany((a, i) => members.Skip(i + 1).Select(b => (Math.Min(a, b), Math.Max(a, b))))];
}
