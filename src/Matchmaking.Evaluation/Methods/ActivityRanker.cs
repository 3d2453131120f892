namespace Matchmaking.Evaluation;

/// <summary>The library's suggestion of activities, with no learning.</summary>
internal sealed class ActivityRanker(ActivityRecommender recommender) : IRanker
{
    public string Name => "rules";

    public void Score(RankingQuery query, Span<double> scores)
    {
        double[] all = recommender.Scores(query.Members[0]);
        for (int i = 0; i < scores.Length; i++)
            scores[i] = all[query.Candidates[i]];
    }
}
