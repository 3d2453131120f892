namespace Matchmaking.Tests.Learning;

public class OutcomeMomentsTests
{
    private static readonly DateTimeOffset s_introduced = People.Now.AddDays(-100);

    [Fact]
    public void What_two_did_after_they_were_introduced_is_in_no_column_and_not_in_the_rules_score()
    {
        OutcomeRows before = Rows(Introduced(followed: false)),
            after = Rows(Introduced(followed: true));

        Assert.NotEmpty(before.Pairs);
        Assert.Equal(before.Rules, after.Rules);
        for (int row = 0; row < before.Pairs.Length; row++)
        {
            Assert.Equal(
                before.Profile.AsSpan(row * before.ProfileColumns, before.ProfileColumns).ToArray(),
                after.Profile.AsSpan(row * after.ProfileColumns, after.ProfileColumns).ToArray()
            );
        }
    }

    [Fact]
    public void Whoever_was_introduced_at_any_time_had_no_tie_yet_when_they_were()
    {
        Community tossed = LearningCommunity.OfChance(members: 60, meetings: 300);
        Community community = new(tossed.Members, interactions: Followed(tossed), outcomes: tossed.Outcomes);
        CommunityIndex basis = LearningCommunity.Index(community).WithoutOutcomes();
        var featurizer = PairFeaturizer.Fit(basis, TestContext.Current.CancellationToken);
        OutcomeRows rows = Rows(community, featurizer, basis);

        int tie = featurizer.Features.Index().First(feature => feature.Item.Name == "tie").Index;
        Assert.All(Enumerable.Range(0, rows.Pairs.Length), row => Assert.Equal(0, rows.Profile[(row * rows.ProfileColumns) + tie]));
    }

    [Fact]
    public void Where_yes_was_tossed_and_those_who_agreed_wrote_to_each_other_later_there_is_nothing_to_learn()
    {
        Community tossed = LearningCommunity.OfChance();
        Matchmaker matchmaker = LearningCommunity.Matchmaker(
            new Community(tossed.Members, interactions: Followed(tossed), outcomes: tossed.Outcomes)
        );

        LearningReport report = matchmaker.Learn(
            new LearningOptions { Source = LearningSource.Outcomes },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.All(report.Uses.SelectMany(use => use.Candidates), candidate => Assert.InRange(candidate.Auc, .4, .6));
    }

    [Fact]
    public void Where_nothing_is_dated_after_the_first_introduction_all_are_seen_as_of_now()
    {
        CommunityIndex basis = LearningCommunity.Index(LearningCommunity.OfAlikeTaste(members: 40, meetings: 100)).WithoutOutcomes();
        LabelledPair[] pairs = [new(0, 1, true, 1, s_introduced), new(2, 3, false, 1, s_introduced.AddDays(1))];

        (CommunityIndex index, int[] told) = Assert.Single(OutcomeMoments.Of(basis, pairs));

        Assert.Same(basis, index);
        Assert.Equal([0, 1], told);
    }

    [Fact]
    public void Few_noes_are_filled_up_and_few_pairs_leave_it_to_what_members_do()
    {
        Assert.True(OutcomeLearner.HasEnough(Asked(yes: 200, no: 20, kinds: [OutcomeKind.Accepted]), seed: 1));
        // Accepted, met and rated well are one pair's one yes.
        Assert.False(OutcomeLearner.HasEnough(Asked(yes: 10, no: 40, kinds: [OutcomeKind.Accepted, OutcomeKind.Met]), seed: 1));
    }

    /// <summary>
    /// Sixty who knew some before; all introductions were on one day, and who agreed wrote to each other from then on, if at all.
    /// </summary>
    private static Community Introduced(bool followed)
    {
        var random = new Random(4);
        Member[] members = [.. Enumerable.Range(0, 60).Select(i => People.Person($"m{i}", likes: [$"topic{i % 5}"]))];
        List<Interaction> interactions =
        [
            .. Enumerable
                .Range(0, 100)
                .Select(_ => (A: random.Next(60), B: random.Next(60)))
                .Where(pair => pair.A != pair.B)
                .Select(pair => new Interaction
                {
                    FromId = $"m{pair.A}",
                    ToId = $"m{pair.B}",
                    Time = s_introduced.AddDays(-random.Next(1, 200)),
                }),
        ];
        List<Outcome> outcomes = [];
        foreach (
            (int a, int b) in Enumerable
                .Range(0, 200)
                .Select(_ => (A: random.Next(60), B: random.Next(60)))
                .Where(pair => pair.A != pair.B)
                .Distinct()
        )
        {
            bool yes = random.Next(2) == 0;
            outcomes.Add(
                new Outcome
                {
                    FromId = $"m{a}",
                    ToId = $"m{b}",
                    Kind = yes ? OutcomeKind.Accepted : OutcomeKind.Declined,
                    Time = s_introduced,
                }
            );
            int days = random.Next(1, 90);
            if (yes && followed)
                interactions.Add(
                    new Interaction
                    {
                        FromId = $"m{a}",
                        ToId = $"m{b}",
                        Time = s_introduced.AddDays(days),
                    }
                );
        }

        // Something is dated later in both.
        interactions.Add(
            new Interaction
            {
                FromId = "m0",
                ToId = "m1",
                Time = s_introduced.AddDays(95),
            }
        );
        return new Community(members, interactions: interactions, outcomes: outcomes);
    }

    private static Interaction[] Followed(Community tossed) =>
        [
            .. tossed
                .Outcomes.Where(outcome => outcome.Kind == OutcomeKind.Accepted)
                .Select(outcome => new Interaction
                {
                    FromId = outcome.FromId,
                    ToId = outcome.ToId,
                    Time = outcome.Time!.Value.AddDays(2),
                    Weight = 5,
                }),
        ];

    private static Community Asked(int yes, int no, OutcomeKind[] kinds)
    {
        Member[] members = [.. Enumerable.Range(0, 300).Select(i => People.Person($"m{i}"))];
        return new Community(
            members,
            outcomes:
            [
                .. Enumerable.Range(0, yes).SelectMany(i => kinds.Select(kind => People.Outcome($"m{i}", $"m{i + 1}", kind, daysAgo: 10))),
                .. Enumerable.Range(0, no).Select(i => People.Outcome($"m{i}", $"m{i + 2}", OutcomeKind.Declined, daysAgo: 10)),
            ]
        );
    }

    // One featurizer for both, so that its scales are the same.
    private static OutcomeRows Rows(Community community)
    {
        var featurizer = PairFeaturizer.Fit(
            LearningCommunity.Index(Introduced(followed: false)).WithoutOutcomes(),
            TestContext.Current.CancellationToken
        );
        return Rows(community, featurizer, LearningCommunity.Index(community).WithoutOutcomes());
    }

    private static OutcomeRows Rows(Community community, PairFeaturizer featurizer, CommunityIndex basis)
    {
        var labels = OutcomeLabels.Of(community, 1);
        return OutcomeRows.Build(basis, featurizer, labels, [.. labels.Pairs], null, TestContext.Current.CancellationToken);
    }
}
