namespace Matchmaking.Learning;

/// <summary>What one column adds: <c>Slope · (value − Mean) + WhenPresent</c>, or <c>WhenMissing</c>.</summary>
internal readonly record struct LinearTerm(int Column, double Mean, double Slope, double WhenPresent, double WhenMissing)
{
    public double Value(float value) => float.IsNaN(value) ? WhenMissing : (Slope * (value - Mean)) + WhenPresent;
}

/// <summary>A logistic model on raw rows, its standardisation folded in, with the effects of the members of both sides.</summary>
internal sealed class CompiledLinear : CompiledModel
{
    private readonly double _intercept;
    private readonly LinearTerm[] _terms;
    private readonly double[] _from;
    private readonly double[] _to;

    /// <exception cref="InvalidDataException">A term reads a column that a row does not have.</exception>
    public CompiledLinear(int columns, double intercept, LinearTerm[] terms, double[] fromEffects, double[] toEffects)
    {
        (Columns, _intercept, _terms, _from, _to) = (columns, intercept, terms, fromEffects, toEffects);
        foreach (LinearTerm term in terms)
        {
            if ((uint)term.Column >= (uint)columns)
                throw new InvalidDataException($"a term reads column {term.Column} of {columns}");
        }
    }

    public override int Columns { get; }

    public override int FromEffectCount => _from.Length;

    public override int ToEffectCount => _to.Length;

    protected override ModelKind Kind => ModelKind.Linear;

    public override double Logit(ReadOnlySpan<float> row, int fromEffect = -1, int toEffect = -1)
    {
        row = row[..Columns];
        double sum = _intercept + Effect(_from, fromEffect) + Effect(_to, toEffect);
        foreach (ref readonly LinearTerm term in _terms.AsSpan())
            sum += term.Value(row[term.Column]);
        return sum;
    }

    /// <summary>
    /// A coefficient times what the value is above the training mean: for a linear model with independent columns its Shapley value.
    /// </summary>
    public override void AddContributions(
        double scale,
        ReadOnlySpan<float> row,
        Span<double> perColumn,
        ref double rest,
        int fromEffect,
        int toEffect
    )
    {
        rest += scale * (_intercept + Effect(_from, fromEffect) + Effect(_to, toEffect));
        foreach (ref readonly LinearTerm term in _terms.AsSpan())
            perColumn[term.Column] += scale * term.Value(row[term.Column]);
    }

    public override CompiledModel Widen(int[] columns, int width)
    {
        CheckWidening(columns, width);
        return new CompiledLinear(
            width,
            _intercept,
            Array.ConvertAll(_terms, term => term with { Column = columns[term.Column] }),
            _from,
            _to
        );
    }

    protected override void WriteBody(BinaryWriter writer)
    {
        writer.Write(Columns);
        writer.Write(_intercept);
        writer.Write(_terms.Length);
        foreach (LinearTerm term in _terms)
        {
            writer.Write(term.Column);
            writer.Write(term.Mean);
            writer.Write(term.Slope);
            writer.Write(term.WhenPresent);
            writer.Write(term.WhenMissing);
        }

        writer.WriteNumbers(_from);
        writer.WriteNumbers(_to);
    }

    internal static CompiledLinear ReadBody(BoundedReader reader)
    {
        int columns = reader.Count(TrainingData.MaximumColumns, "the number of columns");
        double intercept = reader.Double("the intercept");
        int count = reader.Count(columns, "the number of terms");
        LinearTerm[] terms = BoundedReader.Items(count, () =>
            new LinearTerm(reader.Count(columns, "a term's column"), Number(), Number(), Number(), Number())
        );
        return new CompiledLinear(columns, intercept, terms, reader.Doubles("an effect"), reader.Doubles("an effect"));

        double Number() => reader.Double("a coefficient");
    }
}
