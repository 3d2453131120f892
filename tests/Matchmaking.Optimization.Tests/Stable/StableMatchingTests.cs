using CsCheck;

namespace Matchmaking.Optimization.Tests.Stable;

public sealed class StableMatchingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Few different gains: ties are everywhere.
    private static readonly Gen<(PairGains[] Pairs, int[] Left, int[] Right)> Markets =
        from lefts in Gen.Int[1, 8]
        from rights in Gen.Int[1, 6]
        from left in Gen.Int[0, 3].Array[lefts]
        from right in Gen.Int[0, 3].Array[rights]
        from pairs in Gen.Select(Gen.Int[0, lefts - 1], Gen.Int[0, rights - 1], Gen.Int[0, 4], Gen.Int[0, 4]).Array[0, 40]
        select (
            Array.ConvertAll([.. pairs.DistinctBy(p => (p.Item1, p.Item2))], p => new PairGains(p.Item1, p.Item2, p.Item3, p.Item4)),
            left,
            right
        );

    [Fact]
    public void Proposers_get_the_best_that_stability_allows()
    {
        // Each side's first choices go round in a circle: both matchings are stable, and the one of those who ask is made.
        PairGains[] pairs = [new(0, 0, 2, 1), new(0, 1, 1, 2), new(1, 1, 2, 1), new(1, 0, 1, 2)];

        Assert.Equal([new(0, 0), new(1, 1)], StableMatching.Solve(PreferenceLists.FromGains(pairs, [1, 1], [1, 1], seed: 1), Token).Pairs);
    }

    [Fact]
    public void A_mentor_with_two_places_keeps_the_two_they_like_best()
    {
        PairGains[] pairs = [new(0, 0, 1, 1), new(1, 0, 1, 3), new(2, 0, 1, 2)];

        Assert.Equal([new(1, 0), new(2, 0)], StableMatching.Solve(PreferenceLists.FromGains(pairs, [1, 1, 1], [2], seed: 1), Token).Pairs);
    }

    [Fact]
    public void Lists_written_out_say_the_same_as_gains()
    {
        // 0 lists mentors 1, 0; 1 lists mentor 1 alone. Mentor 1 puts 1 before 0; mentor 0 has room.
        PreferenceLists lists = PreferenceLists.FromRows([0, 2, 3], [1, 0, 1], [0, 1, 3], [0, 1, 0], [1, 1], [1, 1]);

        Assert.Equal([new(0, 0), new(1, 1)], StableMatching.Solve(lists, Token).Pairs);
    }

    [Fact]
    public void Whom_a_mentor_does_not_list_they_never_get()
    {
        PreferenceLists lists = PreferenceLists.FromRows([0, 1], [0], [0, 0], [], [1], [5]);

        MatchedPair[] matching = [.. StableMatching.Solve(lists, Token).Pairs];

        Assert.Empty(matching);
        Assert.Empty(StableMatching.BlockingPairs(lists, matching));
    }

    [Fact]
    public void No_pair_blocks_and_no_capacity_is_exceeded() =>
        Markets.Sample(
            market =>
            {
                PreferenceLists lists = PreferenceLists.FromGains(market.Pairs, market.Left, market.Right, seed: 7);
                MatchedPair[] matching = [.. StableMatching.Solve(lists, Token).Pairs];
                Assert.Empty(StableMatching.BlockingPairs(lists, matching));
                Assert.Empty(Blocking(market.Pairs, market.Left, market.Right, matching));
                Assert.Equal(matching.Length, matching.Distinct().Count());
                Assert.Subset(market.Pairs.Select(p => new MatchedPair(p.Proposer, p.Receiver)).ToHashSet(), matching.ToHashSet());
                Assert.All(matching.CountBy(p => p.Left), c => Assert.InRange(c.Value, 0, market.Left[c.Key]));
                Assert.All(matching.CountBy(p => p.Right), c => Assert.InRange(c.Value, 0, market.Right[c.Key]));
            },
            iter: 3000
        );

    [Fact]
    public void A_pair_that_was_forgotten_blocks() =>
        Markets.Sample(
            market =>
            {
                PreferenceLists lists = PreferenceLists.FromGains(market.Pairs, market.Left, market.Right, seed: 7);
                MatchedPair[] matching = [.. StableMatching.Solve(lists, Token).Pairs];
                if (matching.Length > 0)
                    Assert.Contains(matching[0], StableMatching.BlockingPairs(lists, matching[1..]));
            },
            iter: 500
        );

    [Fact]
    public void No_stable_matching_is_better_for_any_proposer() =>
        Markets
            .Where(m => m.Pairs.Length <= 12 && m.Left.All(c => c <= 1))
            .Sample(
                market =>
                {
                    PreferenceLists lists = PreferenceLists.FromGains(market.Pairs, market.Left, market.Right, seed: 3);
                    MatchedPair[] ours = [.. StableMatching.Solve(lists, Token).Pairs];
                    for (int set = 0; set < 1 << market.Pairs.Length; set++)
                    {
                        MatchedPair[] other =
                        [
                            .. market.Pairs.Where((_, i) => (set >> i & 1) == 1).Select(p => new MatchedPair(p.Proposer, p.Receiver)),
                        ];
                        bool fits =
                            other.CountBy(p => p.Left).All(c => c.Value <= market.Left[c.Key])
                            && other.CountBy(p => p.Right).All(c => c.Value <= market.Right[c.Key]);
                        if (fits && StableMatching.BlockingPairs(lists, other).Count == 0)
                            Assert.All(other, p => Assert.True(Place(lists, ours.Single(o => o.Left == p.Left)) <= Place(lists, p)));
                    }
                },
                iter: 150
            );

    [Fact]
    public void The_order_of_the_pairs_changes_nothing_even_with_ties() =>
        Markets.Sample(
            market =>
            {
                PairGains[] turned = [.. market.Pairs.Reverse()];
                Assert.Equal(
                    StableMatching.Solve(PreferenceLists.FromGains(market.Pairs, market.Left, market.Right, seed: 5), Token).Pairs,
                    StableMatching.Solve(PreferenceLists.FromGains(turned, market.Left, market.Right, seed: 5), Token).Pairs
                );
            },
            iter: 500
        );

    [Fact]
    public void The_seed_breaks_ties()
    {
        PairGains[] pairs = [.. Enumerable.Range(0, 30).Select(p => new PairGains(p, 0, 1, 1))];
        int[] ones = [.. Enumerable.Repeat(1, 30)];
        int[] chosen =
        [
            .. Enumerable
                .Range(0, 50)
                .Select(seed => StableMatching.Solve(PreferenceLists.FromGains(pairs, ones, [1], seed), Token).Pairs[0].Left),
        ];

        Assert.InRange(chosen.Distinct().Count(), 15, 30);
    }

    [Fact]
    public void It_ends_when_asked_to() =>
        Assert.Throws<OperationCanceledException>(() =>
            StableMatching.Solve(PreferenceLists.FromGains([new(0, 0, 1, 1)], [1], [1], 1), new CancellationToken(canceled: true))
        );

    private static int Place(PreferenceLists lists, MatchedPair pair) =>
        Array.IndexOf(lists.Receivers, pair.Right, lists.Starts[pair.Left], lists.Starts[pair.Left + 1] - lists.Starts[pair.Left]);

    /// <summary>By the gains themselves: both would gain strictly, or have room.</summary>
    private static IEnumerable<PairGains> Blocking(PairGains[] pairs, int[] left, int[] right, MatchedPair[] matching)
    {
        PairGains[] made = [.. pairs.Where(p => matching.Contains(new MatchedPair(p.Proposer, p.Receiver)))];
        return pairs
            .Except(made)
            .Where(p =>
            {
                PairGains[] mine = [.. made.Where(m => m.Proposer == p.Proposer)];
                PairGains[] theirs = [.. made.Where(m => m.Receiver == p.Receiver)];
                return left[p.Proposer] > 0
                    && right[p.Receiver] > 0
                    && (mine.Length < left[p.Proposer] || mine.Min(m => m.ProposerGain) < p.ProposerGain)
                    && (theirs.Length < right[p.Receiver] || theirs.Min(m => m.ReceiverGain) < p.ReceiverGain);
            });
    }
}
