namespace Matchmaking.Learning;

/// <summary>Logistic factorisation: a bias for each member of both sides and the product of their factors. Reads no column.</summary>
internal sealed class CompiledFactors : CompiledModel
{
    private readonly double _intercept;
    private readonly int _dimensions;
    private readonly double[] _fromBiases;
    private readonly double[] _toBiases;
    private readonly double[] _fromFactors;
    private readonly double[] _toFactors;

    /// <exception cref="InvalidDataException">There are not as many factors as the members need.</exception>
    public CompiledFactors(
        int columns,
        double intercept,
        int dimensions,
        double[] fromBiases,
        double[] toBiases,
        double[] fromFactors,
        double[] toFactors
    )
    {
        if (fromFactors.Length != (long)fromBiases.Length * dimensions || toFactors.Length != (long)toBiases.Length * dimensions)
            throw new InvalidDataException($"{fromBiases.Length} and {toBiases.Length} members do not agree with their factors");
        (Columns, _intercept, _dimensions) = (columns, intercept, dimensions);
        (_fromBiases, _toBiases, _fromFactors, _toFactors) = (fromBiases, toBiases, fromFactors, toFactors);
    }

    public override int Columns { get; }

    public override int FromEffectCount => _fromBiases.Length;

    public override int ToEffectCount => _toBiases.Length;

    protected override ModelKind Kind => ModelKind.Factors;

    public override double Logit(ReadOnlySpan<float> row, int fromEffect = -1, int toEffect = -1)
    {
        double sum = _intercept + Effect(_fromBiases, fromEffect) + Effect(_toBiases, toEffect);
        if ((uint)fromEffect >= (uint)_fromBiases.Length || (uint)toEffect >= (uint)_toBiases.Length)
            return sum;
        for (int k = 0; k < _dimensions; k++)
            sum += _fromFactors[(fromEffect * _dimensions) + k] * _toFactors[(toEffect * _dimensions) + k];
        return sum;
    }

    public override void AddContributions(
        double scale,
        ReadOnlySpan<float> row,
        Span<double> perColumn,
        ref double rest,
        int fromEffect,
        int toEffect
    ) => rest += scale * Logit(row, fromEffect, toEffect);

    public override CompiledModel Widen(int[] columns, int width)
    {
        CheckWidening(columns, width);
        return new CompiledFactors(width, _intercept, _dimensions, _fromBiases, _toBiases, _fromFactors, _toFactors);
    }

    protected override void WriteBody(BinaryWriter writer)
    {
        writer.Write(Columns);
        writer.Write(_intercept);
        writer.Write(_dimensions);
        foreach (double[] numbers in (double[][])[_fromBiases, _toBiases, _fromFactors, _toFactors])
            writer.WriteNumbers(numbers);
    }

    internal static CompiledFactors ReadBody(BoundedReader reader) =>
        new(
            reader.Count(TrainingData.MaximumColumns, "the number of columns"),
            reader.Double("the intercept"),
            reader.Count(256, "the number of dimensions"),
            reader.Doubles("a bias"),
            reader.Doubles("a bias"),
            reader.Doubles("a factor"),
            reader.Doubles("a factor")
        );
}
