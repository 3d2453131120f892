using System.ComponentModel;
using System.Numerics.Tensors;

namespace Matchmaking.Internal;

/// <summary>
/// Places in the space of the strongest patterns of who comes where: the truncated singular value decomposition of square roots of decayed
/// visits, each place divided by how much it is visited in all (as in PureSVD; Cremonesi, Koren and Turrin 2010). It sees likeness between
/// places that nobody visits both of.
/// </summary>
/// <param name="rows">A row a place, one after another: what one visit there adds to a member's point.</param>
/// <param name="rank">How long a row is; 0 where there is too little to factorise.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlaceFactors(float[] rows, int rank)
{
    private const double LeastWeight = 1e-6;

    internal static PlaceFactors None { get; } = new([], 0);

    internal float[] Rows => rows;

    /// <summary>How many factors there are.</summary>
    public int Rank => rank;

    /// <param name="visits">Member × place: decayed visits.</param>
    /// <param name="places">How many places there are.</param>
    /// <param name="seed">Of the random projection.</param>
    internal static PlaceFactors Fit(SparseRows visits, int places, int seed)
    {
        int rank = Math.Min(NetworkDefaults.FactorRank, Math.Min(visits.Rows, places) / 2);
        if (rank < 2 || visits.Count == 0)
            return None;
        double[] all = new double[places];
        for (int member = 0; member < visits.Rows; member++)
        {
            for (int i = 0; i < visits.Columns(member).Length; i++)
                all[visits.Columns(member)[i]] += visits.Values(member)[i];
        }

        SparseVector[] vectors =
        [
            .. Enumerable.Range(0, visits.Rows).Select(member => Weighted(visits.Columns(member), visits.Values(member), all)),
        ];
        if (Array.TrueForAll(vectors, vector => vector.Count == 0))
            return None;
        var svd = RandomizedSvd.Compute(SparseMatrix.FromRows(vectors, places), rank, seed);
        rank = svd.SingularValues.Length;
        float[] rows = svd.RightVectors;
        for (int i = 0; i < rows.Length; i++)
            rows[i] = (float)(rows[i] / Math.Sqrt(all[i / rank] + 1));
        return new PlaceFactors(rows, rank);
    }

    /// <summary>The factors of a place; all 0 where nobody came.</summary>
    public ReadOnlySpan<float> Of(int place) => rows.AsSpan(place * rank, rank);

    /// <summary>The point of whoever comes to some places.</summary>
    /// <param name="places">Where.</param>
    /// <param name="weights">How much each counts.</param>
    internal float[] PointOf(ReadOnlySpan<int> places, ReadOnlySpan<double> weights)
    {
        float[] point = new float[rank];
        for (int i = 0; i < places.Length; i++)
            TensorPrimitives.MultiplyAdd(Of(places[i]), (float)weights[i], point, point);
        return point;
    }

    /// <summary>How far a place lies in the direction of a point, in [0, 1]; 0 where either is nowhere.</summary>
    public double Likeness(ReadOnlySpan<float> point, int place)
    {
        if (rank == 0)
            return 0;
        float norms = FixedOrder.Norm(point) * FixedOrder.Norm(Of(place));
        return norms > 0 ? Math.Clamp(FixedOrder.Dot(point, Of(place)) / norms, 0, 1) : 0;
    }

    /// <summary>Without what is so long ago that it is nothing in single precision.</summary>
    private static SparseVector Weighted(ReadOnlySpan<int> places, ReadOnlySpan<double> visits, double[] all)
    {
        List<int> indices = [];
        List<float> weights = [];
        for (int i = 0; i < places.Length; i++)
        {
            double weight = Math.Sqrt(visits[i] / (all[places[i]] + 1));
            if (weight > LeastWeight)
            {
                indices.Add(places[i]);
                weights.Add((float)weight);
            }
        }

        return new SparseVector([.. indices], [.. weights]);
    }
}
