namespace Matchmaking.Evaluation;

/// <summary>A method under measurement. Safe for several threads.</summary>
internal interface IRanker
{
    /// <summary>Its name in reports.</summary>
    string Name { get; }

    /// <summary>
    /// Makes ready what takes its time, once, before any question: whoever makes it ready inside a parallel loop keeps the loop's other
    /// threads waiting for a lock, and its own parallel work waiting for threads.
    /// </summary>
    void Prepare() { }

    /// <summary>Gives every candidate of the query a finite score, higher for better; equal scores are ordered at random.</summary>
    void Score(RankingQuery query, Span<double> scores);
}
