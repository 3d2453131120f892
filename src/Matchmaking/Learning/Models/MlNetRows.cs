using Microsoft.ML;
using Microsoft.ML.Data;

namespace Matchmaking;

/// <summary>One row as ML.NET reads it; reused for every row, since ML.NET copies what it reads.</summary>
internal sealed class MlNetRow<T>
{
    public required T Features { get; set; }

    public bool Label { get; set; }

    public float Weight { get; set; }
}

/// <summary>Hands training rows to ML.NET without a second copy of them in memory.</summary>
internal static class MlNetRows
{
    /// <param name="context">A fresh one a training: two trainings in one context differ.</param>
    /// <param name="data">The rows.</param>
    /// <param name="width">Length of the vector that <paramref name="fill"/> writes.</param>
    /// <param name="fill">Puts the row of this number into the features.</param>
    /// <param name="buffer">What <paramref name="fill"/> is given first; then what it returned.</param>
    /// <param name="cancellationToken">Looked at while rows are read.</param>
    public static IDataView Load<T>(
        MLContext context, TrainingData data, int width, Func<int, T, T> fill, T buffer, CancellationToken cancellationToken)
    {
        var schema = SchemaDefinition.Create(typeof(MlNetRow<T>));
        schema[nameof(MlNetRow<>.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, width);
        return context.Data.LoadFromEnumerable(Rows(), schema);

        IEnumerable<MlNetRow<T>> Rows()
        {
            var row = new MlNetRow<T> { Features = buffer };
            for (int i = 0; i < data.Rows; i++)
            {
                if (i % 1024 == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                row.Features = fill(i, row.Features);
                row.Label = data.Labels[i] > 0;
                row.Weight = data.Weights[i];
                yield return row;
            }
        }
    }
}
