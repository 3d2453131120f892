namespace Matchmaking;

/// <summary>A question of the past whose answer is known: rows of features of those who were sampled among its candidates.</summary>
/// <param name="Values">The rows one after another.</param>
/// <param name="Labels">1 for what was chosen, 0 for what was not.</param>
/// <param name="Weights">How many candidates each row stands for.</param>
/// <param name="Rules">The log-odds of the rules' scores.</param>
/// <param name="Chosen">When what was chosen was chosen; the rows of those come first, in this order.</param>
internal sealed record LinkQuery(float[] Values, float[] Labels, float[] Weights, double[] Rules, DateTimeOffset[] Chosen)
{
    /// <summary>Makes a question of the candidates that were sampled.</summary>
    /// <param name="at">Positions among the candidates, those that were chosen first.</param>
    /// <param name="weights">How many candidates each stands for.</param>
    /// <param name="columns">How many values a row has.</param>
    /// <param name="rules">The rules' score, by position.</param>
    /// <param name="chosen">When what stands at a position was chosen; null where it was not.</param>
    /// <param name="write">Fills the row of what stands at a position.</param>
    public static LinkQuery Of(int[] at, float[] weights, int columns, double[] rules, Func<int, DateTimeOffset?> chosen, Action<int, Memory<float>> write)
    {
        float[] values = new float[at.Length * columns];
        for (int j = 0; j < at.Length; j++)
            write(at[j], values.AsMemory(j * columns, columns));
        DateTimeOffset?[] times = Array.ConvertAll(at, a => chosen(a));
        return new LinkQuery(values, Array.ConvertAll(times, time => time is null ? 0f : 1f), weights, Array.ConvertAll(at, a => RuleOdds.Of(rules[a])), [.. times.OfType<DateTimeOffset>()]);
    }

    /// <summary>The same question as it would have been answered by an earlier moment: what was chosen later was not chosen yet.</summary>
    public LinkQuery AnsweredBy(DateTimeOffset until)
    {
        float[] labels = [.. Labels];
        for (int i = 0; i < Chosen.Length; i++)
            labels[i] = Chosen[i] < until ? 1 : 0;
        return this with { Labels = labels };
    }

    public int Rows => Labels.Length;

    public int Positives => Labels.Count(label => label > 0);
}
