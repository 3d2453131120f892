using Microsoft.ML;
using Microsoft.ML.Data;

namespace Matchmaking.Learning;

/// <summary>
/// The columns that the logistic model is trained on: standardised values, indicators of missing ones, indicators of the members. ML.NET
/// shrinks all alike; an indicator of the height h and variance v of the prior gives an effect of variance h²·v, which is how members get
/// theirs.
/// </summary>
internal sealed class LogisticDesign
{
    private readonly TrainingData _data;
    private readonly Standardization[] _columns;
    private readonly int[] _places;
    private readonly float _height;
    private readonly int _indicators;
    private readonly int _from;
    private readonly int _to;

    public LogisticDesign(TrainingData data, LogisticOptions options)
    {
        (_data, Options) = (data, options);
        _columns = Standardization.Of(data);
        _indicators = _columns.Count(column => column.HasIndicator);
        _places = [.. Enumerable.Range(0, Dense)];
        _height = (float)Math.Sqrt(options.EffectVariance / options.ColumnVariance);
        if (!options.MemberEffects)
            return;
        if (data.FromEffects is null || data.ToEffects is null)
            throw new ArgumentException("member effects need the codes of both sides' members", nameof(data));
        _from = data.FromEffects.Max() + 1;
        _to = data.ToEffects.Max() + 1;
    }

    public LogisticOptions Options { get; }

    public int Rows => _data.Rows;

    public int Width => Dense + _from + _to;

    private int Dense => _columns.Length + _indicators;

    public IDataView Load(CancellationToken cancellationToken) => Load(_data, cancellationToken);

    /// <summary>Any rows, seen as the training rows were.</summary>
    internal IDataView Load(TrainingData data, CancellationToken cancellationToken) =>
        new TrainingView(data, Width, (int row, ref VBuffer<float> features) => Write(data, row, ref features), cancellationToken);

    /// <summary>From coefficients of the design to those of the row itself.</summary>
    public CompiledLinear Compile(double intercept, IReadOnlyList<float> weights)
    {
        var terms = new LinearTerm[_columns.Length];
        int indicator = _columns.Length;
        for (int i = 0; i < _columns.Length; i++)
        {
            Standardization column = _columns[i];
            double slope = weights[i] * column.Scale;
            double missing = column.HasIndicator ? weights[indicator++] : 0;
            terms[i] = new LinearTerm(
                column.Column,
                column.Mean,
                slope,
                -missing * column.MissingShare,
                missing * (1 - column.MissingShare)
            );
        }

        return new CompiledLinear(_data.Columns, intercept, terms, Effects(Dense, _from), Effects(Dense + _from, _to));

        double[] Effects(int start, int count) => [.. Enumerable.Range(start, count).Select(i => (double)_height * weights[i])];
    }

    private void Write(TrainingData data, int index, ref VBuffer<float> features)
    {
        int from = _from > 0 && data.FromEffects is { } askers ? askers[index] : -1;
        int to = _to > 0 && data.ToEffects is { } asked ? asked[index] : -1;
        VBufferEditor<float> editor = VBufferEditor.Create(
            ref features,
            Width,
            Dense + (from >= 0 ? 1 : 0) + (to >= 0 ? 1 : 0),
            requireIndicesOnDense: true
        );
        ReadOnlySpan<float> row = data.Row(index);
        Span<float> values = editor.Values[..Dense];
        int indicator = _columns.Length;
        for (int i = 0; i < _columns.Length; i++)
        {
            ref readonly Standardization column = ref _columns[i];
            float value = row[column.Column];
            values[i] = (float)column.Value(value);
            if (column.HasIndicator)
                values[indicator++] = (float)column.Indicator(value);
        }

        _places.CopyTo(editor.Indices);
        int next = Dense;
        if (from >= 0)
            (editor.Indices[next], editor.Values[next++]) = (Dense + from, _height);
        if (to >= 0)
            (editor.Indices[next], editor.Values[next]) = (Dense + _from + to, _height);
        features = editor.Commit();
    }
}
