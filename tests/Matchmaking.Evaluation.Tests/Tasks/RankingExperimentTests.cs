using System.Text.Json;

namespace Matchmaking.Evaluation.Tests;

public class RankingExperimentTests
{
    [Fact]
    public void Means_are_taken_over_the_queries_of_a_seed_then_over_the_seeds()
    {
        // Two seeds: seed 1 asks the queries 0 and 1, seed 2 asks query 1. The ranker puts the positive of query 0 first, of query 1
        // second.
        var task = new ListTask(new([1], [0], [0, 1], [0]), new([1, 2], [0], [0, 1], [1]));
        MetricSummary mrr = RankingExperiment
            .Run(task, [new InOrder()], [RankingMetric.Mrr], cancellationToken: TestContext.Current.CancellationToken)[0]
            .Metrics["mrr"];
        Assert.Equal(((1 + 0.5) / 2 + 0.5) / 2, mrr.Mean, 12);
        Assert.Equal(Math.Sqrt(Math.Pow(0.75 - 0.625, 2) + Math.Pow(0.5 - 0.625, 2)), mrr.Spread, 12);
    }

    [Fact]
    public void The_same_run_gives_the_same_figures_to_the_last_digit()
    {
        var task = new ListTask([
            .. Enumerable
                .Range(0, 300)
                .Select(i => new RankingQuery([1 + (i % 5)], [0], [.. Enumerable.Range(0, 50)], [i % 50, (i + 7) % 50])),
        ]);
        Assert.Equal(Run(), Run());

        IReadOnlyDictionary<string, MetricSummary> Run() =>
            RankingExperiment
                .Run(task, [new RandomRanker()], RankingMetric.Default, cancellationToken: TestContext.Current.CancellationToken)[0]
                .Metrics;
    }

    [Fact]
    public void A_report_is_written_as_the_documented_json()
    {
        var report = new EvaluationReport
        {
            Task = "t",
            Results =
            [
                new MethodResult
                {
                    Method = "rules",
                    Metrics = new Dictionary<string, MetricSummary> { ["ndcg@10"] = new(0.25, 0.5) },
                },
            ],
        };
        using var json = JsonDocument.Parse(report.ToJson());
        Assert.Equal(
            """{"task":"t","results":[{"method":"rules","metrics":{"ndcg@10":{"mean":0.25,"spread":0.5}}}],"goals":[]}""",
            JsonSerializer.Serialize(json.RootElement)
        );
    }

    [Fact]
    public void Work_can_be_ended()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var task = new ListTask(new RankingQuery([1], [0], [0, 1], [0]));
        Assert.Throws<OperationCanceledException>(() =>
            RankingExperiment.Run(task, [new InOrder()], RankingMetric.Default, cancellationToken: source.Token)
        );
    }

    private sealed class InOrder : IRanker
    {
        public string Name => "in order";

        public void Score(RankingQuery query, Span<double> scores)
        {
            for (int i = 0; i < scores.Length; i++)
                scores[i] = -i;
        }
    }

    private sealed class ListTask(params RankingQuery[] queries) : IRankingTask
    {
        public Community Community { get; } = new([new Member { Id = "0" }]);

        public DateTimeOffset Cut => NashvilleSplit.TestCut;

        public int Count => queries.Length;

        public RankingQuery this[int index] => queries[index];
    }
}
