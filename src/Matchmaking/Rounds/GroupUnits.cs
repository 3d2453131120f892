namespace Matchmaking.Rounds;

/// <summary>
/// Those who are to be in one group move as one: mostly single members, and the sets of <see cref="GroupRoundOptions.Together"/>, joined
/// where they overlap.
/// </summary>
internal sealed class GroupUnits
{
    private GroupUnits(IReadOnlyList<int[]> units, int members)
    {
        All = units;
        Of = new int[members];
        Array.Fill(Of, -1);
        for (int unit = 0; unit < units.Count; unit++)
        {
            foreach (int member in units[unit])
                Of[member] = unit;
        }
    }

    public IReadOnlyList<int[]> All { get; }

    /// <summary>The unit of each member; −1 for who takes no part.</summary>
    public int[] Of { get; }

    /// <summary>The units of those who seek, and the pairs that cannot be kept together.</summary>
    /// <param name="context">The round.</param>
    /// <param name="largest">The size of the largest group: more than that cannot be together.</param>
    public static (GroupUnits Units, IReadOnlyList<UnkeptPair> Unkept) Make(RoundContext context, int largest)
    {
        int[] seekers = [.. context.Seekers()];
        Dictionary<int, int[]> sets = seekers.ToDictionary(member => member, member => new[] { member });
        List<UnkeptPair> unkept = [];
        IEnumerable<(int, int)> pairs = context
            .Options.Groups.Together.SelectMany(ids => Chain(Positions(context, ids)))
            .Concat(
                context
                    .Options.Locked.Where(pair =>
                        context.Index.Community.Contains(pair.FromId) && context.Index.Community.Contains(pair.ToId)
                    )
                    .Select(pair => (context.Index.Community.IndexOf(pair.FromId), context.Index.Community.IndexOf(pair.ToId)))
            );
        foreach ((int a, int b) in pairs)
        {
            if (Obstacle(context, sets, a, b, largest) is { } obstacle)
            {
                unkept.Add(
                    new UnkeptPair
                    {
                        FromId = context.Index.Members[a].Id,
                        ToId = context.Index.Members[b].Id,
                        Obstacle = obstacle,
                    }
                );
            }
            else if (sets[a] != sets[b])
            {
                int[] joined = [.. sets[a], .. sets[b]];
                foreach (int member in joined)
                    sets[member] = joined;
            }
        }

        return (new GroupUnits([.. seekers.Select(member => sets[member]).Distinct()], context.Index.Members.Count), unkept);
    }

    /// <summary>Some of the units by themselves.</summary>
    public GroupUnits Part(IEnumerable<int> units) => new([.. units.Select(unit => All[unit])], Of.Length);

    /// <summary>All pairs within the units.</summary>
    public IEnumerable<(int A, int B)> Pairs() =>
        from unit in All
        where unit.Length > 1
        from a in unit
        from b in unit
        where a < b
        select (a, b);

    public static int[] Positions(RoundContext context, IEnumerable<string> ids) =>
        [.. ids.Where(context.Index.Community.Contains).Select(context.Index.Community.IndexOf).Distinct()];

    /// <summary>What stands against two being kept together: acquaintance and cool-downs do not.</summary>
    private static Obstacle? Obstacle(RoundContext context, Dictionary<int, int[]> sets, int a, int b, int largest)
    {
        if (!sets.TryGetValue(a, out int[]? first) || !sets.TryGetValue(b, out int[]? second))
            return LockedPairs.Absence(context, a, b);
        if (first != second && first.Length + second.Length > largest)
            return new Obstacle { Kind = ObstacleKind.HostRule, Text = RoundText.Of(context)["RoundTooLarge"] };
        foreach (int x in first)
        {
            foreach (int y in second)
            {
                if (x != y && LockedPairs.Obstacle(context, x, y) is { } obstacle)
                    return obstacle;
            }
        }

        return null;
    }

    private static IEnumerable<(int, int)> Chain(int[] members) => members.Zip(members.Skip(1));
}
