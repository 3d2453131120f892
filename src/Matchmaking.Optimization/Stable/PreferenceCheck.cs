namespace Matchmaking.Optimization.Stable;

/// <summary>What is wrong with lists, gains and capacities, named by its place.</summary>
internal static class PreferenceCheck
{
    public static void Capacities(int[] capacities, string name)
    {
        ArgumentNullException.ThrowIfNull(capacities, name);
        int at = capacities.AsSpan().IndexOfAnyInRange(int.MinValue, -1);
        if (at >= 0)
            throw new ArgumentException($"capacity {at} is {capacities[at]}: it must be 0 or more", name);
    }

    public static void Rows(int[] starts, int[] lists, int count, int others, string startsName, string listsName)
    {
        ArgumentNullException.ThrowIfNull(starts, startsName);
        ArgumentNullException.ThrowIfNull(lists, listsName);
        if (starts.Length != count + 1)
            throw new ArgumentException($"{count} capacities need {count + 1} starts; there are {starts.Length}", startsName);
        if (starts[0] != 0 || starts[count] != lists.Length)
            throw new ArgumentException($"the starts must begin with 0 and end with {lists.Length}, the lists' length", startsName);
        for (int i = 0; i < count; i++)
        {
            if (starts[i + 1] < starts[i])
                throw new ArgumentException($"start {i + 1} is before start {i}", startsName);
        }

        for (int i = 0; i < lists.Length; i++)
        {
            if ((uint)lists[i] >= (uint)others)
                throw new ArgumentException($"entry {i} is {lists[i]}: it must be in 0..{others - 1}", listsName);
        }

        Twice(starts, lists, others, listsName);
    }

    /// <summary>Whether one list names somebody twice.</summary>
    public static void Twice(int[] starts, int[] lists, int others, string name)
    {
        int[] seen = new int[others];
        for (int i = 0; i + 1 < starts.Length; i++)
        {
            foreach (int other in lists.AsSpan(starts[i]..starts[i + 1]))
            {
                if (seen[other] == i + 1)
                    throw new ArgumentException($"list {i} names {other} twice", name);
                seen[other] = i + 1;
            }
        }
    }

    public static void Pairs(ReadOnlySpan<PairGains> pairs, int proposers, int receivers, string name)
    {
        for (int i = 0; i < pairs.Length; i++)
        {
            PairGains pair = pairs[i];
            if ((uint)pair.Proposer >= (uint)proposers)
                throw new ArgumentException($"pair {i} names proposer {pair.Proposer}: there are {proposers}", name);
            if ((uint)pair.Receiver >= (uint)receivers)
                throw new ArgumentException($"pair {i} names receiver {pair.Receiver}: there are {receivers}", name);
            if (double.IsNaN(pair.ProposerGain) || double.IsNaN(pair.ReceiverGain))
                throw new ArgumentException($"a gain of pair {i} is NaN", name);
        }
    }
}
