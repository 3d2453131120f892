namespace Matchmaking.Learning;

/// <summary>The weighted mean of the log-odds of several models.</summary>
internal sealed class BlendModel : CompiledModel
{
    /// <summary>Blends of blends may nest this deep: a file must not choose the depth of the stack.</summary>
    private const int MaximumDepth = 4;

    private const int MaximumModels = 1024;

    private readonly CompiledModel[] _models;
    private readonly double[] _weights;

    /// <param name="models">At least one, all for rows of one length.</param>
    /// <param name="weights">One a model, not negative; only their proportions count.</param>
    /// <exception cref="ArgumentException">Models and weights do not agree.</exception>
    public BlendModel(IReadOnlyList<CompiledModel> models, IReadOnlyList<double> weights)
    {
        double sum = weights.Sum();
        if (
            models.Count is 0 or > MaximumModels
            || models.Count != weights.Count
            || models.Any(model => model.Columns != models[0].Columns)
        )
            throw new ArgumentException("a blend needs models of the same columns and a weight for each", nameof(models));
        if (weights.Any(weight => !(weight >= 0)) || !(sum > 0 && double.IsFinite(sum)))
            throw new ArgumentException("weights must be finite, not negative, and not all zero", nameof(weights));
        _models = [.. models];
        _weights = [.. weights.Select(weight => weight / sum)];
    }

    private BlendModel(CompiledModel[] models, double[] weights) => (_models, _weights) = (models, weights);

    public override int Columns => _models[0].Columns;

    public override int FromEffectCount => _models.Max(model => model.FromEffectCount);

    public override int ToEffectCount => _models.Max(model => model.ToEffectCount);

    protected override ModelKind Kind => ModelKind.Blend;

    public override double Logit(ReadOnlySpan<float> row, int fromEffect = -1, int toEffect = -1)
    {
        double sum = 0;
        for (int i = 0; i < _models.Length; i++)
            sum += _weights[i] * _models[i].Logit(row, fromEffect, toEffect);
        return sum;
    }

    public override void AddContributions(
        double scale,
        ReadOnlySpan<float> row,
        Span<double> perColumn,
        ref double rest,
        int fromEffect,
        int toEffect
    )
    {
        for (int i = 0; i < _models.Length; i++)
            _models[i].AddContributions(scale * _weights[i], row, perColumn, ref rest, fromEffect, toEffect);
    }

    public override CompiledModel Widen(int[] columns, int width) =>
        new BlendModel(Array.ConvertAll(_models, model => model.Widen(columns, width)), _weights);

    protected override void WriteBody(BinaryWriter writer)
    {
        writer.WriteNumbers(_weights);
        foreach (CompiledModel model in _models)
            model.Write(writer);
    }

    /// <summary>Weights are kept as written, not scaled once more: reading gives the same bits.</summary>
    internal static BlendModel ReadBody(BoundedReader reader, int depth)
    {
        if (depth >= MaximumDepth)
            throw new InvalidDataException("blends are nested too deep");
        double[] weights = reader.Doubles(reader.Count(MaximumModels, "the number of models"), "a weight");
        if (weights.Length == 0 || Array.Exists(weights, weight => weight is < 0 or > 1) || Math.Abs(weights.Sum() - 1) > 1e-9)
            throw new InvalidDataException("the weights of a blend do not add up to 1");
        CompiledModel[] models = BoundedReader.Items(weights.Length, () => Read(reader, depth + 1));
        if (Array.Exists(models, model => model.Columns != models[0].Columns))
            throw new InvalidDataException("the models of a blend read rows of several lengths");
        return new BlendModel(models, weights);
    }
}
