using Microsoft.ML;
using Microsoft.ML.Data;

namespace Matchmaking.Learning;

/// <summary>Puts the features of a row into a vector, whose memory is used again.</summary>
internal delegate void FeatureWriter(int row, ref VBuffer<float> features);

/// <summary>
/// Training rows as ML.NET reads them, without a second copy of them in memory. (ML.NET's own view of a sequence compiles methods for each
/// training, and the collector was then busier to take them away than the trainers were to train.)
/// </summary>
/// <param name="data">The rows.</param>
/// <param name="width">Length of the vector that <paramref name="write"/> fills.</param>
/// <param name="write">Fills it.</param>
/// <param name="cancellationToken">Looked at while rows are read.</param>
internal sealed class TrainingView(TrainingData data, int width, FeatureWriter write, CancellationToken cancellationToken) : IDataView
{
    public const string Features = nameof(Features),
        Label = nameof(Label),
        Weight = nameof(Weight);

    public DataViewSchema Schema { get; } = Columns(width);

    public bool CanShuffle => false;

    public long? GetRowCount() => data.Rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private static DataViewSchema Columns(int width)
    {
        var columns = new DataViewSchema.Builder();
        columns.AddColumn(Features, new VectorDataViewType(NumberDataViewType.Single, width));
        columns.AddColumn(Label, BooleanDataViewType.Instance);
        columns.AddColumn(Weight, NumberDataViewType.Single);
        return columns.ToSchema();
    }

    private CancellationToken Cancellation => cancellationToken;

    private int Rows => data.Rows;

    private bool LabelOf(int row) => data.Labels[row] > 0;

    private float WeightOf(int row) => data.Weights[row];

    private void WriteFeatures(int row, ref VBuffer<float> features) => write(row, ref features);

    private sealed class Cursor(TrainingView view, HashSet<int> active) : DataViewRowCursor
    {
        private const int CheckEvery = 1024;

        private int _row = -1;

        public override DataViewSchema Schema => view.Schema;

        public override long Position => _row;

        public override long Batch => 0;

        public override bool MoveNext()
        {
            if (_row % CheckEvery == 0)
                view.Cancellation.ThrowIfCancellationRequested();
            if (_row + 1 >= view.Rows)
                return false;
            _row++;
            return true;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Delegate getter = column.Name switch
            {
                Features => new ValueGetter<VBuffer<float>>((ref VBuffer<float> value) => view.WriteFeatures(_row, ref value)),
                Label => new ValueGetter<bool>((ref bool value) => value = view.LabelOf(_row)),
                _ => new ValueGetter<float>((ref float value) => value = view.WeightOf(_row)),
            };
            return getter as ValueGetter<TValue>
                ?? throw new ArgumentException($"The column {column.Name} is of another type.", nameof(column));
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)_row, 0);
    }
}
