namespace Matchmaking.Rounds;

/// <summary>
/// Plans groups: of a few members the best there are; of many a greedy construction on the candidate graph, then whoever it left out, then
/// local search.
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
        int size = context.Options.GroupSize,
            most = MostGroups(context, seekers);
        GroupSizes sizes = GroupSizes.Of(seekers.Length, size, context.Options.OddMembers, most);
        (GroupUnits units, IReadOnlyList<UnkeptPair> unkept) = GroupUnits.Make(context, Math.Max(sizes.Largest, size));
        var constraints = new GroupConstraints(context, lists, graph, units.Pairs());
        var value = new GroupValue(context, lists, graph, seekers);
        GroupSeats seats = Form(sizes);

        // The number divides, but not so that everybody finds a group: then sizes may differ by one.
        if (sizes.Smallest == sizes.Largest && context.Options.OddMembers == OddMemberPolicy.Joins && Served(seats) < seekers.Length)
        {
            GroupSeats around = Form(GroupSizes.Around(seekers.Length, size, most));
            seats = Served(around) > Served(seats) ? around : seats;
        }

        var draft = new RoundDraft { CandidatePairs = graph.Edges };
        draft.Unkept.AddRange(unkept);
        draft.Groups.AddRange(seats.Groups.Where(group => group.Count > 0).Select(group => group.ToArray()));
        return draft;

        GroupSeats Form(GroupSizes sizes)
        {
            var formed = new GroupSeats(units, constraints, value, sizes, seekers.Length / sizes.Smallest);
            var exact = new ExactGrouping(context, units, constraints, value, sizes);
            var construction = new GroupConstruction(context, graph, units, constraints, formed);
            if (units.All.Count <= ExactGrouping.MostUnits)
            {
                List<int[]> groups = exact.Solve([.. construction.InOrder], out _);
                for (int group = 0; group < groups.Count; group++)
                    Array.ForEach(groups[group], unit => formed.Seat(group, unit));
                return formed;
            }

            construction.Build(sizes.Targets(seekers.Length));
            new LargeNeighbourhoodSearch(context, units, constraints, formed, exact).Run();
            new GroupImprovement(context, graph, units, formed).Run((long)context.Options.Groups.StepsPerMember * seekers.Length);
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
