namespace Matchmaking.Evaluation;

/// <summary>Pairs sorted by score once, so that many weightings of them (bootstrap samples) are measured in linear time each.</summary>
internal sealed class OrderedPairs
{
    private readonly int[] _order;
    private readonly IReadOnlyList<double> _scores;
    private readonly IReadOnlyList<bool> _labels;

    public OrderedPairs(IReadOnlyList<double> scores, IReadOnlyList<bool> labels)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(labels);
        if (scores.Count != labels.Count)
            throw new ArgumentException("there are not as many labels as scores", nameof(labels));
        if (scores.Any(score => !double.IsFinite(score)))
            throw new ArgumentException("a score is not a finite number", nameof(scores));
        (_scores, _labels) = (scores, labels);
        _order = [.. Enumerable.Range(0, scores.Count).OrderByDescending(row => scores[row])];
    }

    /// <param name="weights">How often each row counts; null: once.</param>
    public double Auc(ReadOnlySpan<double> weights)
    {
        double positives = 0,
            negatives = 0,
            rightly = 0;
        for (int start = 0, end; start < _order.Length; start = end)
        {
            (double yes, double no) = Tied(start, weights, out end);
            // These negatives lie below all positives so far, and beside those of their own score.
            rightly += no * (positives + (yes / 2));
            positives += yes;
            negatives += no;
        }

        return positives * negatives > 0 ? rightly / (positives * negatives) : 0.5;
    }

    /// <inheritdoc cref="Auc"/>
    public double AveragePrecision(ReadOnlySpan<double> weights)
    {
        double positives = 0,
            negatives = 0,
            sum = 0;
        for (int start = 0, end; start < _order.Length; start = end)
        {
            (double yes, double no) = Tied(start, weights, out end);
            positives += yes;
            negatives += no;
            sum += yes > 0 ? yes * positives / (positives + negatives) : 0;
        }

        return positives > 0 ? sum / positives : 0;
    }

    private (double Yes, double No) Tied(int start, ReadOnlySpan<double> weights, out int end)
    {
        double yes = 0,
            no = 0;
        for (end = start; end < _order.Length && _scores[_order[end]] == _scores[_order[start]]; end++)
        {
            double weight = weights.IsEmpty ? 1 : weights[_order[end]];
            yes += _labels[_order[end]] ? weight : 0;
            no += _labels[_order[end]] ? 0 : weight;
        }

        return (yes, no);
    }
}
