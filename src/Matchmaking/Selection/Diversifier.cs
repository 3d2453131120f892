namespace Matchmaking;

/// <summary>Chooses from the best candidates so that they differ: maximal marginal relevance (Carbonell and Goldstein 1998).</summary>
internal static class Diversifier
{
    /// <summary>Of how many candidates one is chosen: enough for variety, few enough that the last is still good.</summary>
    public const int PoolFactor = 5;

    public static Candidate[] Choose(CommunityIndex index, Candidate[] pool, int count, double diversity)
    {
        var chosen = new List<Candidate>(Math.Min(count, pool.Length));
        var remaining = new List<Candidate>(pool);
        double[] closest = new double[index.Members.Count];
        while (chosen.Count < count && remaining.Count > 0)
        {
            int best = 0;
            double bestValue = double.NegativeInfinity;
            for (int i = 0; i < remaining.Count; i++)
            {
                double value = ((1 - diversity) * remaining[i].Score) - (diversity * closest[remaining[i].Member]);
                if (value > bestValue)
                    (best, bestValue) = (i, value);
            }

            Candidate next = remaining[best];
            chosen.Add(next);
            remaining.RemoveAt(best);
            foreach (Candidate candidate in remaining)
                closest[candidate.Member] = Math.Max(closest[candidate.Member], Likeness(index, next.Member, candidate.Member));
        }

        return [.. chosen];
    }

    /// <summary>Two candidates are alike as far as either their interests or their texts are.</summary>
    private static double Likeness(CommunityIndex index, int a, int b) => Math.Max(
        index.InterestSimilarity.Compute(index.Vectors[a].Interests, index.Vectors[b].Interests),
        TextSimilarity.Compute(index.Vectors[a], index.Vectors[b]));
}
