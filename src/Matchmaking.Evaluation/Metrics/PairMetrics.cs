namespace Matchmaking.Evaluation;

/// <summary>Measures of scores and probabilities over all pairs at once, as scikit-learn defines them.</summary>
public static class PairMetrics
{
    /// <summary>scikit-learn's bound: a certain and wrong probability costs much, not everything.</summary>
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>
    /// How probable it is that a positive has a higher score than a negative; a tie counts half. ½ where one of the two is missing.
    /// </summary>
    /// <param name="scores">A score a pair, higher for better.</param>
    /// <param name="labels">Whether it was a yes.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a score is not finite.</exception>
    public static double Auc(IReadOnlyList<double> scores, IReadOnlyList<bool> labels) => new OrderedPairs(scores, labels).Auc(null);

    /// <summary>
    /// The mean over the positives of the precision at their place: Σ (recallₙ − recallₙ₋₁)·precisionₙ over the distinct scores. 0 where
    /// there is no positive.
    /// </summary>
    /// <inheritdoc cref="Auc" path="/param"/>
    /// <inheritdoc cref="Auc" path="/exception"/>
    public static double AveragePrecision(IReadOnlyList<double> scores, IReadOnlyList<bool> labels) =>
        new OrderedPairs(scores, labels).AveragePrecision(null);

    /// <summary>The mean of −ln of the probability given to what happened; lower is better.</summary>
    /// <param name="probabilities">The probability of a yes, in [0, 1]; kept off 0 and 1 by 2.2e-16.</param>
    /// <param name="labels">Whether it was a yes.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no row, or a probability is outside [0, 1].</exception>
    public static double LogLoss(IReadOnlyList<double> probabilities, IReadOnlyList<bool> labels)
    {
        Check(probabilities, labels);
        return probabilities.Zip(labels, (p, yes) => -Math.Log(Math.Clamp(yes ? p : 1 - p, Epsilon, 1 - Epsilon))).Average();
    }

    /// <summary>The mean squared distance of the probability from what happened (Brier 1950); lower is better.</summary>
    /// <inheritdoc cref="LogLoss" path="/param"/>
    /// <inheritdoc cref="LogLoss" path="/exception"/>
    public static double Brier(IReadOnlyList<double> probabilities, IReadOnlyList<bool> labels)
    {
        Check(probabilities, labels);
        return probabilities.Zip(labels, (p, yes) => yes ? (1 - p) * (1 - p) : p * p).Average();
    }

    private static void Check(IReadOnlyList<double> probabilities, IReadOnlyList<bool> labels)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(labels);
        if (probabilities.Count != labels.Count || labels.Count == 0)
            throw new ArgumentException("there are not as many labels as probabilities, or none", nameof(labels));
        if (probabilities.Any(p => !(p is >= 0 and <= 1)))
            throw new ArgumentException("a probability is outside [0, 1]", nameof(probabilities));
    }
}
