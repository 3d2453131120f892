namespace Matchmaking.Evaluation;

/// <summary>The library's suggestion of who completes a group, with no learning.</summary>
internal sealed class GroupRanker(GroupRecommender recommender) : IRanker
{
    public string Name => "rules";

    public void Score(RankingQuery query, Span<double> scores)
    {
        double[] all = recommender.Scores(query.Members);
        for (int i = 0; i < scores.Length; i++)
            scores[i] = all[query.Candidates[i]];
    }
}
