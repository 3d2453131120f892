namespace Matchmaking.Tests.Learning;

public sealed class OutcomeLabelsTests
{
    private static readonly Member[] s_people = [.. Enumerable.Range(0, 10).Select(i => People.Person($"p{i}"))];

    [Fact]
    public void The_last_answer_of_a_pair_counts_and_features_are_seen_as_of_the_first()
    {
        LabelledPair pair = Assert.Single(
            Answers.Of(
                Community(
                    People.Outcome("p0", "p1", OutcomeKind.Shown, daysAgo: 9),
                    People.Outcome("p0", "p1", OutcomeKind.Accepted, daysAgo: 5),
                    People.Outcome("p0", "p1", OutcomeKind.Declined, daysAgo: 2),
                    People.Outcome("p0", "p1", OutcomeKind.Viewed, daysAgo: 1)
                )
            )
        );

        Assert.Equal(new LabelledPair(0, 1, Yes: false, Weight: 1, People.Now.AddDays(-9)), pair);
    }

    [Theory]
    [InlineData(OutcomeKind.Accepted, null, true)]
    [InlineData(OutcomeKind.Met, null, true)]
    [InlineData(OutcomeKind.Declined, null, false)]
    [InlineData(OutcomeKind.Rated, 3.0, true)]
    [InlineData(OutcomeKind.Rated, 2.5, false)]
    [InlineData(OutcomeKind.Shown, null, null)]
    [InlineData(OutcomeKind.Viewed, null, null)]
    public void Each_kind_of_outcome_is_a_yes_a_no_or_neither(OutcomeKind kind, double? rating, bool? answer) =>
        Assert.Equal(answer, Answers.Of(People.Outcome("p0", "p1", kind, 1) with { Rating = rating }));

    [Fact]
    public void What_was_shown_and_left_unanswered_is_a_weak_no()
    {
        LabelledPair pair = Assert.Single(Answers.Of(Community(People.Outcome("p0", "p1", OutcomeKind.Shown, 3))));

        Assert.False(pair.Yes);
        Assert.Equal(Answers.UnansweredWeight, pair.Weight);
    }

    [Fact]
    public void Where_nobody_said_no_those_not_chosen_by_who_chose_are_noes()
    {
        var labels = OutcomeLabels.Of(
            Community(People.Outcome("p0", "p1", OutcomeKind.Accepted, 3), People.Outcome("p1", "p2", OutcomeKind.Accepted, 3)),
            seed: 1
        );

        Assert.True(labels.PositivesOnly);
        Assert.Equal(18, labels.Pairs.Count);
        Assert.Equal(16, labels.Pairs.Count(pair => !pair.Yes && pair.Weight == 1));
        Assert.All(labels.Pairs, pair => Assert.True(pair.From is 0 or 1 && pair.From != pair.To));
    }

    [Fact]
    public void Where_some_only_choose_and_others_are_only_chosen_the_noes_are_among_the_chosen()
    {
        var labels = OutcomeLabels.Of(LearningCommunity.OfMentorsChosen(), seed: 1);

        Assert.True(labels.OneSided);
        Assert.False(labels.Mutual);
        Assert.All(labels.Pairs, pair => Assert.True(pair.From < 60 && pair.To >= 60));
    }

    [Fact]
    public void Noes_that_were_said_are_enough()
    {
        var labels = OutcomeLabels.Of(
            Community(People.Outcome("p0", "p1", OutcomeKind.Accepted, 3), People.Outcome("p0", "p2", OutcomeKind.Declined, 3)),
            seed: 1
        );

        Assert.False(labels.PositivesOnly);
        Assert.Equal(2, labels.Pairs.Count);
    }

    [Fact]
    public void A_few_noes_that_are_not_rare_are_no_reason_to_assume_others()
    {
        Outcome[] outcomes =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(i =>
                    People.Outcome(
                        $"p{i / 9}",
                        $"p{(i / 9) + 1 + (i % 9) - ((i / 9) + (i % 9) >= 9 ? 10 : 0)}",
                        i % 9 < 5 ? OutcomeKind.Accepted : OutcomeKind.Declined,
                        3
                    )
                ),
        ];

        Assert.False(OutcomeLabels.Of(Community(outcomes), seed: 1).PositivesOnly);
    }

    [Fact]
    public void An_assumed_no_stands_beside_a_choice_of_the_same_member_at_the_same_time()
    {
        var labels = OutcomeLabels.Of(
            Community(
                People.Outcome("p0", "p1", OutcomeKind.Accepted, 3),
                People.Outcome("p0", "p2", OutcomeKind.Accepted, 5),
                People.Outcome("p1", "p0", OutcomeKind.Accepted, 4),
                People.Outcome("p2", "p0", OutcomeKind.Accepted, 4)
            ),
            seed: 1
        );
        var chosen = labels.Pairs.Where(pair => pair.Yes).ToDictionary(pair => (pair.From, pair.To), pair => pair.Time);

        Assert.All(labels.Pairs.Where(pair => !pair.Yes), no => Assert.Equal(chosen[(no.From, no.Beside)], no.Time));
        Assert.Equal([1, 2], labels.Pairs.Where(pair => !pair.Yes && pair.From == 0).Select(no => no.Beside).Distinct().Order());
    }

    [Theory]
    [InlineData(new[] { 4.0, 5, 4, 5, 4, 5, 5, 5 }, 5)]
    [InlineData(new[] { 3.0, 4, 5, 4, 3.5, 3, 5, 4 }, 3.5)]
    [InlineData(new[] { 1.0, 4, 5, 4, 2, 3, 5, 4 }, 3)]
    [InlineData(new[] { 5.0, 5, 5, 5, 5, 5, 5, 5 }, 3)]
    public void Where_all_ratings_are_good_the_best_of_them_are_told_from_the_rest(double[] ratings, double good)
    {
        var answers = Answers.Of(
            Community([.. ratings.Select((rating, i) => People.Outcome("p0", $"p{i + 1}", OutcomeKind.Rated, 3) with { Rating = rating })])
        );

        Assert.Equal(ratings.Select(rating => rating >= good), answers.Select(answer => answer.Yes));
    }

    [Fact]
    public void Both_sides_answer_where_most_pairs_have_two_answers()
    {
        Assert.True(OutcomeLabels.Of(LearningCommunity.OfAlikeTaste(), seed: 1).Mutual);
        Assert.False(
            OutcomeLabels
                .Of(
                    Community(People.Outcome("p0", "p1", OutcomeKind.Accepted, 3), People.Outcome("p0", "p2", OutcomeKind.Declined, 3)),
                    seed: 1
                )
                .Mutual
        );
    }

    private static Community Community(params Outcome[] outcomes) => new(s_people, outcomes: outcomes);
}
