namespace Matchmaking.Evaluation;

/// <summary>A method under measurement. Safe for several threads.</summary>
internal interface IRanker
{
    /// <summary>Its name in reports.</summary>
    string Name { get; }

    /// <summary>Gives every candidate of the query a finite score, higher for better; equal scores are ordered at random.</summary>
    void Score(RankingQuery query, Span<double> scores);
}
