namespace Matchmaking.Learning;

/// <summary>How well probabilities hold.</summary>
internal static class CalibrationMeasure
{
    private const int Parts = 10;

    public static CalibrationReport Of(double[] probabilities, bool[] labels, float[] weights)
    {
        double all = weights.Sum(weight => (double)weight),
            yes = 0;
        for (int i = 0; i < labels.Length; i++)
            yes += labels[i] ? weights[i] : 0;
        double rate = Math.Clamp(yes / all, 1e-9, 1 - 1e-9);
        double logLoss = 0,
            brier = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double p = Math.Clamp(probabilities[i], 1e-12, 1 - 1e-12),
                label = labels[i] ? 1 : 0;
            logLoss -= weights[i] * (labels[i] ? Math.Log(p) : Math.Log(1 - p));
            brier += weights[i] * (p - label) * (p - label);
        }

        return new CalibrationReport
        {
            LogLoss = logLoss / all,
            BaseLogLoss = -((rate * Math.Log(rate)) + ((1 - rate) * Math.Log(1 - rate))),
            Brier = brier / all,
            BaseBrier = rate * (1 - rate),
            Reliability = Reliability(probabilities, labels, weights),
        };
    }

    private static ReliabilityRow[] Reliability(double[] probabilities, bool[] labels, float[] weights)
    {
        int[] order = [.. Enumerable.Range(0, labels.Length).OrderBy(i => probabilities[i])];
        return
        [
            .. Enumerable
                .Range(0, Parts)
                .Select(part => order[(part * order.Length / Parts)..((part + 1) * order.Length / Parts)])
                .Where(rows => rows.Length > 0)
                .Select(rows =>
                {
                    double weight = rows.Sum(i => (double)weights[i]);
                    return new ReliabilityRow
                    {
                        Pairs = rows.Length,
                        Predicted = rows.Sum(i => weights[i] * probabilities[i]) / weight,
                        Observed = rows.Sum(i => labels[i] ? weights[i] : 0.0) / weight,
                    };
                }),
        ];
    }
}
