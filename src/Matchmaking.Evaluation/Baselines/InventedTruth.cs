namespace Matchmaking.Evaluation;

/// <summary>What decided: no method can do better, but by luck.</summary>
internal sealed class InventedTruth : IPairMethod
{
    public string Name => "what decided";

    public Func<TestPair, double> Fit(PairFold fold, CancellationToken cancellationToken)
    {
        var data = new InventedMentoring(fold.Seed);
        return pair => data.Accepts(pair.From, pair.To);
    }
}
