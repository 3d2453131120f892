using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// How alike two members' texts are, in [0, 1]: the mean of the three most similar pairs (fewer where there are fewer), each by its cosine,
/// at least 0.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextSimilarity
{
    /// <summary>How close the closest texts of the two are, in [0, 1].</summary>
    public static double Compute(MemberVector a, MemberVector b)
    {
        double first = 0,
            second = 0,
            third = 0;
        foreach (float[] x in a.Texts)
        {
            foreach (float[] y in b.Texts)
            {
                double cosine = Math.Clamp(FixedOrder.Dot(x, y), 0f, 1f);
                if (cosine > first)
                    (first, second, third) = (cosine, first, second);
                else if (cosine > second)
                    (second, third) = (cosine, second);
                else if (cosine > third)
                    third = cosine;
            }
        }

        int pairs = Math.Min(3, a.Texts.Length * b.Texts.Length);
        return pairs == 0 ? 0 : (first + second + third) / pairs;
    }
}
