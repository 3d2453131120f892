namespace Matchmaking.Evaluation;

/// <summary>A method under measurement on pairs. Safe for several threads.</summary>
internal interface IPairMethod
{
    /// <summary>Its name in reports.</summary>
    string Name { get; }

    /// <summary>Whether its scores are probabilities, of which log loss and Brier score can be told.</summary>
    bool IsProbability => false;

    /// <summary>Learns from a community; the answer gives a pair a finite score, higher for better.</summary>
    Func<TestPair, double> Fit(PairFold fold, CancellationToken cancellationToken);
}
