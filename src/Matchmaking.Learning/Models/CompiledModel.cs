namespace Matchmaking.Learning;

/// <summary>
/// A trained model as flat arrays: immutable, thread-safe, nothing allocated for a row. A row holds finite values, or NaN where one is
/// missing.
/// </summary>
internal abstract class CompiledModel
{
    /// <summary>How many values a row must have; of a longer row only the first are read.</summary>
    public abstract int Columns { get; }

    /// <summary>How many of the asking members have an effect of their own; codes from here on count as unknown.</summary>
    public virtual int FromEffectCount => 0;

    /// <summary>How many of the members asked about have an effect of their own; codes from here on count as unknown.</summary>
    public virtual int ToEffectCount => 0;

    /// <summary>Log-odds that the row's answer is yes.</summary>
    /// <param name="row">At least <see cref="Columns"/> values.</param>
    /// <param name="fromEffect">The asking member's code in training, −1 for one who was not there.</param>
    /// <param name="toEffect">The code of the member asked about, −1 for one who was not there.</param>
    public abstract double Logit(ReadOnlySpan<float> row, int fromEffect = -1, int toEffect = -1);

    /// <summary>
    /// What each column adds to the log-odds of this row, against a row of which nothing is known: <c>Σ perColumn + rest</c> is the row's
    /// <see cref="Logit"/>.
    /// </summary>
    /// <param name="row">At least <see cref="Columns"/> values.</param>
    /// <param name="perColumn">At least <see cref="Columns"/> long; overwritten.</param>
    /// <param name="rest">What belongs to no column: the base rate and the members' own effects.</param>
    public void Contributions(ReadOnlySpan<float> row, Span<double> perColumn, out double rest) =>
        Contributions(row, perColumn, out rest, -1, -1);

    /// <inheritdoc cref="Contributions(ReadOnlySpan{float}, Span{double}, out double)"/>
    public void Contributions(ReadOnlySpan<float> row, Span<double> perColumn, out double rest, int fromEffect, int toEffect)
    {
        perColumn[..Columns].Clear();
        rest = 0;
        AddContributions(1, row, perColumn, ref rest, fromEffect, toEffect);
    }

    /// <summary>Adds the contributions, scaled, to what stands there: so that a blend needs no memory of its own.</summary>
    public abstract void AddContributions(
        double scale,
        ReadOnlySpan<float> row,
        Span<double> perColumn,
        ref double rest,
        int fromEffect,
        int toEffect
    );

    /// <summary>
    /// The same model for longer rows: what was column j is read from column <c>columns[j]</c> of <paramref name="width"/>.
    /// </summary>
    public abstract CompiledModel Widen(int[] columns, int width);

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)Kind);
        WriteBody(writer);
    }

    /// <summary>
    /// Reads what <see cref="Write"/> wrote. Nothing in the bytes is run, and nothing is allocated that the bytes do not fill.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// The bytes are not a model: cut short, or a count, an index or a number out of its range.
    /// </exception>
    public static CompiledModel Read(BinaryReader reader) => BoundedReader.Guarded(reader, static bounded => Read(bounded, depth: 0));

    protected internal enum ModelKind : byte
    {
        Trees = 1,
        Linear = 2,
        Factors = 3,
        Blend = 4,
    }

    protected abstract ModelKind Kind { get; }

    protected abstract void WriteBody(BinaryWriter writer);

    protected static CompiledModel Read(BoundedReader reader, int depth) =>
        (ModelKind)reader.Byte() switch
        {
            ModelKind.Trees => CompiledTrees.ReadBody(reader),
            ModelKind.Linear => CompiledLinear.ReadBody(reader),
            ModelKind.Factors => CompiledFactors.ReadBody(reader),
            ModelKind.Blend => BlendModel.ReadBody(reader, depth),
            var kind => throw new InvalidDataException($"unknown kind of model {(int)kind}"),
        };

    protected void CheckWidening(int[] columns, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns.Length, Columns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, TrainingData.MaximumColumns);
        if (Array.Exists(columns, column => column < 0 || column >= width))
            throw new ArgumentOutOfRangeException(nameof(columns), "must lie within the wider row");
    }

    /// <summary>The effect of a member, 0 for an unknown one: a newcomer's drops out.</summary>
    protected static double Effect(double[] effects, int code) => (uint)code < (uint)effects.Length ? effects[code] : 0;
}
