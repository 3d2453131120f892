namespace Matchmaking.Learning;

/// <summary>The parameters of one side's members while a factor model is trained.</summary>
internal sealed class FactorSide
{
    private readonly FactorOptions _options;
    private readonly double[] _rowsOf;
    private readonly double[] _biasSquares;
    private readonly double[] _factorSquares;

    public FactorSide(TrainingData data, int[] codes, FactorOptions options, Random random)
    {
        int members = codes.Max() + 1;
        _options = options;
        _rowsOf = new double[members];
        for (int row = 0; row < data.Rows; row++)
        {
            if (codes[row] >= 0)
                _rowsOf[codes[row]]++;
        }

        Biases = new double[members];
        _biasSquares = new double[members];
        Factors = new double[members * options.Dimensions];
        _factorSquares = new double[Factors.Length];
        // Not all zero, or the factors of both sides would never leave it; members without rows keep zero.
        for (int i = 0; i < Factors.Length; i++)
        {
            double start = (random.NextDouble() - .5) * Math.Sqrt(options.FactorVariance);
            Factors[i] = _rowsOf[i / options.Dimensions] > 0 ? start : 0;
        }

        Array.Fill(_biasSquares, 1e-8);
        Array.Fill(_factorSquares, 1e-8);
    }

    public double[] Biases { get; }

    public double[] Factors { get; }

    public double Bias(int member) => member < 0 ? 0 : Biases[member];

    public static double Product(FactorSide a, int i, FactorSide b, int j)
    {
        if (i < 0 || j < 0)
            return 0;
        int dimensions = a._options.Dimensions;
        double sum = 0;
        for (int k = 0; k < dimensions; k++)
            sum += a.Factors[(i * dimensions) + k] * b.Factors[(j * dimensions) + k];
        return sum;
    }

    /// <summary>One step down the loss of a row; a parameter's prior is spread over the rows of its member.</summary>
    public static void Descend(FactorSide a, int i, FactorSide b, int j, double slope)
    {
        a.DescendBias(i, slope);
        b.DescendBias(j, slope);
        if (i < 0 || j < 0)
            return;
        int dimensions = a._options.Dimensions;
        for (int k = 0; k < dimensions; k++)
        {
            int ik = (i * dimensions) + k,
                jk = (j * dimensions) + k;
            double left = a.Factors[ik],
                right = b.Factors[jk];
            a.Factors[ik] -= Step(
                (slope * right) + a.Pull(left, a._options.FactorVariance, i),
                ref a._factorSquares[ik],
                a._options.LearningRate
            );
            b.Factors[jk] -= Step(
                (slope * left) + b.Pull(right, b._options.FactorVariance, j),
                ref b._factorSquares[jk],
                b._options.LearningRate
            );
        }
    }

    public static double Step(double slope, ref double squares, double rate)
    {
        squares += slope * slope;
        return rate * slope / Math.Sqrt(squares);
    }

    private void DescendBias(int member, double slope)
    {
        if (member >= 0)
            Biases[member] -= Step(
                slope + Pull(Biases[member], _options.BiasVariance, member),
                ref _biasSquares[member],
                _options.LearningRate
            );
    }

    private double Pull(double value, double variance, int member) => value / (variance * _rowsOf[member]);
}
