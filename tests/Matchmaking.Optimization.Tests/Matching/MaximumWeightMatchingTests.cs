using CsCheck;
using Matchmaking.Optimization.Matching;

namespace Matchmaking.Optimization.Tests.Matching;

public sealed class MaximumWeightMatchingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly Gen<(int Nodes, WeightedEdge[] Edges)> SmallGraphs = Graphs(2, 9, 24, -3, 12);

    [Fact]
    public void Two_light_pairs_beat_the_heaviest_edge()
    {
        WeightedEdge[] path = [new(0, 1, 5), new(1, 2, 8), new(2, 3, 5)];

        Assert.Equal([1, 0, 3, 2], Heaviest(4, path));
    }

    [Fact]
    public void A_single_heavy_pair_beats_two_light_ones_unless_there_shall_be_many()
    {
        WeightedEdge[] path = [new(0, 1, 2), new(1, 2, 8), new(2, 3, 2)];

        Assert.Equal([-1, 2, 1, -1], Heaviest(4, path));
        Assert.Equal([1, 0, 3, 2], Most(4, path));
    }

    [Fact]
    public void An_edge_that_costs_is_left_out_unless_there_shall_be_many()
    {
        WeightedEdge[] edge = [new(0, 1, -4)];

        Assert.Equal([-1, -1], Heaviest(2, edge));
        Assert.Equal([1, 0], Most(2, edge));
    }

    [Fact]
    public void A_blossom_is_entered_at_any_node()
    {
        // Two triangles joined by a bridge: one pair in each and the bridge.
        WeightedEdge[] edges = [new(0, 1, 9), new(1, 2, 9), new(0, 2, 9), new(2, 3, 1), new(3, 4, 9), new(4, 5, 9), new(3, 5, 9)];

        int[] mates = Heaviest(6, edges);

        Assert.Equal([1, 0, 3, 2, 5, 4], mates);
    }

    [Fact]
    public void Nobody_is_matched_where_there_are_no_edges()
    {
        Assert.Equal([], Heaviest(0, []));
        Assert.Equal([-1, -1, -1], Heaviest(3, [new(1, 1, 5)]));
    }

    [Fact]
    public void The_weight_is_that_of_trying_everything() =>
        SmallGraphs.Sample(
            graph =>
            {
                int[] mates = Heaviest(graph.Nodes, graph.Edges);
                Assert.Equal(Best(graph.Nodes, graph.Edges, pairWorth: 0), WeightOf(mates, graph.Edges));
            },
            iter: 4000
        );

    [Fact]
    public void With_the_most_pairs_the_weight_is_that_of_trying_everything() =>
        SmallGraphs.Sample(
            graph =>
            {
                const long PairWorth = 1_000;
                int[] mates = Most(graph.Nodes, graph.Edges);
                Assert.Equal(
                    Best(graph.Nodes, graph.Edges, PairWorth),
                    WeightOf(mates, graph.Edges) + (PairWorth * (mates.Count(m => m >= 0) / 2))
                );
            },
            iter: 4000
        );

    [Theory]
    [InlineData(6, 8, 1)]
    [InlineData(25, 60, 3)]
    [InlineData(120, 300, 6)]
    [InlineData(30, 200, 1_000_000)]
    public void Blossoms_alone_come_to_the_heaviest_from_no_pair_at_all(int nodes, int edges, int weight) =>
        Gen.Select(Graphs(2, nodes, edges, 0, weight), Gen.Int[0, 4].Array[nodes])
            .Sample(
                (graph, more) =>
                {
                    // Whatever duals are high enough will do; odd and even ones stand side by side.
                    var doubled = new WeightedAdjacency(graph.Nodes, graph.Edges, w => 2 * w);
                    long[] duals = [.. more.Take(graph.Nodes).Select(m => weight + (long)m)];
                    int[] mates = new int[graph.Nodes];
                    Array.Fill(mates, -1);
                    var search = new BlossomSearch(doubled, mates, duals);
                    search.Solve(Token);
                    Assert.Null(new MatchingProof(doubled, mates, duals, [.. search.BlossomDuals()]).FindFault());
                },
                iter: 1000
            );

    [Theory]
    [InlineData(40, 100, 6)]
    [InlineData(120, 300, 1_000)]
    [InlineData(120, 180, 3)]
    [InlineData(30, 400, 1_000_000)]
    public void Duals_prove_that_nothing_is_heavier(int nodes, int edges, int weight) =>
        Graphs(nodes / 2, nodes, edges, 0, weight)
            .Sample(
                graph =>
                {
                    Assert.Null(Proof(graph.Nodes, graph.Edges).FindFault());
                    Assert.Null(Proof(graph.Nodes, graph.Edges, most: true).FindFault());
                },
                iter: 300
            );

    [Theory]
    [InlineData(1, 500)]
    [InlineData(4, 900)]
    public void Duals_prove_it_where_circles_of_friends_nest(int seed, int nodes)
    {
        // Points in a plane and their nearest: odd circles everywhere, so that blossoms hold blossoms.
        WeightedEdge[] edges = Neighbours(nodes, 6, seed);

        MatchingProof proof = Proof(nodes, edges, most: true);

        Assert.Null(proof.FindFault());
        Assert.Contains(proof.Blossoms, b => b.Dual > 0 && b.Nodes.Length > 3);
    }

    [Fact]
    public void A_wrong_matching_has_no_proof()
    {
        MatchingProof proof = Proof(4, [new(0, 1, 2), new(1, 2, 8), new(2, 3, 2)]);

        Assert.Null(proof.FindFault());
        Assert.NotNull(new MatchingProof(proof.Graph, [1, 0, 3, 2], proof.Duals, proof.Blossoms).FindFault());
        Assert.NotNull(new MatchingProof(proof.Graph, proof.Mates, new long[4], proof.Blossoms).FindFault());
    }

    [Fact]
    public void The_order_of_a_pair_changes_nothing_of_the_weight() =>
        SmallGraphs.Sample(
            graph =>
            {
                WeightedEdge[] turned = Array.ConvertAll(graph.Edges, e => new WeightedEdge(e.V, e.U, e.Weight));
                Array.Reverse(turned);
                Assert.Equal(WeightOf(Heaviest(graph.Nodes, graph.Edges), graph.Edges), WeightOf(Heaviest(graph.Nodes, turned), turned));
            },
            iter: 500
        );

    [Fact]
    public void It_ends_when_asked_to() =>
        Assert.Throws<OperationCanceledException>(() =>
            MaximumWeightMatching.Solve(2, [new(0, 1, 1)], cancellationToken: new CancellationToken(canceled: true))
        );

    [Fact]
    public void A_weight_or_a_node_out_of_range_is_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Heaviest(2, [new(0, 2, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Most(2, [new(0, 1, long.MaxValue)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Heaviest(2, [new(0, 1, long.MinValue)]));
    }

    private static int[] Heaviest(int nodes, WeightedEdge[] edges) =>
        Checked(MaximumWeightMatching.Solve(nodes, edges, cancellationToken: Token), edges);

    private static int[] Most(int nodes, WeightedEdge[] edges) =>
        Checked(MaximumWeightMatching.Solve(nodes, edges, new() { MaximumCardinality = true }, Token), edges);

    private static MatchingProof Proof(int nodes, WeightedEdge[] edges, bool most = false) =>
        MaximumWeightMatching.Solve(nodes, edges, new() { MaximumCardinality = most, KeepProof = true }, Token).Proof!;

    private static int[] Checked(MaximumWeightMatchingResult result, WeightedEdge[] edges)
    {
        int[] mates = [.. result.Mates];
        Assert.Null(result.Proof);
        Assert.Equal(mates.Count(mate => mate >= 0), 2 * result.PairCount);
        Assert.Equal(WeightOf(mates, edges), result.TotalWeight);
        return mates;
    }

    private static Gen<(int Nodes, WeightedEdge[] Edges)> Graphs(int fewest, int most, int edges, int lightest, int heaviest) =>
        from n in Gen.Int[fewest, most]
        from e in Gen.Select(Gen.Int[0, n - 1], Gen.Int[0, n - 1], Gen.Int[lightest, heaviest]).Array[0, edges]
        select (n, Array.ConvertAll(e, t => new WeightedEdge(t.Item1, t.Item2, t.Item3)));

    private static WeightedEdge[] Neighbours(int nodes, int nearest, int seed)
    {
        var random = new Random(seed);
        (double X, double Y)[] points = [.. Enumerable.Range(0, nodes).Select(_ => (random.NextDouble(), random.NextDouble()))];
        var edges = new HashSet<WeightedEdge>();
        for (int u = 0; u < nodes; u++)
        {
            foreach (int v in Enumerable.Range(0, nodes).Where(v => v != u).OrderBy(v => Far(u, v)).Take(nearest))
                edges.Add(new WeightedEdge(Math.Min(u, v), Math.Max(u, v), (long)(1e6 * (1 - Far(u, v)))));
        }

        return [.. edges];

        double Far(int u, int v) => Math.Sqrt(Math.Pow(points[u].X - points[v].X, 2) + Math.Pow(points[u].Y - points[v].Y, 2)) / 2;
    }

    private static long WeightOf(int[] mates, WeightedEdge[] edges)
    {
        long weight = 0;
        for (int u = 0; u < mates.Length; u++)
        {
            if (mates[u] < 0)
                continue;
            Assert.Equal(u, mates[mates[u]]);
            if (u < mates[u])
                weight += edges.Where(e => Math.Min(e.U, e.V) == u && Math.Max(e.U, e.V) == mates[u]).Max(e => e.Weight);
        }

        return weight;
    }

    private static long Best(int nodes, WeightedEdge[] edges, long pairWorth)
    {
        long[] best = new long[1 << nodes];
        for (int set = 1; set < best.Length; set++)
        {
            int u = System.Numerics.BitOperations.TrailingZeroCount(set);
            best[set] = best[set & ~(1 << u)];
            foreach (WeightedEdge e in edges)
            {
                int both = (1 << e.U) | (1 << e.V);
                if (e.U != e.V && (set & both) == both && (both & (1 << u)) != 0)
                    best[set] = Math.Max(best[set], best[set & ~both] + e.Weight + pairWorth);
            }
        }

        return best[^1];
    }
}
