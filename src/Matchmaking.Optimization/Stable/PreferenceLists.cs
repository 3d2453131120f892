using Matchmaking.Optimization.Stable;

namespace Matchmaking.Optimization;

/// <summary>
/// A two-sided market with capacities and incomplete lists: proposers (students, residents, mentees) rank receivers (schools, hospitals,
/// mentors) best first, receivers rank the proposers who list them. What <see cref="StableMatching"/> is solved on.
/// </summary>
/// <remarks>
/// Arrays that are given are kept, not copied: they must not be changed while the lists are in use. Any number of threads may use one.
/// </remarks>
public sealed class PreferenceLists
{
    // A pair stands at one position: positions of a proposer lie together, in the proposer's order.
    private PreferenceLists(int[] starts, int[] receivers, int[] receiverRanks, int[] proposerCapacities, int[] receiverCapacities)
    {
        Starts = starts;
        Receivers = receivers;
        ReceiverRanks = receiverRanks;
        ProposerCapacities = proposerCapacities;
        ReceiverCapacities = receiverCapacities;
    }

    /// <summary>How many proposers there are.</summary>
    public int ProposerCount => ProposerCapacities.Length;

    /// <summary>How many receivers there are.</summary>
    public int ReceiverCount => ReceiverCapacities.Length;

    /// <summary>Where each proposer's positions start; one more at the end.</summary>
    internal int[] Starts { get; }

    /// <summary>The receiver at a position.</summary>
    internal int[] Receivers { get; }

    /// <summary>
    /// The proposer's place in the receiver's order, 0 the best; <see cref="int.MaxValue"/> where the receiver does not want the proposer.
    /// </summary>
    internal int[] ReceiverRanks { get; }

    internal int[] ProposerCapacities { get; }

    internal int[] ReceiverCapacities { get; }

    /// <summary>Of lists that are written out on both sides, best first. A pair that one side leaves out is never made.</summary>
    /// <param name="proposerLists">By proposer: the receivers that they accept, best first.</param>
    /// <param name="receiverLists">By receiver: the proposers that they accept, best first.</param>
    /// <param name="proposerCapacities">How many receivers each proposer takes, 0 or more.</param>
    /// <param name="receiverCapacities">How many proposers each receiver takes, 0 or more.</param>
    /// <exception cref="ArgumentException">
    /// There are not as many lists as capacities, a list names somebody twice or nobody, or a capacity is negative; the message says where.
    /// </exception>
    public static PreferenceLists FromLists(
        IReadOnlyList<int[]> proposerLists,
        IReadOnlyList<int[]> receiverLists,
        int[] proposerCapacities,
        int[] receiverCapacities
    )
    {
        ArgumentNullException.ThrowIfNull(proposerLists);
        ArgumentNullException.ThrowIfNull(receiverLists);
        (int[] proposerStarts, int[] proposers) = Rows(proposerLists, nameof(proposerLists));
        (int[] receiverStarts, int[] receivers) = Rows(receiverLists, nameof(receiverLists));
        return FromRows(proposerStarts, proposers, receiverStarts, receivers, proposerCapacities, receiverCapacities);
    }

    /// <summary>The same of lists that lie in one array, one after the other.</summary>
    /// <param name="proposerStarts">Where each proposer's list starts in <paramref name="proposerLists"/>; one more at the end.</param>
    /// <param name="proposerLists">Receivers, best first within a list.</param>
    /// <param name="receiverStarts">Where each receiver's list starts in <paramref name="receiverLists"/>; one more at the end.</param>
    /// <param name="receiverLists">Proposers, best first within a list.</param>
    /// <param name="proposerCapacities">How many receivers each proposer takes, 0 or more.</param>
    /// <param name="receiverCapacities">How many proposers each receiver takes, 0 or more.</param>
    /// <exception cref="ArgumentException">
    /// The starts do not fit the lists or the capacities, a list names somebody twice or nobody, or a capacity is negative; the message
    /// says where.
    /// </exception>
    public static PreferenceLists FromRows(
        int[] proposerStarts,
        int[] proposerLists,
        int[] receiverStarts,
        int[] receiverLists,
        int[] proposerCapacities,
        int[] receiverCapacities
    )
    {
        PreferenceCheck.Capacities(proposerCapacities, nameof(proposerCapacities));
        PreferenceCheck.Capacities(receiverCapacities, nameof(receiverCapacities));
        (int proposers, int receivers) = (proposerCapacities.Length, receiverCapacities.Length);
        PreferenceCheck.Rows(proposerStarts, proposerLists, proposers, receivers, nameof(proposerStarts), nameof(proposerLists));
        PreferenceCheck.Rows(receiverStarts, receiverLists, receivers, proposers, nameof(receiverStarts), nameof(receiverLists));
        int[] ranks = new int[proposerLists.Length];

        // Receiver by receiver, so that one row of places at a time is written and read.
        (int[] starts, ulong[] entries) = ByReceiver(proposerStarts, proposerLists, receivers);
        int[] places = new int[proposers];
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

        return new PreferenceLists(proposerStarts, proposerLists, ranks, proposerCapacities, receiverCapacities);
    }

    /// <summary>
    /// Of what each side would gain, more is better; equal gains are put in an order drawn from the seed, differently for each who ranks.
    /// The order of the pairs changes nothing.
    /// </summary>
    /// <param name="pairs">The pairs that may be made, each once at the most.</param>
    /// <param name="proposerCapacities">How many receivers each proposer takes, 0 or more.</param>
    /// <param name="receiverCapacities">How many proposers each receiver takes, 0 or more.</param>
    /// <param name="seed">What lots are drawn with where gains are equal.</param>
    /// <exception cref="ArgumentException">
    /// A pair is given twice or names nobody, a gain is NaN, or a capacity is negative; the message says where.
    /// </exception>
    public static PreferenceLists FromGains(ReadOnlySpan<PairGains> pairs, int[] proposerCapacities, int[] receiverCapacities, int seed = 1)
    {
        PreferenceCheck.Capacities(proposerCapacities, nameof(proposerCapacities));
        PreferenceCheck.Capacities(receiverCapacities, nameof(receiverCapacities));
        PreferenceCheck.Pairs(pairs, proposerCapacities.Length, receiverCapacities.Length, nameof(pairs));
        ulong lots = unchecked((ulong)seed);
        PairGains[] ordered = pairs.ToArray();
        Array.Sort(ordered, (x, y) => x.Proposer != y.Proposer ? x.Proposer.CompareTo(y.Proposer)
            : x.ProposerGain != y.ProposerGain ? y.ProposerGain.CompareTo(x.ProposerGain)
            : Draw(lots, x.Proposer, x.Receiver).CompareTo(Draw(lots, y.Proposer, y.Receiver)));

        int[] starts = new int[proposerCapacities.Length + 1];
        foreach (PairGains pair in ordered)
            starts[pair.Proposer + 1]++;
        for (int p = 0; p < proposerCapacities.Length; p++)
            starts[p + 1] += starts[p];
        int[] receivers = Array.ConvertAll(ordered, p => p.Receiver);
        PreferenceCheck.Twice(starts, receivers, receiverCapacities.Length, nameof(pairs));

        int[] positions = [.. Enumerable.Range(0, ordered.Length)];
        Array.Sort(positions, (a, b) =>
        {
            (PairGains x, PairGains y) = (ordered[a], ordered[b]);
            return x.Receiver != y.Receiver ? x.Receiver.CompareTo(y.Receiver)
                : x.ReceiverGain != y.ReceiverGain ? y.ReceiverGain.CompareTo(x.ReceiverGain)
                : Draw(~lots, x.Receiver, x.Proposer).CompareTo(Draw(~lots, y.Receiver, y.Proposer));
        });
        int[] ranks = new int[ordered.Length];
        for (int i = 0, first = 0; i < positions.Length; i++)
        {
            if (ordered[positions[i]].Receiver != ordered[positions[first]].Receiver)
                first = i;
            ranks[positions[i]] = i - first;
        }

        return new PreferenceLists(starts, receivers, ranks, proposerCapacities, receiverCapacities);
    }

    private static (int[] Starts, int[] Lists) Rows(IReadOnlyList<int[]> lists, string name)
    {
        int[] starts = new int[lists.Count + 1];
        for (int i = 0; i < lists.Count; i++)
            starts[i + 1] = starts[i] + (lists[i] ?? throw new ArgumentException($"list {i} is null", name)).Length;
        int[] all = new int[starts[^1]];
        for (int i = 0; i < lists.Count; i++)
            lists[i].CopyTo(all, starts[i]);
        return (starts, all);
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
