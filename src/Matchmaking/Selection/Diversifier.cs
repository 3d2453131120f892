namespace Matchmaking.Selection;

/// <summary>Chooses from the best candidates so that they differ: maximal marginal relevance (Carbonell and Goldstein 1998).</summary>
internal static class Diversifier
{
    /// <summary>Of how many candidates one is chosen: enough for variety, few enough that the last is still good.</summary>
    public const int PoolFactor = 5;

    /// <param name="index">The community.</param>
    /// <param name="pool">The best candidates, best first.</param>
    /// <param name="count">How many to choose.</param>
    /// <param name="diversity">How much variety counts, in [0, 1].</param>
    /// <param name="before">Those chosen already, from whom the others differ too; null: none.</param>
    public static Candidate[] Choose(CommunityIndex index, Candidate[] pool, int count, double diversity, List<Candidate>? before = null)
    {
        var chosen = new List<Candidate>(Math.Min(count, pool.Length));
        // The first ones are not chosen yet; each with how alike they are to the nearest of those chosen.
        Candidate[] remaining = [.. pool];
        double[] closest = new double[pool.Length];
        foreach (Candidate earlier in before ?? [])
        {
            for (int i = 0; i < pool.Length; i++)
                closest[i] = Math.Max(closest[i], Likeness(index, earlier.Member, pool[i].Member));
        }

        for (int left = pool.Length; chosen.Count < count && left > 0; )
        {
            int best = 0;
            double bestValue = double.NegativeInfinity;
            for (int i = 0; i < left; i++)
            {
                double value = ((1 - diversity) * remaining[i].Score) - (diversity * closest[i]);
                if (value > bestValue)
                    (best, bestValue) = (i, value);
            }

            Candidate next = remaining[best];
            chosen.Add(next);
            // The order stays: of equals the better one comes first.
            left--;
            remaining.AsSpan(best + 1, left - best).CopyTo(remaining.AsSpan(best));
            closest.AsSpan(best + 1, left - best).CopyTo(closest.AsSpan(best));
            for (int i = 0; i < left; i++)
                closest[i] = Math.Max(closest[i], Likeness(index, next.Member, remaining[i].Member));
        }

        return [.. chosen];
    }

    /// <summary>Two candidates are alike as far as either their interests or their texts are.</summary>
    private static double Likeness(CommunityIndex index, int a, int b) =>
        Math.Max(
            index.InterestSimilarity.Compute(index.Vectors[a].Interests, index.Vectors[b].Interests),
            TextSimilarity.Compute(index.Vectors[a], index.Vectors[b])
        );
}
