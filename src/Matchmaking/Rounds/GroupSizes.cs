namespace Matchmaking.Rounds;

/// <summary>Into how many groups of which sizes so many members go.</summary>
/// <param name="Count">How many groups.</param>
/// <param name="Smallest">The smallest size of a group.</param>
/// <param name="Largest">The largest.</param>
internal readonly record struct GroupSizes(int Count, int Smallest, int Largest)
{
    /// <summary>
    /// As many seated as possible, in groups as near to the size as possible: where the number does not divide, and nobody is to sit out,
    /// sizes lie between one less (never below three) and one more.
    /// </summary>
    /// <param name="members">How many are to be seated.</param>
    /// <param name="size">The size asked for.</param>
    /// <param name="sitsOut">Whether those who are over sit out.</param>
    /// <param name="atMost">The greatest number of groups: as many as there are facilitators.</param>
    public static GroupSizes Of(int members, int size, bool sitsOut, int atMost)
    {
        int exact = Math.Min(members / size, atMost);
        if (sitsOut || exact * size == members)
            return new GroupSizes(exact, size, size);
        return Around(members, size, atMost);
    }

    /// <summary>The same where sizes may lie between one less, never below three, and one more.</summary>
    public static GroupSizes Around(int members, int size, int atMost)
    {
        int smallest = Math.Max(3, size - 1),
            largest = size + 1;
        var best = new GroupSizes(0, smallest, largest);
        (int Seated, double Near) bestValue = (0, double.NegativeInfinity);
        for (int count = 1; count <= Math.Min(members / smallest, atMost); count++)
        {
            int seated = Math.Min(members, count * largest);
            double near = -Math.Abs(((double)seated / count) - size);
            if ((seated, near).CompareTo(bestValue) > 0)
                (best, bestValue) = (new GroupSizes(count, smallest, largest), (seated, near));
        }

        return best;
    }

    /// <summary>The size at which each group aims.</summary>
    public int[] Targets(int members)
    {
        int[] targets = new int[Count];
        int seated = Math.Min(members, Count * Largest);
        for (int i = 0; i < targets.Length; i++)
            targets[i] = (seated / Count) + (i < seated % Count ? 1 : 0);
        return targets;
    }
}
