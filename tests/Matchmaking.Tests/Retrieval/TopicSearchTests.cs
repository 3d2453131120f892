using CsCheck;

namespace Matchmaking.Tests.Retrieval;

public class TopicSearchTests
{
    private static readonly Gen<(int Rows, int Topics, int Seed, SimdWidth Width, int Count)> s_cases = Gen.Select(
        Gen.Int[1, 250],
        Gen.Int[1, 60],
        Gen.Int[0, 1_000_000],
        Gen.Int[0, 2].Select(width => (SimdWidth)width),
        Gen.Int[1, 25]
    );

    [Fact]
    public void Interests_in_common_are_found_as_by_a_plain_loop() =>
        s_cases.Sample(
            (rows, topics, seed, width, count) =>
            {
                SparseVector[] members = Rows(rows, topics, seed);
                CosineIndex index = Index(members, topics, width);
                var cosine = new CosineSimilarity();
                for (int asker = 0; asker < Math.Min(rows, 3); asker++)
                {
                    var filter = new Filter(asker, seed);
                    Candidate[] plain = Best(rows, filter, count, other => cosine.Compute(members[asker], members[other]));

                    Assert.Equal(plain, index.Search(members[asker].Indices, members[asker].Values, count, filter));
                }
            },
            iter: 2000
        );

    [Fact]
    public void What_each_has_for_the_other_is_found_as_by_a_plain_loop() =>
        s_cases.Sample(
            (rows, topics, seed, width, count) =>
            {
                SparseVector[] needs = Rows(rows, topics, seed),
                    offers = Rows(rows, topics, seed + 1);
                var index = new ReciprocalIndex(Index(needs, topics, width), Index(offers, topics, width), width);
                var cosine = new CosineSimilarity();
                for (int asker = 0; asker < Math.Min(rows, 3); asker++)
                {
                    var filter = new Filter(asker, seed);
                    Candidate[] plain = Best(rows, filter, count, other =>
                        ReciprocalMean.Of(1, cosine.Compute(needs[asker], offers[other]), cosine.Compute(offers[asker], needs[other]))
                    );

                    Assert.Equal(plain, index.Search(asker, count, filter));
                }
            },
            iter: 2000
        );

    [Fact]
    public void More_rows_than_a_tile_are_searched_to_the_end()
    {
        const int Count = PostingSearch.Tile + 40_000;
        SparseVector[] members = Rows(Count, 300, 1),
            offers = Rows(Count, 300, 2);
        var cosine = new CosineSimilarity();
        foreach (SimdWidth width in Enum.GetValues<SimdWidth>())
        {
            CosineIndex index = Index(members, 300, width);
            var both = new ReciprocalIndex(index, Index(offers, 300, width), width);
            foreach (int asker in (int[])[0, Count - 1])
            {
                var filter = new Filter(asker, 3);

                Assert.Equal(
                    Best(Count, filter, 12, other => cosine.Compute(members[asker], members[other])),
                    index.Search(members[asker].Indices, members[asker].Values, 12, filter)
                );
                Assert.Equal(
                    Best(Count, filter, 12, other =>
                        ReciprocalMean.Of(1, cosine.Compute(members[asker], offers[other]), cosine.Compute(offers[asker], members[other]))
                    ),
                    both.Search(asker, 12, filter)
                );
            }
        }
    }

    [Fact]
    public void Rows_of_hundreds_of_topics_are_searched_as_by_a_plain_loop() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[0, 1_000_000], Gen.Int[0, 2], Gen.Int[1, 12])
            .Sample(
                (rows, seed, width, count) =>
                {
                    SparseVector[] needs = Rows(rows, 500, seed, mostTopics: 400),
                        offers = Rows(rows, 500, seed + 1, mostTopics: 400);
                    var index = new ReciprocalIndex(
                        Index(needs, 500, (SimdWidth)width),
                        Index(offers, 500, (SimdWidth)width),
                        (SimdWidth)width
                    );
                    var cosine = new CosineSimilarity();
                    var filter = new Filter(0, seed);

                    Assert.Equal(
                        Best(rows, filter, count, other =>
                            ReciprocalMean.Of(1, cosine.Compute(needs[0], offers[other]), cosine.Compute(offers[0], needs[other]))
                        ),
                        index.Search(0, count, filter)
                    );
                },
                iter: 60
            );

    [Fact]
    public void Everybody_equal_to_everybody_is_ordered_by_the_tie_alone()
    {
        SparseVector[] members = [.. Enumerable.Repeat(new SparseVector([0, 3], [2, 1]), 700)];
        var cosine = new CosineSimilarity();
        foreach (SimdWidth width in Enum.GetValues<SimdWidth>())
        {
            CosineIndex index = Index(members, 4, width);
            var filter = new Filter(7, 1);

            Assert.Equal(
                Best(700, filter, 40, other => cosine.Compute(members[7], members[other])),
                index.Search(members[7].Indices, members[7].Values, 40, filter)
            );
        }
    }

    [Theory]
    [InlineData(1e-20f)]
    [InlineData(1e-40f)]
    public void A_weight_that_is_next_to_nothing_still_makes_somebody_known(float weight)
    {
        SparseVector[] members = [new([0, 1], [weight, 1]), new([0], [1]), new([0, 2], [weight, 1]), new([1], [1]), new([3], [1])];
        CosineIndex index = Index(members, 5, Simd.Best);
        var cosine = new CosineSimilarity();
        for (int asker = 0; asker < members.Length; asker++)
        {
            Candidate[] plain =
            [
                .. Enumerable
                    .Range(0, members.Length)
                    .Where(row => row != asker)
                    .Select(row => new Candidate(row, cosine.Compute(members[asker], members[row]), 0))
                    .Where(c => c.Score > 0)
                    .Order()
                    .Take(3),
            ];

            Assert.Equal(plain, index.Search(members[asker].Indices, members[asker].Values, 3, new AllBut(asker)));
            Assert.Equal(plain, new ReciprocalIndex(index, index, Simd.Best).Search(asker, 3, new AllBut(asker)));
        }
    }

    [Fact]
    public void Topics_that_nobody_has_are_passed_over()
    {
        CosineIndex index = Index([new SparseVector([0], [1])], 2, Simd.Best);

        Assert.Empty(index.Search([1, 7], [1f, 1f], 3, new AllBut(-1)));
        Assert.Single(index.Search([0, 7], [1f, 1f], 3, new AllBut(-1)));
    }

    private static Candidate[] Best(int rows, Filter filter, int count, Func<int, double> score) =>
        [
            .. Enumerable
                .Range(0, rows)
                .Where(filter.Allows)
                .Select(row => new Candidate(row, score(row), filter.TieBreak(row)))
                .Where(c => c.Score > 0)
                .Order()
                .Take(count),
        ];

    /// <summary>Few distinct weights, so that many rows tie, or many; the first topics are most members', more or less so.</summary>
    private static SparseVector[] Rows(int rows, int topics, int seed, int mostTopics = 8)
    {
        var random = new Random(seed);
        bool many = random.Next(2) == 0;
        double skew = 1 + (3 * random.NextDouble());
        return
        [
            .. Enumerable
                .Range(0, rows)
                .Select(_ =>
                {
                    int[] own =
                    [
                        .. Enumerable
                            .Range(0, random.Next(mostTopics + 1))
                            .Select(_ => (int)(topics * Math.Pow(random.NextDouble(), skew)))
                            .Distinct()
                            .Order(),
                    ];
                    return new SparseVector(
                        own,
                        [.. own.Select(topic => many ? .01f + random.NextSingle() : (1 + random.Next(3)) * (1 + (topic % 5)) / 4f)]
                    );
                }),
        ];
    }

    private static CosineIndex Index(SparseVector[] rows, int topics, SimdWidth width)
    {
        int[] starts = new int[rows.Length + 1];
        for (int row = 0; row < rows.Length; row++)
            starts[row + 1] = starts[row] + rows[row].Count;
        return CosineIndex.Build(
            new TopicRows(topics, starts, [.. rows.SelectMany(row => row.Indices.ToArray())]),
            [.. rows.SelectMany(row => row.Values.ToArray())],
            width
        );
    }

    /// <summary>Allows most rows, and orders equals by a hash.</summary>
    private readonly struct Filter(int self, int seed) : IRowFilter
    {
        public bool Allows(int row) => row != self && (row * 31 + seed) % 7 != 0;

        public ulong TieBreak(int row) => (ulong)((row * 2654435761L) ^ seed) % 5;
    }
}
