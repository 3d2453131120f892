namespace Matchmaking.Rounds;

/// <summary>
/// Mends the groups of a round with the fewest changes: a group that still holds is left alone; one that does not takes somebody without a
/// group, or somebody whom another group can spare, or exchanges one; only a group that cannot be mended is given up, and its members join
/// others. Who joins takes a seat that is free.
/// </summary>
internal static class GroupRepairer
{
    public static GroupRepair Repair(
        CommunityIndex index,
        IModel? model,
        RoundOptions options,
        Round round,
        IReadOnlyCollection<string> leaving,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        HashSet<string> left = [.. leaving];
        IEnumerable<string> invited = options.Participants ?? index.Members.Select(member => member.Id);

        // As of the round's own moment, without the round itself in the history.
        options = options with
        {
            Participants = [.. invited.Where(id => !left.Contains(id))],
            History = new RoundHistory(options.History.Rounds.Where(past => past.Time != round.Time)),
        };
        var context = new RoundContext(index, model, options, round.Time, new RoundProgressReporter(progress), cancellationToken);
        int[][] before =
        [
            .. round.Groups.Select(group =>
                group
                    .Members.Select(member => member.Id)
                    .Where(id => !left.Contains(id) && index.Community.Contains(id))
                    .Select(index.Community.IndexOf)
                    .ToArray()
            ),
        ];
        int[] seekers = [.. context.Seekers()];
        context.Progress.Begin("Looking for candidates", 0, 0.6);
        CandidateLists lists = CandidateLists.Build(context, context.Options.Candidates);
        CandidateGraph graph = CandidateGraph.Of(lists);

        // Who is in a group stays there whatever was, or will be, asked of new ones: their meeting is planned. So all pairs of before may
        // be together.
        (GroupUnits units, IReadOnlyList<UnkeptPair> unkept) = GroupUnits.Make(context, round.GroupSize + 1);
        IEnumerable<(int, int)> together = before.SelectMany(group =>
            group.SelectMany(a => group.Where(b => a < b && LockedPairs.Obstacle(context, a, b) is null).Select(b => (a, b)))
        );
        var constraints = new GroupConstraints(context, lists, graph, units.Pairs().Concat(together));
        var sizes = new GroupSizes(before.Length, Math.Max(3, round.GroupSize - 1), round.GroupSize + 1);
        var seats = new GroupSeats(units, constraints, new GroupValue(context, lists, graph, seekers), sizes, before.Length);
        for (int group = 0; group < before.Length; group++)
        {
            foreach (int unit in before[group].Select(member => units.Of[member]).Where(unit => unit >= 0).Distinct())
            {
                if (seats.GroupOf(unit) < 0)
                    seats.Seat(group, unit);
            }
        }

        Mend(context, units, seats);
        var draft = new RoundDraft { CandidatePairs = graph.Edges };
        draft.Unkept.AddRange(unkept);
        draft.Groups.AddRange(seats.Groups.Where(group => group.Count > 0).Select(group => group.ToArray()));
        return new GroupRepair { Round = RoundPlanner.Tell(context, draft), Moves = Moves(context, before, seats, units) };
    }

    private static void Mend(RoundContext context, GroupUnits units, GroupSeats seats)
    {
        var seating = new GroupSeating(context, units, seats);
        foreach (
            int group in Enumerable
                .Range(0, seats.Groups.Length)
                .Where(group => !seating.IsComplete(group))
                .OrderByDescending(group => seats.Groups[group].Count)
                .ToArray()
        )
        {
            if (seating.TryComplete(group))
                continue;
            int[] homeless = seating.UnitsOf(group);
            foreach (int unit in homeless)
                seats.Unseat(unit);
        }

        foreach (int unit in seats.Unseated().OrderByDescending(seating.Precedence).ThenBy(unit => unit).ToArray())
            seating.TrySeat(unit);
    }

    private static List<GroupMove> Moves(RoundContext context, int[][] before, GroupSeats seats, GroupUnits units)
    {
        var moves = new List<GroupMove>();
        for (int group = 0; group < before.Length; group++)
        {
            foreach (int member in before[group])
            {
                int now = units.Of[member] < 0 ? -1 : seats.GroupOfMember(member);
                if (now != group)
                    moves.Add(
                        new GroupMove
                        {
                            MemberId = context.Index.Members[member].Id,
                            From = group,
                            To =
                                now < 0
                                    ? []
                                    :
                                    [
                                        .. seats
                                            .Groups[now]
                                            .Where(other => other != member)
                                            .Select(other => context.Index.Members[other].Id),
                                    ],
                        }
                    );
            }
        }

        return moves;
    }
}
