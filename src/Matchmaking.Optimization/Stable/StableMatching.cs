using System.Runtime.InteropServices;
using Matchmaking.Optimization.Stable;

namespace Matchmaking.Optimization;

/// <summary>
/// Deferred acceptance (Gale and Shapley 1962; with capacities on both sides Roth 1984, the hospitals-residents lists): proposers ask down
/// their lists, receivers keep the best who asked. No two who are not matched would both rather have each other, and of all such matchings
/// this is each proposer's best.
/// </summary>
/// <remarks>
/// The same lists have the same answer. Keeps no state: any number of threads may call it, also on the same lists. One call runs on one
/// thread.
/// </remarks>
public static class StableMatching
{
    /// <summary>
    /// Finds the stable matching that is best for the proposers. Time: one step for each proposal, which is at most the lists' whole
    /// length, times the logarithm of a capacity.
    /// </summary>
    /// <param name="lists">Who accepts whom, and in which order.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public static StableMatchingResult Solve(PreferenceLists lists, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lists);
        int[] next = lists.Starts[..lists.ProposerCount];
        int[] free = (int[])lists.ProposerCapacities.Clone();
        var held = new HeldProposals(lists);
        int[] asking = new int[lists.ProposerCount];
        bool[] isAsking = new bool[lists.ProposerCount];
        for (int p = 0; p < asking.Length; p++)
        {
            if ((p & 1023) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            int depth = 0;
            asking[depth++] = p;
            isAsking[p] = true;
            while (depth > 0)
            {
                int proposer = asking[depth - 1];
                if (free[proposer] <= 0 || next[proposer] == lists.Starts[proposer + 1])
                {
                    isAsking[proposer] = false;
                    depth--;
                    continue;
                }

                int position = next[proposer]++;
                if (!held.Offer(lists.Receivers[position], lists.ReceiverRanks[position], proposer, out int refused))
                    continue;
                free[proposer]--;
                if (refused < 0)
                    continue;
                free[refused]++;
                if (!isAsking[refused])
                {
                    isAsking[refused] = true;
                    asking[depth++] = refused;
                }
            }
        }

        return new StableMatchingResult { Pairs = ImmutableCollectionsMarshal.AsImmutableArray(held.ToPairs()) };
    }

    /// <summary>
    /// The pairs that would break the matching up: both on each other's lists, not matched, and each with room left or with somebody worse.
    /// Empty for a stable matching. Time: the lists' whole length.
    /// </summary>
    /// <param name="lists">Who accepts whom, and in which order.</param>
    /// <param name="matching">Any matching within the capacities, its pairs in any order; of pairs that are on no list only that they are
    /// matched counts.</param>
    /// <returns>The blocking pairs, by proposer, each proposer's in the order of their list.</returns>
    public static IReadOnlyList<MatchedPair> BlockingPairs(PreferenceLists lists, IEnumerable<MatchedPair> matching)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(matching);
        HashSet<MatchedPair> matched = [.. matching];
        int[] proposerCounts = new int[lists.ProposerCount];
        int[] receiverCounts = new int[lists.ReceiverCount];
        int[] lastPosition = new int[lists.ProposerCount];
        int[] worstRank = new int[lists.ReceiverCount];
        Visit(
            (pair, position, rank) =>
            {
                if (!matched.Contains(pair))
                    return;
                proposerCounts[pair.Left]++;
                receiverCounts[pair.Right]++;
                lastPosition[pair.Left] = position;
                worstRank[pair.Right] = Math.Max(worstRank[pair.Right], rank);
            }
        );

        var blocking = new List<MatchedPair>();
        Visit(
            (pair, position, rank) =>
            {
                bool wanted = rank != int.MaxValue && lists.ProposerCapacities[pair.Left] > 0 && lists.ReceiverCapacities[pair.Right] > 0;
                bool proposerWould = proposerCounts[pair.Left] < lists.ProposerCapacities[pair.Left] || position < lastPosition[pair.Left];
                bool receiverWould = receiverCounts[pair.Right] < lists.ReceiverCapacities[pair.Right] || rank < worstRank[pair.Right];
                if (wanted && proposerWould && receiverWould && !matched.Contains(pair))
                    blocking.Add(pair);
            }
        );
        return blocking;

        void Visit(Action<MatchedPair, int, int> action)
        {
            for (int p = 0; p < lists.ProposerCount; p++)
            {
                for (int position = lists.Starts[p]; position < lists.Starts[p + 1]; position++)
                    action(new MatchedPair(p, lists.Receivers[position]), position, lists.ReceiverRanks[position]);
            }
        }
    }
}
