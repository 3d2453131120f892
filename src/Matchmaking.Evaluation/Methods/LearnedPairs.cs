namespace Matchmaking.Evaluation;

/// <summary>
/// The library as a host calls it, after it has learned from the outcomes of the training part: <see cref="Matchmaker.Score"/>.
/// </summary>
internal sealed class LearnedPairs(MatchmakerOptions options) : IPairMethod
{
    public string Name => "learned";

    public bool IsProbability => true;

    public Func<TestPair, double> Fit(PairFold fold, CancellationToken cancellationToken)
    {
        var matchmaker = Matchmaker.Create(fold.Training, options);
        matchmaker.Learn(new LearningOptions { Seed = fold.Seed }, cancellationToken: cancellationToken);
        return pair => matchmaker.Score(pair.From, pair.To).Score;
    }
}
