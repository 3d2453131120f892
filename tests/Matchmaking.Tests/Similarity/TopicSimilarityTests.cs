using CsCheck;
using MathNet.Numerics;
using MathNet.Numerics.Statistics;

namespace Matchmaking.Tests.Similarity;

public class TopicSimilarityTests
{
    private const int Topics = 12;

    private static readonly SparseVector s_a = new([0, 2, 3], [1, 2, 4]);
    private static readonly SparseVector s_b = new([1, 2, 3, 9], [5, 3, 1, 1]);

    private static readonly Gen<SparseVector> s_vector = Gen.Select(
            Gen.Int[0, Topics - 1].HashSet[0, Topics],
            Gen.Float[1e-3f, 10f].Array[Topics]
        )
        .Select((indices, values) => new SparseVector([.. indices.Order()], values[..indices.Count]));

    public static TheoryData<SimilarityMeasure> Measures => [.. Enum.GetValues<SimilarityMeasure>()];

    // In common 2 and 3 with minima 2 and 1; weights 7 and 10; maxima 3 and 4; alone 1 and 6.
    [Theory]
    [InlineData(SimilarityMeasure.Jaccard, 2.0 / 5)]
    [InlineData(SimilarityMeasure.WeightedJaccard, 3.0 / 14)]
    [InlineData(SimilarityMeasure.Dice, 6.0 / 17)]
    [InlineData(SimilarityMeasure.Tversky, 3 / (3 + 0.5 + 3))]
    [InlineData(SimilarityMeasure.Overlap, 3.0 / 7)]
    public void A_measure_is_as_computed_by_hand(SimilarityMeasure measure, double expected) =>
        Assert.Equal(expected, Compute(measure, s_a, s_b), 1e-9);

    [Fact]
    public void The_cosine_is_that_of_MathNet() =>
        s_vector
            .Where(v => v.Count > 0)
            .Array[2]
            .Sample(pair =>
                Assert.Equal(1 - Distance.Cosine(Dense(pair[0]), Dense(pair[1])), Compute(SimilarityMeasure.Cosine, pair[0], pair[1]), 1e-6)
            );

    [Fact]
    public void The_Euclidean_is_that_of_MathNet() =>
        s_vector
            .Where(v => v.Count > 0)
            .Array[2]
            .Sample(pair =>
                Assert.Equal(
                    1 / (1 + Distance.Euclidean(Dense(pair[0]), Dense(pair[1]))),
                    Compute(SimilarityMeasure.Euclidean, pair[0], pair[1]),
                    1e-6
                )
            );

    [Fact]
    public void Jaccard_is_that_of_the_sets_of_topics() =>
        s_vector
            .Where(v => v.Count > 0)
            .Array[2]
            .Sample(pair =>
            {
                int[] left = pair[0].Indices.ToArray(),
                    right = pair[1].Indices.ToArray();
                Assert.Equal(
                    (double)left.Intersect(right).Count() / left.Union(right).Count(),
                    Compute(SimilarityMeasure.Jaccard, pair[0], pair[1]),
                    1e-9
                );
            });

    [Fact]
    public void Pearson_is_that_of_MathNet_where_positive() =>
        s_vector
            .Where(v => v.Count is > 0 and < Topics)
            .Array[2]
            .Sample(pair =>
                Assert.Equal(
                    Math.Max(0, Correlation.Pearson(Dense(pair[0]), Dense(pair[1]))),
                    Compute(SimilarityMeasure.Pearson, pair[0], pair[1]),
                    1e-6
                )
            );

    [Fact]
    public void Dice_is_that_of_Bray_and_Curtis() =>
        s_vector
            .Where(v => v.Count > 0)
            .Array[2]
            .Sample(pair =>
            {
                double[] x = Dense(pair[0]),
                    y = Dense(pair[1]);
                Assert.Equal(1 - (Distance.SAD(x, y) / (x.Sum() + y.Sum())), Compute(SimilarityMeasure.Dice, pair[0], pair[1]), 1e-6);
            });

    [Theory]
    [MemberData(nameof(Measures))]
    public void Every_measure_is_symmetric_and_within_0_and_1(SimilarityMeasure measure) =>
        s_vector
            .Array[2]
            .Sample(pair =>
            {
                double value = Compute(measure, pair[0], pair[1]);
                Assert.InRange(value, 0, 1);
                Assert.Equal(value, Compute(measure, pair[1], pair[0]));
            });

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_vector_is_fully_alike_to_itself(SimilarityMeasure measure) =>
        s_vector
            .Where(v => v.Count > 0 && (measure != SimilarityMeasure.Pearson || v.Count < Topics))
            .Sample(vector => Assert.Equal(1, Compute(measure, vector, vector), 1e-6));

    [Theory]
    [MemberData(nameof(Measures))]
    public void Two_who_tell_nothing_are_not_alike(SimilarityMeasure measure) =>
        Assert.Equal(0, Compute(measure, SparseVector.Empty, SparseVector.Empty));

    [Theory]
    [MemberData(nameof(Measures))]
    public void Nothing_in_common_is_0_but_for_a_distance(SimilarityMeasure measure)
    {
        double value = Compute(measure, new SparseVector([0, 5], [1, 2]), new SparseVector([1, 7], [3, 1]));
        Assert.Equal(measure == SimilarityMeasure.Euclidean ? 1 / (1 + Math.Sqrt(15)) : 0, value, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_comparison_allocates_nothing(SimilarityMeasure measure)
    {
        ITopicSimilarity similarity = TopicSimilarity.Of(measure, Topics);
        // The least of several: a collection in between, of other tests' garbage, is booked on whatever thread runs.
        long least = Enumerable
            .Range(0, 10)
            .Min(_ =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < 1000; i++)
                    similarity.Compute(s_a, s_b);
                return GC.GetAllocatedBytesForCurrentThread() - before;
            });
        Assert.Equal(0, least);
    }

    [Fact]
    public void A_correlation_counts_topics_that_neither_has()
    {
        // Over the two topics of either alone the weights run against each other; among a thousand they stand out together.
        SparseVector x = new([0, 1], [1, 2]),
            y = new([0, 1], [2, 1]);
        Assert.Equal(0, TopicSimilarity.Of(SimilarityMeasure.Pearson, 2).Compute(x, y));
        Assert.Equal(0.8, TopicSimilarity.Of(SimilarityMeasure.Pearson, 1000).Compute(x, y), 1e-2);
    }

    [Fact]
    public void An_unknown_measure_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TopicSimilarity.Of((SimilarityMeasure)99, Topics));

    private static double Compute(SimilarityMeasure measure, SparseVector a, SparseVector b) =>
        TopicSimilarity.Of(measure, Topics).Compute(a, b);

    private static double[] Dense(SparseVector vector)
    {
        double[] dense = new double[Topics];
        for (int i = 0; i < vector.Count; i++)
            dense[vector.Indices[i]] = vector.Values[i];
        return dense;
    }
}
