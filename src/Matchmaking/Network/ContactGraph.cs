namespace Matchmaking;

/// <summary>
/// Who has met whom, undirected: interactions, outcomes that brought two together, and small activities in common. A tie's weight is the sum of
/// what made it, decayed by time.
/// </summary>
internal sealed class ContactGraph
{
    private ContactGraph(SparseRows ties)
    {
        Ties = ties;
        RootTies = ties.Map(Math.Sqrt);
        Strength = ties.Sums();
    }

    /// <summary>Member × member: the weight of the tie.</summary>
    public SparseRows Ties { get; }

    /// <summary>The square roots of the <see cref="Ties"/>.</summary>
    public SparseRows RootTies { get; }

    /// <summary>The sum of each member's ties (weighted degree).</summary>
    public double[] Strength { get; }

    public static ContactGraph Build(Community community, AttendanceLog log, TimeDecay decay, int small)
    {
        List<(int, int, double)> entries = [];
        void Tie(int a, int b, double weight)
        {
            // However old, a tie is a tie: a weight that ran out of range still connects.
            weight = Math.Max(weight, double.Epsilon);
            entries.Add((a, b, weight));
            entries.Add((b, a, weight));
        }

        foreach (Interaction i in community.Interactions)
            Tie(community.IndexOf(i.From), community.IndexOf(i.To), i.Weight * decay.Of(i.Time));
        foreach (Outcome o in community.Outcomes.Where(o => o.Kind is OutcomeKind.Accepted or OutcomeKind.Met or OutcomeKind.Rated))
            Tie(community.IndexOf(o.From), community.IndexOf(o.To), decay.Of(o.Time));
        foreach (var activity in log.Visits.Where(v => log.Sizes[log.Occasions[v.Occasion].Activity] <= small).GroupBy(v => log.Occasions[v.Occasion].Activity))
        {
            // The tie through one activity is the smaller of the two sides' part in it.
            (int Member, double Weight)[] members =
                [.. activity.GroupBy(v => v.Member, (member, visits) => (member, visits.Sum(v => decay.Of(v.Time)))).OrderBy(m => m.member)];
            for (int i = 0; i < members.Length; i++)
            {
                for (int j = i + 1; j < members.Length; j++)
                    Tie(members[i].Member, members[j].Member, Math.Min(members[i].Weight, members[j].Weight));
            }
        }

        return new ContactGraph(SparseRows.From(community.Members.Count, entries));
    }
}
