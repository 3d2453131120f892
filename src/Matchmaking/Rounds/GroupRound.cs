namespace Matchmaking.Rounds;

/// <summary>
/// Plans groups, each part that no group can mix with others by itself: of a few members the best there are; of many a greedy construction
/// on the candidate graph, then whoever it left out, then local search.
/// </summary>
internal sealed class GroupRound(RoundContext context)
{
    /// <summary>Up to so many members every list is whole: a thousand squared is little.</summary>
    private const int SmallCommunity = 600;

    public RoundDraft Plan()
    {
        int[] seekers = [.. context.Seekers()];
        CandidateLists lists = CandidateLists.Build(
            context,
            seekers.Length <= SmallCommunity ? Math.Max(1, context.Index.Members.Count) : context.Options.Candidates
        );
        context.Progress.Begin("Forming groups", 0.6, 0.9);
        CandidateGraph graph = CandidateGraph.Of(lists);
        // A unit is no larger than the largest group that there can be.
        int largest = GroupSizes
            .Of(seekers.Length, context.Options.GroupSize, context.Options.OddOnesSitOut, MostGroups(context, seekers))
            .Largest;
        (GroupUnits units, IReadOnlyList<UnkeptPair> unkept) = GroupUnits.Make(context, Math.Max(largest, context.Options.GroupSize));
        var constraints = new GroupConstraints(context, lists, graph, units.Pairs());
        var value = new GroupValue(context, lists, graph, seekers);
        var draft = new RoundDraft { CandidatePairs = graph.Edges };
        draft.Unkept.AddRange(unkept);
        foreach (int[] part in GroupParts.Of(context, units, constraints))
        {
            GroupSeats seats = Divide(graph, units.Part(part), constraints, value);
            draft.Groups.AddRange(seats.Groups.Where(group => group.Count > 0).Select(group => group.ToArray()));
        }

        return draft;
    }

    /// <summary>Divides a part that no other can be mixed with.</summary>
    private GroupSeats Divide(CandidateGraph graph, GroupUnits units, GroupConstraints constraints, GroupValue value)
    {
        int[] members = [.. units.All.SelectMany(unit => unit).Order()];
        int size = context.Options.GroupSize,
            most = MostGroups(context, members);
        GroupSizes sizes = GroupSizes.Of(members.Length, size, context.Options.OddOnesSitOut, most);
        GroupSeats seats = Form(sizes);

        // The number divides, but not so that everybody finds a group: then sizes may differ by one.
        if (sizes.Smallest == sizes.Largest && !context.Options.OddOnesSitOut && Served(seats) < members.Length)
        {
            GroupSeats around = Form(GroupSizes.Around(members.Length, size, most));
            seats = Served(around) > Served(seats) ? around : seats;
        }

        return seats;

        GroupSeats Form(GroupSizes sizes)
        {
            var formed = new GroupSeats(units, constraints, value, sizes, members.Length / sizes.Smallest);
            var exact = new ExactGrouping(context, units, constraints, value, sizes);
            var construction = new GroupConstruction(context, graph, units, constraints, formed);
            if (units.All.Count <= ExactGrouping.MostUnits)
            {
                List<int[]> groups = exact.Solve([.. construction.InOrder], out _);
                for (int group = 0; group < groups.Count; group++)
                    Array.ForEach(groups[group], unit => formed.Seat(group, unit));
                return formed;
            }

            construction.Build(sizes.Targets(members.Length));
            new LargeNeighbourhoodSearch(context, units, constraints, formed, exact).Run();
            new GroupImprovement(context, graph, units, formed).Run((long)context.Options.Groups.StepsPerMember * members.Length);
            return formed;
        }
    }

    private static int Served(GroupSeats formed) => formed.Groups.Sum(group => group.Count);

    /// <summary>How many groups there can be, by those whom each needs.</summary>
    private static int MostGroups(RoundContext context, int[] seekers) =>
        context
            .Options.Groups.Quotas.Where(quota => quota.AtLeast > 0)
            .Select(quota => new QuotaCheck(quota, context.Index.Members))
            .Select(quota => seekers.Count(quota.Counts) / quota.Quota.AtLeast)
            .Append(int.MaxValue)
            .Min();
}
