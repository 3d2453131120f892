namespace Matchmaking.Evaluation;

/// <summary>Knows nothing: all scores are equal, so that the order is drawn at random.</summary>
internal sealed class RandomRanker : IRanker
{
    public string Name => "random";

    public void Score(RankingQuery query, Span<double> scores) => scores.Clear();
}
