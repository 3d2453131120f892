namespace Matchmaking;

/// <summary>A question of the past whose answer is known: rows of features of those who were sampled among its candidates.</summary>
/// <param name="Values">The rows one after another.</param>
/// <param name="Labels">1 for what was chosen, 0 for what was not.</param>
/// <param name="Weights">How many candidates each row stands for.</param>
/// <param name="Rules">The log-odds of the rules' scores.</param>
internal sealed record LinkQuery(float[] Values, float[] Labels, float[] Weights, double[] Rules)
{
    public int Rows => Labels.Length;

    public int Positives => Labels.Count(label => label > 0);
}
