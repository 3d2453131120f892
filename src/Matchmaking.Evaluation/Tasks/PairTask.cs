namespace Matchmaking.Evaluation;

/// <summary>
/// A protocol on pairs: folds, each with a community to learn from and pairs whose answers are known, but not to the methods.
/// </summary>
internal sealed record PairTask
{
    public required string Name { get; init; }

    public required IReadOnlyList<PairFold> Folds { get; init; }

    /// <summary>The moment of the question.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether both sides of a pair ask, or the first alone.</summary>
    public required bool BothAsk { get; init; }
}

/// <summary>One division of a protocol.</summary>
/// <param name="Seed">The seed of the protocol to which it belongs; the folds of a seed are measured together.</param>
/// <param name="Training">All that a method may see.</param>
/// <param name="Test">What it is asked.</param>
internal sealed record PairFold(int Seed, Community Training, IReadOnlyList<TestPair> Test);

/// <summary>A pair under test.</summary>
/// <param name="From">The id of the one who asks.</param>
/// <param name="To">The id of the other.</param>
/// <param name="Yes">What came of it.</param>
/// <param name="Unit">The evening or asker: what is drawn for intervals, since its rows are not independent.</param>
internal readonly record struct TestPair(string From, string To, bool Yes, string Unit);
