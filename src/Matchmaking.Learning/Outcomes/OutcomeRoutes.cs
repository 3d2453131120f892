namespace Matchmaking.Learning;

/// <summary>Which histories may be known of the pairs that will be asked for: each has its own trees.</summary>
internal static class OutcomeRoutes
{
    /// <summary>Of fewer members, or rows, than this share a route of their own would learn nothing.</summary>
    private const double LeastShare = .05;

    /// <summary>Of those held out.</summary>
    public static KnownHistory[] Of(OutcomeRows rows, AnswerTable table, int[] test)
    {
        KnownHistory[] frequent =
        [
            .. test.GroupBy(row => table.Known(rows.Pairs[row].From, rows.Pairs[row].To))
                .Where(group => group.Count() >= 2 * LeastShare * test.Length)
                .OrderByDescending(group => group.Count())
                .Take(4)
                .Select(group => group.Key),
        ];
        return frequent.Length == 0 ? [KnownHistory.None] : [.. frequent.Order()];
    }

    /// <summary>Of anybody in the community, and of newcomers, on either side; nothing known comes first.</summary>
    public static KnownHistory[] Of(OutcomeRows rows, AnswerTable table)
    {
        HashSet<int> askers = [.. rows.Pairs.Select(pair => pair.From)],
            asked = [.. rows.Pairs.Select(pair => pair.To)];
        IEnumerable<KnownHistory> from = Frequent(rows.Labels.OneSided ? askers : askers.Union(asked)),
            to = Frequent(rows.Labels.OneSided ? asked : askers.Union(asked));
        return [.. from.SelectMany(a => to.Select(b => a | (KnownHistory)((int)b << 2))).Distinct().Order()];

        IEnumerable<KnownHistory> Frequent(IEnumerable<int> members)
        {
            int[] all = [.. members];
            return all.GroupBy(member => table.Known(member, member) & (KnownHistory.FromAnswers | KnownHistory.FromReceived))
                .Where(group => group.Count() >= LeastShare * all.Length)
                .Select(group => group.Key)
                .Append(KnownHistory.None)
                .Distinct();
        }
    }
}
