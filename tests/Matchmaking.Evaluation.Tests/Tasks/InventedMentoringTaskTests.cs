namespace Matchmaking.Evaluation.Tests;

public sealed class InventedMentoringTests
{
    [Fact]
    public void What_was_learned_comes_near_what_decided_though_both_sides_have_names_of_their_own()
    {
        EvaluationReport report = Evaluator.Run(InventedMentoringTask.Name, cancellationToken: TestContext.Current.CancellationToken);
        double Auc(string method) => report.Results.Single(result => result.Method == method).Metrics["auc"].Mean;

        Assert.InRange(Auc("learned"), .67, Auc("what decided"));
        Assert.Equal(.5, Auc("rules"), tolerance: .01);
    }

    [Fact]
    public void Nobody_who_is_asked_has_answered()
    {
        foreach (PairFold fold in InventedMentoringTask.Make().Folds)
        {
            HashSet<string> answered = [.. fold.Training.Outcomes.Select(outcome => outcome.FromId)];
            Assert.All(fold.Test, pair => Assert.DoesNotContain(pair.From, answered));
        }
    }
}
