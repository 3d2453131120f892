using Matchmaking.Learning.Internal;

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
        Func<int, int, double> model = FactorBaseline.Fit(
            Array.ConvertAll(answers, answer => community.IndexOf(answer.From)),
            Array.ConvertAll(answers, answer => community.IndexOf(answer.To)),
            Array.ConvertAll(answers, answer => answer.Yes),
            fold.Seed,
            cancellationToken
        );
        return pair => Probability(pair.From, pair.To) * Probability(pair.To, pair.From);

        double Probability(string from, string to) => 1 / (1 + Math.Exp(-model(community.IndexOf(from), community.IndexOf(to))));
    }
}
