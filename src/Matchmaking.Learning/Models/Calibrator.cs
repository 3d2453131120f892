namespace Matchmaking.Learning;

/// <summary>Fits a calibration to predictions of rows that the model was not trained on.</summary>
internal static class Calibrator
{
    /// <summary>A model that ranks backwards on held-out rows gets this slope: flat, but the order stays the model's.</summary>
    private const double SmallestSlope = 1e-3;

    private const int MostSteps = 100;

    /// <summary>
    /// Platt's sigmoid (1999) with his smoothed targets, by Newton's method with halved steps (Lin, Lin and Weng 2007). A weight counts as
    /// that many rows.
    /// </summary>
    public static Calibration Platt(ReadOnlySpan<double> logits, ReadOnlySpan<float> labels, ReadOnlySpan<float> weights)
    {
        (double positive, double negative) = Classes(logits, labels, weights);
        // Of one and the same log-odds there is no slope to find.
        if (!Differ(logits))
            return Flat(logits.Length > 0 ? logits[0] : 0);
        double yes = (positive + 1) / (positive + 2),
            no = 1 / (negative + 2);
        double slope = 1,
            intercept = 0;
        double loss = Loss(logits, labels, weights, yes, no, slope, intercept);
        for (int step = 0; step < MostSteps; step++)
        {
            double g0 = 0,
                g1 = 0,
                h00 = 0,
                h01 = 0,
                h11 = 0;
            for (int i = 0; i < logits.Length; i++)
            {
                double p = 1 / (1 + Math.Exp(-((slope * logits[i]) + intercept)));
                double g = weights[i] * (p - (labels[i] > 0 ? yes : no)),
                    h = weights[i] * p * (1 - p);
                g0 += g;
                g1 += g * logits[i];
                h00 += h;
                h01 += h * logits[i];
                h11 += h * logits[i] * logits[i];
            }

            double determinant = (h00 * h11) - (h01 * h01);
            if (Math.Abs(g0) + Math.Abs(g1) < 1e-10 * (positive + negative) || !(determinant > 0))
                break;
            double slopeStep = ((h00 * g1) - (h01 * g0)) / determinant,
                interceptStep = ((h11 * g0) - (h01 * g1)) / determinant;
            if (!Descend(logits, labels, weights, yes, no, slopeStep, interceptStep, ref slope, ref intercept, ref loss))
                break;
        }

        return slope >= SmallestSlope ? Calibration.Platt(slope, intercept) : Flat(0);

        Calibration Flat(double at) => Calibration.Platt(SmallestSlope, Math.Log((positive + 1) / (negative + 1)) - (SmallestSlope * at));
    }

    /// <summary>By more than rounding.</summary>
    private static bool Differ(ReadOnlySpan<double> logits)
    {
        const double Rounding = 1e-9;
        for (int i = 1; i < logits.Length; i++)
        {
            if (Math.Abs(logits[i] - logits[0]) > Rounding * (1 + Math.Abs(logits[0])))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Isotonic regression by pooling adjacent violators (Ayer et al. 1955), linear between the pools. Pools are kept off 0 and 1 by
    /// Platt's targets: no number of rows proves that something never happens.
    /// </summary>
    public static Calibration Isotonic(ReadOnlySpan<double> logits, ReadOnlySpan<float> labels, ReadOnlySpan<float> weights)
    {
        (double positive, double negative) = Classes(logits, labels, weights);
        var pools = new Stack<IsotonicPool>();
        foreach (IsotonicPool point in IsotonicPool.Points(logits, labels, weights))
        {
            IsotonicPool pool = point;
            while (pools.TryPeek(out IsotonicPool before) && before.Mean >= pool.Mean)
                pool = pools.Pop().Join(pool);
            pools.Push(pool);
        }

        List<double> xs = [],
            ys = [];
        foreach (IsotonicPool pool in pools.Reverse())
        {
            double y = Math.Clamp(pool.Mean, 1 / (negative + 2), (positive + 1) / (positive + 2));
            xs.Add(pool.First);
            ys.Add(y);
            if (pool.Last > pool.First)
            {
                xs.Add(pool.Last);
                ys.Add(y);
            }
        }

        return Calibration.Isotonic([.. xs], [.. ys]);
    }

    private static bool Descend(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<float> labels,
        ReadOnlySpan<float> weights,
        double yes,
        double no,
        double slopeStep,
        double interceptStep,
        ref double slope,
        ref double intercept,
        ref double loss
    )
    {
        for (double size = 1; size > 1e-10; size /= 2)
        {
            double nextSlope = slope - (size * slopeStep),
                nextIntercept = intercept - (size * interceptStep);
            double next = Loss(logits, labels, weights, yes, no, nextSlope, nextIntercept);
            if (next < loss)
            {
                (slope, intercept, loss) = (nextSlope, nextIntercept, next);
                return true;
            }
        }

        return false;
    }

    private static double Loss(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<float> labels,
        ReadOnlySpan<float> weights,
        double yes,
        double no,
        double slope,
        double intercept
    )
    {
        double sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            double z = (slope * logits[i]) + intercept,
                target = labels[i] > 0 ? yes : no;
            sum += weights[i] * (Math.Max(z, 0) - (target * z) + Math.Log(1 + Math.Exp(-Math.Abs(z))));
        }

        return sum;
    }

    private static (double Positive, double Negative) Classes(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<float> labels,
        ReadOnlySpan<float> weights
    )
    {
        if (logits.Length == 0 || labels.Length != logits.Length || weights.Length != logits.Length)
            throw new ArgumentException(
                $"{logits.Length} logits, {labels.Length} labels and {weights.Length} weights do not agree or are none"
            );
        double positive = 0,
            negative = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            if (!double.IsFinite(logits[i]) || !(weights[i] >= 0 && float.IsFinite(weights[i])))
                throw new ArgumentException($"row {i} has the logit {logits[i]} and the weight {weights[i]}");
            positive += labels[i] > 0 ? weights[i] : 0;
            negative += labels[i] > 0 ? 0 : weights[i];
        }

        return (positive, negative);
    }
}
