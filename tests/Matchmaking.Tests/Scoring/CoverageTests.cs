namespace Matchmaking.Tests.Scoring;

public class CoverageTests
{
    [Fact]
    public void A_need_is_met_by_its_share_of_the_level_and_counts_by_its_importance()
    {
        TopicLevel[] needs = [new(3, 4, 1, 0), new(5, 1, .5f, 1), new(9, 2, .5f, 2)];
        TopicLevel[] offers = [new(3, 2, 1, 0), new(5, 5, 1, 1)];

        // topic 3: half the level, importance 1; topic 5: met, importance ½; topic 9: nobody offers it.
        Assert.Equal(((.5 * 1) + .5) / 2, Coverage.Of(needs, offers), 12);
    }

    [Fact]
    public void No_need_or_no_offer_covers_nothing()
    {
        Assert.Equal(0, Coverage.Of([], [new(1, 1, 1, 0)]));
        Assert.Equal(0, Coverage.Of([new(1, 1, 1, 0)], []));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, .6)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, .9)]
    [InlineData(5, .8)]
    public void A_mentor_two_or_three_levels_ahead_fits_best(int gap, double fit) => Assert.Equal(fit, LessonFit.OfGap(gap));
}
