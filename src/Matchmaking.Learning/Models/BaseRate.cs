namespace Matchmaking.Learning;

/// <summary>What can be said of a row of which nothing is known.</summary>
internal static class BaseRate
{
    /// <summary>Whether there is nothing to tell apart: no yes, no no, or no rows.</summary>
    public static bool OfOneClass(TrainingData data) => data.ClassWeights() is not (> 0, > 0);

    /// <summary>Log-odds of a yes, half a row added to both sides (Haldane 1956), so that they are finite.</summary>
    public static double Logit(TrainingData data)
    {
        (double positive, double negative) = data.ClassWeights();
        return Math.Log((positive + .5) / (negative + .5));
    }
}
