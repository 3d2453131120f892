namespace Matchmaking;

/// <summary>Plans groups: a greedy construction on the candidate graph, then local search.</summary>
internal sealed class GroupRound(RoundContext context)
{
    /// <summary>Up to so many members every list is whole: a thousand squared is little.</summary>
    private const int SmallCommunity = 600;

    public RoundDraft Plan()
    {
        int[] seekers = [.. context.Seekers()];
        CandidateLists lists = CandidateLists.Build(context, seekers.Length <= SmallCommunity ? Math.Max(1, context.Index.Members.Count) : context.Options.Candidates);
        context.Progress.Begin("Forming groups", 0.6, 0.9);
        CandidateGraph graph = CandidateGraph.Of(lists);
        (GroupSeats seats, GroupAtoms atoms, GroupConstraints constraints, IReadOnlyList<NotKeptPair> notKept) = Make(context, lists, graph, seekers);
        new GroupConstruction(context, graph, atoms, constraints, seats).Build(seats.Sizes.Targets(seekers.Length));
        new GroupImprovement(context, graph, atoms, seats).Run((long)context.Options.Groups.StepsPerMember * seekers.Length);
        var draft = new RoundDraft { CandidatePairs = graph.Edges };
        draft.NotKept.AddRange(notKept);
        draft.Groups.AddRange(seats.Groups.Where(group => group.Count > 0).Select(group => group.ToArray()));
        return draft;
    }

    /// <summary>Empty seats for those who take part, with what binds and what counts.</summary>
    public static (GroupSeats Seats, GroupAtoms Atoms, GroupConstraints Constraints, IReadOnlyList<NotKeptPair> NotKept) Make(
        RoundContext context, CandidateLists lists, CandidateGraph graph, int[] seekers)
    {
        GroupSizes sizes = GroupSizes.Of(seekers.Length, context.Options.GroupSize, context.Options.OddOneOut, MostGroups(context, seekers));
        (GroupAtoms atoms, IReadOnlyList<NotKeptPair> notKept) = GroupAtoms.Make(context, Math.Max(sizes.Largest, context.Options.GroupSize));
        var constraints = new GroupConstraints(context, lists, graph, atoms.Pairs());
        var seats = new GroupSeats(atoms, constraints, new GroupValue(context, lists, graph, seekers), sizes);
        return (seats, atoms, constraints, notKept);
    }

    /// <summary>How many groups there can be, by those whom each needs.</summary>
    private static int MostGroups(RoundContext context, int[] seekers) => context.Options.Groups.Quotas.Where(quota => quota.AtLeast > 0)
        .Select(quota => new QuotaCheck(quota, context.Index.Members)).Select(quota => seekers.Count(quota.Counts) / quota.Quota.AtLeast)
        .Append(int.MaxValue).Min();
}
