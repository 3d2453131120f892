using CsCheck;

namespace Matchmaking.Tests.Scoring;

public class ReciprocalMeanTests
{
    [Theory]
    [InlineData(Reciprocity.Harmonic, .3)]
    [InlineData(Reciprocity.Geometric, .346410161513775)]
    [InlineData(Reciprocity.Minimum, .2)]
    [InlineData(Reciprocity.Product, .12)]
    public void Each_mean_has_its_hand_computed_value(Reciprocity reciprocity, double expected) =>
        Assert.Equal(expected, ReciprocalMean.Of(reciprocity, .2, .6), 12);

    [Theory]
    [InlineData(Reciprocity.Harmonic)]
    [InlineData(Reciprocity.Geometric)]
    [InlineData(Reciprocity.Minimum)]
    [InlineData(Reciprocity.Product)]
    public void The_slopes_share_the_score_out_without_remainder(Reciprocity reciprocity) =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1])
            .Sample(
                (forward, backward) =>
                {
                    (double forwardSlope, double backwardSlope) = ReciprocalMean.Slopes(reciprocity, forward, backward);
                    Assert.Equal(
                        ReciprocalMean.Of(reciprocity, forward, backward),
                        (forwardSlope * forward) + (backwardSlope * backward),
                        9
                    );
                }
            );

    [Theory]
    [InlineData(Reciprocity.Harmonic)]
    [InlineData(Reciprocity.Geometric)]
    [InlineData(Reciprocity.Minimum)]
    [InlineData(Reciprocity.Product)]
    public void Nothing_for_nobody_is_nothing_and_all_for_both_is_all(Reciprocity reciprocity)
    {
        Assert.Equal(0, ReciprocalMean.Of(reciprocity, 0, 0));
        Assert.Equal(1, ReciprocalMean.Of(reciprocity, 1, 1));
    }
}
