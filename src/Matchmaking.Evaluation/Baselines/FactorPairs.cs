namespace Matchmaking.Evaluation;

/// <summary>
/// Logistic matrix factorisation with biases (Johnson 2014) of who says yes to whom, by ids alone; a pair has the product of both
/// directions' probabilities.
/// </summary>
internal sealed class FactorPairs : IPairMethod
{
    public string Name => "factor model";

    public Func<TestPair, double> Fit(PairFold fold, CancellationToken cancellationToken)
    {
        Community community = fold.Training;
        (string From, string To, bool Yes)[] answers = [.. AnswerRates.Answers(community)];
        var data = new TrainingData
        {
            Columns = 0,
            Values = [],
            Labels = [.. answers.Select(answer => answer.Yes ? 1f : 0f)],
            Weights = [.. answers.Select(_ => 1f)],
            FromEffects = [.. answers.Select(answer => community.IndexOf(answer.From))],
            ToEffects = [.. answers.Select(answer => community.IndexOf(answer.To))],
        };
        CompiledFactors model = FactorModel.Train(data, new FactorOptions(), fold.Seed, cancellationToken);
        return pair => Probability(pair.From, pair.To) * Probability(pair.To, pair.From);

        double Probability(string from, string to) => 1 / (1 + Math.Exp(-model.Logit([], community.IndexOf(from), community.IndexOf(to))));
    }
}
