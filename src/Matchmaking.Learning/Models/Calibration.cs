namespace Matchmaking.Learning;

/// <summary>From log-odds to a probability: monotone, in [0, 1]. Immutable and thread-safe.</summary>
internal sealed class Calibration
{
    private readonly double[] _logits;
    private readonly double[] _probabilities;

    private Calibration(double slope, double intercept, double[] logits, double[] probabilities) =>
        (Slope, Intercept, _logits, _probabilities) = (slope, intercept, logits, probabilities);

    /// <summary>Takes log-odds at their word.</summary>
    public static Calibration None { get; } = Platt(1, 0);

    /// <summary>Of Platt's form <c>1 / (1 + exp(−(Slope·logit + Intercept)))</c>; 0 where the form is isotonic.</summary>
    public double Slope { get; }

    public double Intercept { get; }

    public bool IsIsotonic => _logits.Length > 0;

    /// <param name="slope">Positive, so that the order of pairs stays.</param>
    /// <param name="intercept">Finite.</param>
    public static Calibration Platt(double slope, double intercept) =>
        slope > 0 && double.IsFinite(slope) && double.IsFinite(intercept)
            ? new Calibration(slope, intercept, [], [])
            : throw new ArgumentException($"the slope {slope} must be positive and the intercept {intercept} finite");

    /// <summary>Linear between the points, constant beyond them.</summary>
    /// <param name="logits">Strictly rising.</param>
    /// <param name="probabilities">Not falling, in [0, 1].</param>
    public static Calibration Isotonic(double[] logits, double[] probabilities)
    {
        if (logits.Length == 0 || logits.Length != probabilities.Length)
            throw new ArgumentException("there must be points, with a probability each", nameof(logits));
        for (int i = 0; i < logits.Length; i++)
        {
            bool rises = i == 0 || (logits[i] > logits[i - 1] && probabilities[i] >= probabilities[i - 1]);
            if (!rises || !double.IsFinite(logits[i]) || !(probabilities[i] is >= 0 and <= 1))
                throw new ArgumentException($"point {i} ({logits[i]}, {probabilities[i]}) breaks the order or the range", nameof(logits));
        }

        return new Calibration(0, 0, logits, probabilities);
    }

    public double Apply(double logit)
    {
        if (!IsIsotonic)
            return 1 / (1 + Math.Exp(-((Slope * logit) + Intercept)));
        int found = Array.BinarySearch(_logits, logit);
        if (found >= 0)
            return _probabilities[found];
        int next = ~found;
        if (next == 0 || next == _logits.Length)
            return _probabilities[next == 0 ? 0 : ^1];
        double share = (logit - _logits[next - 1]) / (_logits[next] - _logits[next - 1]);
        // Written so that rounding cannot leave the two ends.
        return Math.Clamp(
            _probabilities[next - 1] + (share * (_probabilities[next] - _probabilities[next - 1])),
            _probabilities[next - 1],
            _probabilities[next]
        );
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Slope);
        writer.Write(Intercept);
        writer.WriteNumbers(_logits);
        writer.WriteNumbers(_probabilities);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no calibration.</exception>
    public static Calibration Read(BinaryReader reader) => BoundedReader.Guarded(reader, static bounded =>
        {
            double slope = bounded.Double("a slope"),
                intercept = bounded.Double("an intercept");
            double[] logits = bounded.Doubles("a calibration point"),
                probabilities = bounded.Doubles("a probability");
            try
            {
                return logits.Length > 0 || probabilities.Length > 0 ? Isotonic(logits, probabilities) : Platt(slope, intercept);
            }
            catch (ArgumentException exception)
            {
                throw new InvalidDataException("the calibration is not monotone", exception);
            }
        });
}
