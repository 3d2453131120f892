namespace Matchmaking;

/// <summary>
/// A two-sided market with capacities and incomplete lists: proposers (mentees) rank receivers (mentors) best first, receivers rank the
/// proposers who list them. A pair stands at one <em>position</em>: positions of a proposer lie together, in the proposer's order.
/// </summary>
internal sealed class CapacitatedLists
{
    private CapacitatedLists(int[] starts, int[] receivers, int[] receiverRanks, int[] proposerCapacities, int[] receiverCapacities)
    {
        Starts = starts;
        Receivers = receivers;
        ReceiverRanks = receiverRanks;
        ProposerCapacities = proposerCapacities;
        ReceiverCapacities = receiverCapacities;
    }

    public int ProposerCount => ProposerCapacities.Length;

    public int ReceiverCount => ReceiverCapacities.Length;

    /// <summary>Where each proposer's positions start; one more at the end.</summary>
    public int[] Starts { get; }

    /// <summary>The receiver at a position.</summary>
    public int[] Receivers { get; }

    /// <summary>
    /// The proposer's place in the receiver's order, 0 the best; <see cref="int.MaxValue"/> where the receiver does not want the proposer.
    /// </summary>
    public int[] ReceiverRanks { get; }

    public int[] ProposerCapacities { get; }

    public int[] ReceiverCapacities { get; }

    /// <summary>
    /// Of lists that are written out on both sides, best first, in one row after the other. A pair that one side leaves out is never made.
    /// </summary>
    /// <param name="proposerStarts">Where each proposer's list starts in <paramref name="proposerLists"/>; one more at the end.</param>
    /// <param name="proposerLists">Receivers.</param>
    /// <param name="receiverStarts">As for the proposers.</param>
    /// <param name="receiverLists">Proposers.</param>
    /// <param name="proposerCapacities">How many receivers each proposer takes.</param>
    /// <param name="receiverCapacities">How many proposers each receiver takes.</param>
    public static CapacitatedLists FromLists(
        int[] proposerStarts,
        int[] proposerLists,
        int[] receiverStarts,
        int[] receiverLists,
        int[] proposerCapacities,
        int[] receiverCapacities
    )
    {
        int receivers = receiverCapacities.Length;
        int[] ranks = new int[proposerLists.Length];

        // Receiver by receiver, so that one row of places at a time is written and read.
        (int[] starts, ulong[] entries) = ByReceiver(proposerStarts, proposerLists, receivers);
        int[] places = new int[proposerCapacities.Length];
        for (int r = 0; r < receivers; r++)
        {
            for (int i = receiverStarts[r]; i < receiverStarts[r + 1]; i++)
                places[receiverLists[i]] = i - receiverStarts[r] + 1;
            for (int i = starts[r]; i < starts[r + 1]; i++)
            {
                int place = places[entries[i] >> 32];
                ranks[(uint)entries[i]] = place == 0 ? int.MaxValue : place - 1;
            }

            for (int i = receiverStarts[r]; i < receiverStarts[r + 1]; i++)
                places[receiverLists[i]] = 0;
        }

        return new CapacitatedLists(proposerStarts, proposerLists, ranks, proposerCapacities, receiverCapacities);
    }

    /// <summary>
    /// Of what each side would gain, more is better; equal gains are put in an order drawn from the seed, differently for each who ranks.
    /// </summary>
    public static CapacitatedLists FromGains(
        ReadOnlySpan<TwoSidedPair> pairs,
        int[] proposerCapacities,
        int[] receiverCapacities,
        ulong seed
    )
    {
        TwoSidedPair[] ordered = pairs.ToArray();
        Array.Sort(ordered, (x, y) => x.Proposer != y.Proposer ? x.Proposer.CompareTo(y.Proposer)
            : x.ProposerGain != y.ProposerGain ? y.ProposerGain.CompareTo(x.ProposerGain)
            : Draw(seed, x.Proposer, x.Receiver).CompareTo(Draw(seed, y.Proposer, y.Receiver)));

        int[] starts = new int[proposerCapacities.Length + 1];
        foreach (TwoSidedPair pair in ordered)
            starts[pair.Proposer + 1]++;
        for (int p = 0; p < proposerCapacities.Length; p++)
            starts[p + 1] += starts[p];

        int[] positions = [.. Enumerable.Range(0, ordered.Length)];
        Array.Sort(positions, (a, b) =>
        {
            (TwoSidedPair x, TwoSidedPair y) = (ordered[a], ordered[b]);
            return x.Receiver != y.Receiver ? x.Receiver.CompareTo(y.Receiver)
                : x.ReceiverGain != y.ReceiverGain ? y.ReceiverGain.CompareTo(x.ReceiverGain)
                : Draw(~seed, x.Receiver, x.Proposer).CompareTo(Draw(~seed, y.Receiver, y.Proposer));
        });
        int[] ranks = new int[ordered.Length];
        for (int i = 0, first = 0; i < positions.Length; i++)
        {
            if (ordered[positions[i]].Receiver != ordered[positions[first]].Receiver)
                first = i;
            ranks[positions[i]] = i - first;
        }

        return new CapacitatedLists(starts, Array.ConvertAll(ordered, p => p.Receiver), ranks, proposerCapacities, receiverCapacities);
    }

    /// <summary>
    /// The positions by receiver, the proposer in the upper half of each entry: one stream of scattered writes instead of two.
    /// </summary>
    private static (int[] Starts, ulong[] Entries) ByReceiver(int[] proposerStarts, int[] proposerLists, int receivers)
    {
        int[] starts = new int[receivers + 1];
        foreach (int receiver in proposerLists)
            starts[receiver + 1]++;
        for (int r = 0; r < receivers; r++)
            starts[r + 1] += starts[r];

        int[] next = starts[..receivers];
        ulong[] entries = new ulong[proposerLists.Length];
        for (int p = 0; p + 1 < proposerStarts.Length; p++)
        {
            for (int position = proposerStarts[p]; position < proposerStarts[p + 1]; position++)
                entries[next[proposerLists[position]]++] = ((ulong)p << 32) | (uint)position;
        }

        return (starts, entries);
    }

    /// <summary>
    /// SplitMix64's finaliser over the seed and the two: the same pair draws the same lot whatever the order of the pairs.
    /// </summary>
    private static ulong Draw(ulong seed, int ranking, int ranked)
    {
        ulong z = seed + (0x9E3779B97F4A7C15UL * (((ulong)(uint)ranking << 32 | (uint)ranked) + 1));
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
