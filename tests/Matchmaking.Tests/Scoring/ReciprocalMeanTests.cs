using CsCheck;

namespace Matchmaking.Tests.Scoring;

public class ReciprocalMeanTests
{
    private static readonly Gen<double> s_reciprocity = Gen.Double[0, .99];
    private static readonly Gen<double> s_gain = Gen.Double[0, 1];

    [Theory]
    [InlineData(0, .4)]
    [InlineData(.5, .35)]
    [InlineData(1, .3)]
    public void Each_mixture_has_its_hand_computed_value(double reciprocity, double expected) =>
        Assert.Equal(expected, ReciprocalMean.Of(reciprocity, .2, .6), 12);

    [Fact]
    public void The_slopes_share_the_score_out_without_remainder() =>
        Gen.Select(s_reciprocity, s_gain, s_gain)
            .Sample(
                (reciprocity, forward, backward) =>
                {
                    (double forwardSlope, double backwardSlope) = ReciprocalMean.Slopes(reciprocity, forward, backward);
                    Assert.Equal(
                        ReciprocalMean.Of(reciprocity, forward, backward),
                        (forwardSlope * forward) + (backwardSlope * backward),
                        9
                    );
                }
            );

    [Fact]
    public void Nothing_for_nobody_is_nothing_and_all_for_both_is_all() =>
        s_reciprocity.Sample(reciprocity =>
        {
            Assert.Equal(0, ReciprocalMean.Of(reciprocity, 0, 0));
            Assert.Equal(1, ReciprocalMean.Of(reciprocity, 1, 1), 12);
        });

    [Fact]
    public void More_for_either_is_more_also_where_the_other_gains_nothing() =>
        Gen.Select(s_reciprocity, Gen.OneOf(Gen.Const(0.0), s_gain), s_gain, Gen.Double[1e-6, 1])
            .Sample(
                (reciprocity, other, gain, more) =>
                {
                    Assert.True(ReciprocalMean.Of(reciprocity, gain + more, other) > ReciprocalMean.Of(reciprocity, gain, other));
                    Assert.True(ReciprocalMean.Of(reciprocity, other, gain + more) > ReciprocalMean.Of(reciprocity, other, gain));
                }
            );

    [Fact]
    public void Twice_the_gains_are_twice_the_score() =>
        Gen.Select(s_reciprocity, s_gain, s_gain)
            .Sample(
                (reciprocity, forward, backward) =>
                    Assert.Equal(
                        2 * ReciprocalMean.Of(reciprocity, forward, backward),
                        ReciprocalMean.Of(reciprocity, 2 * forward, 2 * backward),
                        12
                    )
            );
}
