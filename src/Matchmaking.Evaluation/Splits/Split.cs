namespace Matchmaking.Evaluation;

/// <summary>
/// Divides rows (outcomes, meetings, links) so that the division matches the use that is measured. Rows of one meeting or one member tell
/// about each other: dividing them one by one would let a method see its answers. The same rows and seed give the same folds.
/// </summary>
public static class Split
{
    /// <summary>The past trains and what follows tests: how good is a method tomorrow?</summary>
    /// <param name="times">When each row happened.</param>
    /// <param name="cut">Rows before it train; the others test.</param>
    public static Fold ByTime(IReadOnlyList<DateTimeOffset> times, DateTimeOffset cut)
    {
        ArgumentNullException.ThrowIfNull(times);
        return Divide(times.Count, row => times[row] >= cut);
    }

    /// <summary>
    /// Folds that keep the rows of a group together; every row tests in one of them. The folds differ in size as little as the groups
    /// allow.
    /// </summary>
    /// <param name="groups">The group of each row: its evening, its asker, its meeting.</param>
    /// <param name="folds">How many folds, from 2 to the number of groups.</param>
    /// <param name="seed">Decides which groups come together.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two folds or fewer groups than folds.</exception>
    public static IReadOnlyList<Fold> GroupFolds<T>(IReadOnlyList<T> groups, int folds, int seed)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(groups);
        (T Group, int Size)[] sizes = [.. groups.CountBy(group => group).Select(group => (group.Key, group.Value))];
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(folds, sizes.Length);

        // The largest first, each to the emptiest fold; the shuffle decides between equals, for the sort is stable.
        new Random(seed).Shuffle(sizes);
        int[] filled = new int[folds];
        Dictionary<T, int> foldOf = [];
        foreach ((T group, int size) in sizes.OrderByDescending(group => group.Size))
        {
            int emptiest = Array.IndexOf(filled, filled.Min());
            filled[emptiest] += size;
            foldOf.Add(group, emptiest);
        }

        return [.. Enumerable.Range(0, folds).Select(fold => Divide(groups.Count, row => foldOf[groups[row]] == fold))];
    }

    /// <summary>A fold a group, in the order in which groups first appear: it tests, and all others train.</summary>
    /// <param name="groups">The group of each row.</param>
    public static IReadOnlyList<Fold> LeaveOneGroupOut<T>(IReadOnlyList<T> groups)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(groups);
        return [.. groups.Distinct().Select(left => Divide(groups.Count, row => EqualityComparer<T>.Default.Equals(groups[row], left)))];
    }

    /// <summary>
    /// Newcomers who ask: a member whose rows test has answered nothing in training. They may have been answered to there.
    /// </summary>
    /// <param name="from">The member on the asking side of each row.</param>
    /// <param name="folds">How many folds, from 2 to the number of members.</param>
    /// <param name="seed">Decides which members come together.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two folds or fewer members than folds.</exception>
    public static IReadOnlyList<Fold> ColdOnOneSide<T>(IReadOnlyList<T> from, int folds, int seed)
        where T : notnull => GroupFolds(from, folds, seed);

    /// <summary>
    /// Strangers alone: nobody in a test row, on either side, stands in any row of training. Members who are connected by rows, over
    /// however many others, stay together.
    /// </summary>
    /// <param name="from">The member on one side of each row.</param>
    /// <param name="to">The member on the other side.</param>
    /// <param name="folds">How many folds, from 2 to the number of connected components.</param>
    /// <param name="seed">Decides which components come together.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two folds or fewer connected components than folds.</exception>
    public static IReadOnlyList<Fold> ColdOnBothSides<T>(IReadOnlyList<T> from, IReadOnlyList<T> to, int folds, int seed)
        where T : notnull => GroupFolds(ConnectedComponents.Of(from, to), folds, seed);

    /// <summary>Each member's last rows test and their earlier ones train: how good is a method for people it knows?</summary>
    /// <param name="members">The member, or the group, of each row.</param>
    /// <param name="times">When each row happened.</param>
    /// <param name="share">The share of a member's rows that test at the least, in (0, 1); rows of one moment stay together.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside (0, 1).</exception>
    public static Fold LateInMember<T>(IReadOnlyList<T> members, IReadOnlyList<DateTimeOffset> times, double share)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(times);
        if (members.Count != times.Count)
            throw new ArgumentException("there are not as many times as members", nameof(times));
        if (!(share is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "must be in (0, 1)");
        Dictionary<T, DateTimeOffset> cuts = members
            .Index()
            .GroupBy(row => row.Item, row => times[row.Index])
            .ToDictionary(rows => rows.Key, rows => rows.OrderDescending().ElementAt((int)Math.Ceiling(share * rows.Count()) - 1));
        return Divide(members.Count, row => times[row] >= cuts[members[row]]);
    }

    private static Fold Divide(int rows, Func<int, bool> tests)
    {
        ILookup<bool, int> sides = Enumerable.Range(0, rows).ToLookup(tests);
        return new Fold([.. sides[false]], [.. sides[true]]);
    }
}
