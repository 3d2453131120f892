namespace Matchmaking;

/// <summary>
/// Deferred acceptance (Gale and Shapley 1962; with capacities on both sides Roth 1984): proposers ask down their lists, receivers keep the
/// best who asked. No two who are not matched would both rather have each other, and of all such matchings this is each proposer's best.
/// </summary>
internal static class StableMatching
{
    /// <summary>
    /// The matched pairs, by proposer and receiver. Time: one step for each proposal, which is at most the lists' whole length, times the
    /// logarithm of a capacity.
    /// </summary>
    public static MatchedPair[] Solve(CapacitatedLists problem, CancellationToken ct = default)
    {
        int[] next = problem.Starts[..problem.ProposerCount];
        int[] free = (int[])problem.ProposerCapacities.Clone();
        var held = new HeldProposals(problem);
        int[] asking = new int[problem.ProposerCount];
        bool[] isAsking = new bool[problem.ProposerCount];
        for (int p = 0; p < asking.Length; p++)
        {
            if ((p & 1023) == 0)
                ct.ThrowIfCancellationRequested();
            int depth = 0;
            asking[depth++] = p;
            isAsking[p] = true;
            while (depth > 0)
            {
                int proposer = asking[depth - 1];
                if (free[proposer] <= 0 || next[proposer] == problem.Starts[proposer + 1])
                {
                    isAsking[proposer] = false;
                    depth--;
                    continue;
                }

                int position = next[proposer]++;
                if (!held.Offer(problem.Receivers[position], problem.ReceiverRanks[position], proposer, out int refused))
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

        return held.ToPairs();
    }

    /// <summary>
    /// The pairs that would break the matching up: both on each other's lists, not matched, and each with room left or with somebody worse.
    /// Empty for a stable matching.
    /// </summary>
    public static IReadOnlyList<MatchedPair> BlockingPairs(CapacitatedLists problem, IReadOnlyCollection<MatchedPair> matching)
    {
        HashSet<MatchedPair> matched = [.. matching];
        int[] proposerCounts = new int[problem.ProposerCount];
        int[] receiverCounts = new int[problem.ReceiverCount];
        int[] lastPosition = new int[problem.ProposerCount];
        int[] worstRank = new int[problem.ReceiverCount];
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
                bool wanted =
                    rank != int.MaxValue && problem.ProposerCapacities[pair.Left] > 0 && problem.ReceiverCapacities[pair.Right] > 0;
                bool proposerWould =
                    proposerCounts[pair.Left] < problem.ProposerCapacities[pair.Left] || position < lastPosition[pair.Left];
                bool receiverWould = receiverCounts[pair.Right] < problem.ReceiverCapacities[pair.Right] || rank < worstRank[pair.Right];
                if (wanted && proposerWould && receiverWould && !matched.Contains(pair))
                    blocking.Add(pair);
            }
        );
        return blocking;

        void Visit(Action<MatchedPair, int, int> action)
        {
            for (int p = 0; p < problem.ProposerCount; p++)
            {
                for (int position = problem.Starts[p]; position < problem.Starts[p + 1]; position++)
                    action(new MatchedPair(p, problem.Receivers[position]), position, problem.ReceiverRanks[position]);
            }
        }
    }
}
