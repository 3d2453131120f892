using System.Text.Json;

namespace Matchmaking.Evaluation.Tests;

public class PairTasksTests
{
    [Fact]
    public void Nobody_of_a_cold_evening_is_in_training_and_every_meeting_tests_once_a_seed()
    {
        PairTask task = Make(SpeedDatingTasks.Cold);
        Assert.Equal(25, task.Folds.Count);
        Assert.All(task.Folds, fold =>
            Assert.Empty(
                fold.Training.Outcomes.SelectMany(o => new[] { o.FromId, o.ToId })
                    .Intersect(fold.Test.SelectMany(pair => new[] { pair.From, pair.To }))
            )
        );
        Assert.All(task.Folds.GroupBy(fold => fold.Seed), seed => Assert.Equal(4_184, seed.Sum(fold => fold.Test.Count)));
        Assert.Equal(
            0.165,
            task.Folds.Where(fold => fold.Seed == 1).SelectMany(fold => fold.Test).Average(pair => pair.Yes ? 1.0 : 0),
            0.001
        );
    }

    [Fact]
    public void No_answer_under_test_is_an_outcome_in_training()
    {
        foreach (string name in PairTasks.Names)
        {
            foreach (PairFold fold in Make(name).Folds)
            {
                HashSet<(string, string)> known = [.. fold.Training.Outcomes.Select(o => (o.FromId, o.ToId))];
                Assert.DoesNotContain(fold.Test, pair => known.Contains((pair.From, pair.To)));
                // A lawyer is asked for advice by many and asks back: the other direction is another answer there, and known.
                if (name != LazegaTask.Name)
                    Assert.DoesNotContain(fold.Test, pair => known.Contains((pair.To, pair.From)));
            }
        }
    }

    [Fact]
    public void Every_lawyer_is_ranked_for_every_other_whose_asking_is_unknown()
    {
        PairTask task = Make(LazegaTask.Name);
        Assert.Equal(71 * 70, task.Folds.Sum(fold => fold.Test.Count));
        Assert.Equal(892, task.Folds.Sum(fold => fold.Test.Count(pair => pair.Yes)));
        Assert.All(task.Folds, fold =>
            Assert.Empty(fold.Training.Outcomes.Select(o => o.FromId).Intersect(fold.Test.Select(pair => pair.From)))
        );
    }

    [Fact]
    public void What_the_two_knew_of_each_other_before_is_no_attribute()
    {
        string[] names = [.. Make(SpeedDatingTasks.Warm).Folds[0].Training.Members.SelectMany(m => m.Attributes.Keys).Distinct()];
        Assert.Contains("age", names);
        Assert.Empty(names.Intersect(["met_w", "met_m", "int_corr", "wave", "match", "dec"]));
    }

    [Theory]
    [InlineData(SpeedDatingTasks.Women, "woman_", "man_")]
    [InlineData(SpeedDatingTasks.Men, "man_", "woman_")]
    public void Where_one_side_is_asked_the_two_tell_everything_under_names_of_their_own(string name, string asking, string asked)
    {
        PairFold fold = Make(name).Folds[0];

        Assert.All(fold.Training.Outcomes, outcome =>
            Assert.All(fold.Training[outcome.FromId].Attributes.Keys, attribute =>
                Assert.StartsWith(asking, attribute, StringComparison.Ordinal)
            )
        );
        Assert.All(fold.Test, pair =>
            Assert.All(fold.Training[pair.To].Attributes.Keys, attribute => Assert.StartsWith(asked, attribute, StringComparison.Ordinal))
        );
        Assert.All(fold.Training.Members, member => Assert.Empty(member.Interests));
    }

    [Theory]
    [InlineData("interest cosine", "auc", 0.528, 0.03)]
    [InlineData("RECON", "auc", 0.611, 0.005)]
    [InlineData("RECON", "ndcg@10", 0.634, 0.006)]
    [InlineData("popularity × selectivity", "auc", 0.728, 0.003)]
    [InlineData("popularity × selectivity", "ndcg@10", 0.721, 0.005)]
    [InlineData("factor model", "auc", 0.739, 0.006)]
    [InlineData("random", "ndcg@10", 0.609, 0.01)]
    public void Baselines_on_warm_speed_dating_score_what_was_published(string method, string metric, double published, double within) =>
        Assert.Equal(published, Figure(SpeedDatingTasks.Warm, method, metric), within);

    [Theory]
    [InlineData("same categories", "auc", 0.735, 0.001)]
    [InlineData("popularity", "auc", 0.702, 0.001)]
    [InlineData("popularity", "ndcg@10", 0.407, 0.005)]
    [InlineData("popularity", "recall@10", 0.288, 0.005)]
    public void Baselines_on_advice_score_what_was_published(string method, string metric, double published, double within) =>
        Assert.Equal(published, Figure(LazegaTask.Name, method, metric), within);

    [Fact]
    public void A_report_on_pairs_has_intervals_and_goals_in_its_json()
    {
        PairTask task = Make(LazegaTask.Name);
        var report = new EvaluationReport
        {
            Task = task.Name,
            Goals = Goal.Of(task.Name),
            Results = PairExperiment.Run(task, [new SameCategories()], cancellationToken: TestContext.Current.CancellationToken),
        };
        using var json = JsonDocument.Parse(report.ToJson());
        JsonElement auc = json.RootElement.GetProperty("results")[0].GetProperty("metrics").GetProperty("auc");
        Assert.InRange(
            auc.GetProperty("mean").GetDouble(),
            auc.GetProperty("interval").GetProperty("low").GetDouble(),
            auc.GetProperty("interval").GetProperty("high").GetDouble()
        );
        Assert.Equal(
            ["auc", "ndcg@10"],
            json.RootElement.GetProperty("goals").EnumerateArray().Select(goal => goal.GetProperty("metric").GetString())
        );
    }

    [Fact]
    public void Pooled_and_ranked_metrics_of_a_perfect_method_are_1()
    {
        var pairs = new PairTask
        {
            Name = "t",
            Now = DateTimeOffset.UnixEpoch,
            BothAsk = true,
            Folds = [new PairFold(1, new Community([]), Tiny())],
        };
        IReadOnlyDictionary<string, MetricSummary> metrics = PairExperiment
            .Run(pairs, [new Oracle()], cancellationToken: TestContext.Current.CancellationToken)[0]
            .Metrics;
        foreach (string name in (string[])["auc", "ap", "ndcg@10", "recall@10", "mrr", "map", "mutual-hits@5"])
            Assert.Equal(1, metrics[name].Mean, 12);
        Assert.Equal(0, metrics["brier"].Mean, 12);

        static TestPair[] Tiny() =>
            [
                .. from a in Enumerable.Range(0, 8)
                from b in Enumerable.Range(0, 8)
                select new TestPair($"a{a}", $"b{b}", (a + b) % 4 == 0, $"{a / 2}"),
            ];
    }

    [Fact]
    public void A_data_set_that_is_not_there_is_named()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        Assert.Contains(
            SpeedDating.Name,
            Assert
                .Throws<DirectoryNotFoundException>(() =>
                    Evaluator.Run(SpeedDatingTasks.Warm, folder, cancellationToken: TestContext.Current.CancellationToken)
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    private static double Figure(string task, string method, string metric)
    {
        (PairTask pairs, IReadOnlyList<IPairMethod> methods) = MakeWithMethods(task);
        return PairExperiment
            .Run(pairs, [methods.Single(m => m.Name == method)], cancellationToken: TestContext.Current.CancellationToken)[0]
            .Metrics[metric]
            .Mean;
    }

    private static PairTask Make(string name) => MakeWithMethods(name).Task;

    private static (PairTask Task, IReadOnlyList<IPairMethod> Methods) MakeWithMethods(string name)
    {
        try
        {
            return PairTasks.Make(name, null, new MatchmakerOptions());
        }
        catch (DirectoryNotFoundException missing)
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }

    private sealed class Oracle : IPairMethod
    {
        public string Name => "oracle";

        public bool IsProbability => true;

        public Func<TestPair, double> Fit(PairFold fold, CancellationToken cancellationToken) => pair => pair.Yes ? 1 : 0;
    }
}
