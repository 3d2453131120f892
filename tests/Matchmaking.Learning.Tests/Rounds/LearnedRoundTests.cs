using Matchmaking.Tests.Learning;

namespace Matchmaking.Tests.Rounds;

public sealed class LearnedRoundTests
{
    private const int Weeks = 60;

    private static readonly Lazy<(Matchmaker Learned, Matchmaker Rules)> s_shifts = new(() =>
    {
        Community community = LinkCommunity.OfShifts(weeks: Weeks);
        var learned = Matchmaker.Create(community, LinkCommunity.After(Weeks));
        Assert.True(learned.Learn().IsUsed);
        return (learned, Matchmaker.Create(community, LinkCommunity.After(Weeks)));
    });

    [Fact]
    public void A_round_pairs_those_of_whom_it_was_learned_that_they_come_to_know_each_other()
    {
        Round learned = s_shifts.Value.Learned.PlanRound(cancellationToken: TestContext.Current.CancellationToken);
        Round rules = s_shifts.Value.Rules.PlanRound(cancellationToken: TestContext.Current.CancellationToken);

        // Those who work different shifts: the rules know nothing of them. A pair for everybody costs a few of the best.
        Assert.True(OtherShift(learned) > .9, $"{OtherShift(learned)}");
        Assert.InRange(OtherShift(rules), 0, .7);
        Assert.True(learned.Figures.ServedShare > .95);
    }

    [Fact]
    public void A_round_has_the_scores_that_the_model_gives()
    {
        Matchmaker matchmaker = s_shifts.Value.Learned;
        RoundOptions options = new() { Recovery = TimeSpan.Zero };
        Round round = matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken);

        RoundCheck.BreaksNothing(matchmaker, round, options);
        Assert.NotEmpty(round.Introductions);
        Assert.All(round.Introductions, pair => Assert.Equal(matchmaker.Score(pair.From.Id, pair.To.Id).Score, pair.Score, 1e-6));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Rounds_that_share_the_threads_are_the_same_as_one_that_has_them_all(int size)
    {
        Matchmaker matchmaker = s_shifts.Value.Learned;
        RoundOptions options = new() { GroupSize = size };
        string expected = RoundCheck.Text(matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken));
        string[] found = new string[3];
        Parallel.For(0, found.Length, i =>
            found[i] = RoundCheck.Text(matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken))
        );
        Assert.All(found, text => Assert.Equal(expected, text));
    }

    private static double OtherShift(Round round) =>
        round.Introductions.Average(pair =>
            LinkCommunity.Shift(LinkCommunity.Number(pair.From.Id)) != LinkCommunity.Shift(LinkCommunity.Number(pair.To.Id)) ? 1.0 : 0
        );
}
