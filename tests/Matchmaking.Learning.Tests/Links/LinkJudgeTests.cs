namespace Matchmaking.Tests.Learning.Links;

public class LinkJudgeTests
{
    private const int Questions = 200,
        Candidates = 100;

    [Fact]
    public void Where_the_first_ten_leave_it_open_a_model_that_is_clearly_better_over_whole_lists_is_used()
    {
        (LinkBlend? blend, _, LearnedUse report) = Judge((_, place) => place / 2);
        Assert.NotNull(blend);
        Assert.NotEqual("rules", report.Chosen);
    }

    [Fact]
    public void A_model_that_is_luckier_among_the_first_ten_and_no_better_over_whole_lists_is_not_used()
    {
        (LinkBlend? blend, _, LearnedUse report) = Judge((question, place) => question % 2 == 0 ? place - 8 : place + 8);
        Assert.Null(blend);
        Assert.Equal("rules", report.Chosen);
    }

    [Fact]
    public void A_model_that_is_clearly_worse_among_the_first_ten_is_not_used_however_good_the_rest_is()
    {
        (LinkBlend? blend, _, _) = Judge((_, place) => place / 2, lucky: 0, unlucky: 8);
        Assert.Null(blend);
    }

    [Fact]
    public void A_model_that_is_less_lucky_among_the_first_ten_is_used_where_that_may_be_chance_and_the_rest_is_clearly_better()
    {
        (LinkBlend? blend, _, _) = Judge((_, place) => place / 2, lucky: 1, unlucky: 2);
        Assert.NotNull(blend);
    }

    [Fact]
    public void A_model_tells_how_it_ranked_the_first_ten()
    {
        (_, _, LearnedUse report) = Judge((_, place) => place / 2);
        Assert.All(report.Candidates, candidate => Assert.True(candidate is { Ndcg: > 0 and < 1, NdcgError: > 0 }));
    }

    /// <summary>
    /// The rules have what was chosen between places 20 and 59, the model elsewhere beyond the first ten; but in some questions the model
    /// has it on place 2 for 5, in others the other way round: two and one are a gain within its error.
    /// </summary>
    private static (LinkBlend? Blend, Calibration Calibration, LearnedUse Report) Judge(
        Func<int, int, int> byModel,
        int lucky = 2,
        int unlucky = 1
    )
    {
        double[] model = new double[Questions * Candidates],
            rules = new double[model.Length];
        float[] labels = new float[model.Length],
            weights = new float[model.Length];
        Array.Fill(weights, 1);
        for (int q = 0; q < Questions; q++)
        {
            (int there, int place) =
                q >= lucky + unlucky ? (20 + (q * 7 % 40), byModel(q, 20 + (q * 7 % 40)))
                : q < lucky ? (5, 2)
                : (2, 5);
            labels[(q * Candidates) + there] = 1;
            int[] order = [.. Enumerable.Range(0, Candidates).Where(c => c != there)];
            int[] byPlace = [.. order[..place], there, .. order[place..]];
            for (int at = 0; at < Candidates; at++)
            {
                rules[(q * Candidates) + at] = -at / 100.0;
                model[(q * Candidates) + byPlace[at]] = -10 * at;
            }
        }

        return LinkJudge.Judge(
            "use",
            new LinkAnswers(model, model, rules, labels, weights, [.. Enumerable.Range(0, Questions + 1).Select(q => q * Candidates)]),
            learnedFrom: 1000
        );
    }
}
