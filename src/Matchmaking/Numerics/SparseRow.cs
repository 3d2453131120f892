namespace Matchmaking.Numerics;

/// <summary>One row of <see cref="SparseRows"/>: columns ascending, a value each. Not to be changed.</summary>
internal sealed record SparseRow(int[] Columns, double[] Values)
{
    public static SparseRow Empty { get; } = new([], []);

    public int Length => Columns.Length;

    public SparseRow Map(Func<double, double> function) =>
        Length == 0 ? this : new SparseRow(Columns, Array.ConvertAll(Values, value => function(value)));

    public double Sum()
    {
        double sum = 0;
        foreach (double value in Values)
            sum += value;
        return sum;
    }
}
