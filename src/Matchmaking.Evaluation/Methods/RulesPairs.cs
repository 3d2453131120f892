namespace Matchmaking.Evaluation;

/// <summary>The library as a host calls it, with no learning: <see cref="Matchmaker.Score"/>.</summary>
internal sealed class RulesPairs(MatchmakerOptions options) : IPairMethod
{
    public string Name => "rules";

    public Func<TestPair, double> Fit(PairFold fold, CancellationToken cancellationToken)
    {
        var matchmaker = Matchmaker.Create(fold.Training, options);
        return pair => matchmaker.Score(pair.From, pair.To).Score;
    }
}
