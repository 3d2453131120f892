namespace Matchmaking;

/// <summary>
/// Some of a question's candidates: all that were chosen, those that the rules rank highest, and a uniform draw of the rest, each of which stands
/// for as many as it was drawn from. The weights keep the sample unbiased: hard negatives without them would teach that what is close is bad,
/// while a uniform draw alone has next to nobody in the region where the first ten are decided.
/// </summary>
internal static class CandidateSample
{
    /// <param name="candidates">All candidates.</param>
    /// <param name="rules">The rules' score of each.</param>
    /// <param name="chosen">Those that were chosen.</param>
    /// <param name="hard">How many of the highest-ranked others to take.</param>
    /// <param name="uniform">How many of the rest to draw.</param>
    /// <param name="random">Draws them.</param>
    /// <returns>Positions in <paramref name="candidates"/>, the chosen ones first, with the number of candidates each stands for.</returns>
    public static (int[] At, float[] Weights) Draw(ReadOnlySpan<int> candidates, ReadOnlySpan<double> rules, IReadOnlySet<int> chosen, int hard, int uniform, Random random)
    {
        List<int> positives = [], others = [];
        for (int i = 0; i < candidates.Length; i++)
            (chosen.Contains(candidates[i]) ? positives : others).Add(i);
        // Ties are broken by chance, not by the order in which members joined.
        int[] order = [.. others];
        random.Shuffle(order);
        double[] keys = new double[order.Length];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = -rules[order[i]];
        Array.Sort(keys, order);
        int first = Math.Min(hard, order.Length);
        int[] rest = order[first..];
        random.Shuffle(rest);
        int drawn = Math.Min(uniform, rest.Length);
        int[] at = [.. positives, .. order[..first], .. rest[..drawn]];
        float[] weights = new float[at.Length];
        Array.Fill(weights, 1);
        Array.Fill(weights, drawn == 0 ? 1 : (float)rest.Length / drawn, positives.Count + first, drawn);
        return (at, weights);
    }
}
