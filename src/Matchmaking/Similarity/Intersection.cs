using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>Sums over what two sparse vectors have in common, gathered in one walk over both.</summary>
/// <param name="Count">How many entries are in both.</param>
/// <param name="Minimum">The sum of the smaller weights.</param>
/// <param name="Product">The sum of the products.</param>
/// <param name="WeightA">The weight of the first in what is common.</param>
/// <param name="WeightB">The weight of the second in what is common.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Intersection(int Count, double Minimum, double Product, double WeightA, double WeightB)
{
    /// <summary>What two vectors have in common.</summary>
    public static Intersection Of(in SparseVector a, in SparseVector b)
    {
        ReadOnlySpan<int> left = a.Indices;
        ReadOnlySpan<int> right = b.Indices;
        int count = 0;
        double minimum = 0,
            product = 0,
            weightA = 0,
            weightB = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length; )
        {
            int order = left[i].CompareTo(right[j]);
            if (order == 0)
            {
                double x = a.Values[i];
                double y = b.Values[j];
                count++;
                minimum += Math.Min(x, y);
                product += x * y;
                weightA += x;
                weightB += y;
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return new Intersection(count, minimum, product, weightA, weightB);
    }

    /// <summary>The sum of a vector's values.</summary>
    public static double Weight(in SparseVector vector)
    {
        double sum = 0;
        foreach (float value in vector.Values)
            sum += value;
        return sum;
    }

    internal static double Squares(in SparseVector vector)
    {
        double sum = 0;
        foreach (float value in vector.Values)
            sum += (double)value * value;
        return sum;
    }

    /// <summary>A share, 0 where there is nothing to share, with rounding kept out of the range's way.</summary>
    public static double Share(double part, double whole) => whole > 0 ? Math.Clamp(part / whole, 0, 1) : 0;
}
