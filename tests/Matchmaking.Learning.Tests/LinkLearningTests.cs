namespace Matchmaking.Tests.Learning;

public sealed class LinkLearningTests
{
    private const int Weeks = 60;

    internal static readonly Lazy<(Matchmaker Learned, Matchmaker Rules, LearningReport Report)> s_shifts = new(() =>
    {
        Community community = LinkCommunity.OfShifts(weeks: Weeks);
        var learned = Matchmaker.Create(community, LinkCommunity.After(Weeks));
        return (learned, Matchmaker.Create(community, LinkCommunity.After(Weeks)), learned.Learn());
    });

    [Fact]
    public void With_no_outcomes_at_all_it_learns_from_who_came_to_know_whom()
    {
        (Matchmaker learned, Matchmaker rules, LearningReport report) = s_shifts.Value;

        Assert.Equal(LearningSource.Interactions, report.Source);
        Assert.True(report.Uses.Single(use => use.Name == "Introductions").Chosen != "rules", report.ToString());
        // Strangers of a club come to know each other if they work different shifts: the rules know nothing of shifts.
        Assert.InRange(OtherShift(rules), 0, .6);
        Assert.True(OtherShift(learned) > .95, report.ToString());
    }

    [Fact]
    public void Its_probabilities_are_near_how_often_two_come_to_know_each_other()
    {
        LearnedUse use = s_shifts.Value.Report.Uses.Single(known => known.Name == "Introductions");

        Assert.True(use.Calibration.LogLoss < use.Calibration.BaseLogLoss);
        Assert.All(use.Calibration.Reliability, row => Assert.Equal(row.Observed, row.Predicted, tolerance: .1));
    }

    [Fact]
    public void The_report_names_what_it_rests_on()
    {
        LearningReport report = s_shifts.Value.Report;

        Assert.StartsWith(
            "Introductions: shift",
            report.Importance.First(feature => feature.Name.StartsWith("Introductions", StringComparison.Ordinal)).Name,
            StringComparison.Ordinal
        );
        Assert.True(report.Pairs > report.Positives && report.Positives > 0);
    }

    [Fact]
    public void A_score_is_the_same_from_either_side_and_its_parts_add_up_to_it()
    {
        Matchmaker matchmaker = s_shifts.Value.Learned;
        for (int i = 1; i < 40; i++)
        {
            Introduction introduction = matchmaker.Explain("m0", $"m{i}").Introduction;

            Assert.Equal(matchmaker.Score($"m{i}", "m0").Score, introduction.Score, 1e-6);
            Assert.Equal(introduction.Score, introduction.Parts.Sum(part => part.Contribution), 1e-9);
        }
    }

    [Fact]
    public void What_comes_after_a_moment_reaches_no_feature_of_it()
    {
        const int Cut = 40;
        DateTimeOffset cut = LinkCommunity.Start.AddDays(7 * Cut);
        CommunityIndex index = Index(LinkCommunity.OfShifts(weeks: Weeks)),
            poisoned = Index(LinkCommunity.OfShifts(weeks: Weeks, otherwiseFromWeek: Cut));
        var featurizer = PairFeaturizer.Fit(index, TestContext.Current.CancellationToken);
        float[][] rows = Rows(index.AsOf(cut)),
            others = Rows(poisoned.AsOf(cut));

        Assert.NotEqual(Rows(index), Rows(poisoned));
        Assert.Equal(rows, others);

        float[][] Rows(CommunityIndex at)
        {
            BoundPairFeaturizer bound = featurizer.Bind(at);
            List<float[]> all = [];
            for (int member = 0; member < 20; member++)
            {
                using var query = new PairQuery(at, member, IntroductionKind.Any, cut);
                for (int candidate = 20; candidate < 60; candidate++)
                {
                    float[] row = new float[bound.Columns];
                    bound.Write(query, candidate, row);
                    all.Add(row);
                }
            }

            return [.. all];
        }
    }

    [Fact]
    public void What_comes_after_a_moment_is_what_it_is_asked_for()
    {
        CommunityIndex index = Index(LinkCommunity.OfShifts(weeks: Weeks));
        foreach (LinkMoment moment in LinkLabels.MomentsOf(index, TestContext.Current.CancellationToken))
        {
            Assert.True(moment.Cut < moment.Until);
            Assert.All(moment.Index.Network.Log.Visits, visit => Assert.True(visit.Time < moment.Cut));
            foreach (int member in moment.Queries)
            {
                Assert.All(moment.TiesOf(member), tie => Assert.True(tie.Value >= moment.Cut && tie.Value < moment.Until));
                Assert.All(moment.TiesOf(member).Keys, other => Assert.False(moment.Index.Network.AreTied(member, other)));
            }
        }
    }

    [Fact]
    public void The_same_history_and_seed_give_the_same_model()
    {
        Community community = LinkCommunity.OfShifts(members: 120, weeks: 40);
        byte[][] models = new byte[2][];
        // Side by side, so that either changes which thread of the other does what.
        Parallel.For(0, 2, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, i =>
        {
            var matchmaker = Matchmaker.Create(community, LinkCommunity.After(40));
            matchmaker.Learn(cancellationToken: TestContext.Current.CancellationToken);
            models[i] = Saved(matchmaker);
        });

        Assert.Equal(models[0], models[1]);
    }

    [Fact]
    public void A_model_of_links_saved_and_loaded_answers_everything_alike()
    {
        Matchmaker learned = s_shifts.Value.Learned;
        var loaded = Matchmaker.Create(learned.Community, LinkCommunity.After(Weeks));
        string path = Path.GetTempFileName();
        learned.SaveModel(path);
        loaded.LoadModel(path);
        File.Delete(path);

        Assert.Equal(learned.Rank("m3"), loaded.Rank("m3"));
        Assert.Equal(
            learned.Rank("m3", new() { Kind = IntroductionKind.Bridge }),
            loaded.Rank("m3", new() { Kind = IntroductionKind.Bridge })
        );
        Assert.Equal(
            learned.SuggestActivities("m3").Select(suggestion => suggestion.Score),
            loaded.SuggestActivities("m3").Select(suggestion => suggestion.Score)
        );
        Assert.Equal(
            learned.SuggestForGroup(["m3", "m4"]).Select(suggestion => suggestion.Score),
            loaded.SuggestForGroup(["m3", "m4"]).Select(suggestion => suggestion.Score)
        );
    }

    [Fact]
    public void A_history_of_one_day_is_too_short_and_the_report_says_so()
    {
        var matchmaker = Matchmaker.Create(LinkCommunity.OfShifts(weeks: 1), LinkCommunity.After(1));
        LearningReport report = matchmaker.Learn(cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(report.IsUsed);
        Assert.Contains("too short to learn from", report.Summary, StringComparison.Ordinal);
    }

    /// <summary>Of the best three strangers of everybody's own club, the share that works the other shift.</summary>
    private static double OtherShift(Matchmaker matchmaker)
    {
        int unlike = 0,
            all = 0;
        foreach (Member member in matchmaker.Community.Members)
        {
            int self = LinkCommunity.Number(member.Id);
            foreach (
                RankedMember ranked in matchmaker
                    .Rank(member.Id, new() { IncludeConnected = false, Count = 200 })
                    .Where(ranked => LinkCommunity.Number(ranked.MemberId) % LinkCommunity.Clubs == self % LinkCommunity.Clubs)
                    .Take(3)
            )
            {
                all++;
                unlike += LinkCommunity.Shift(LinkCommunity.Number(ranked.MemberId)) != LinkCommunity.Shift(self) ? 1 : 0;
            }
        }

        Assert.True(all > 50);
        return (double)unlike / all;
    }

    private static CommunityIndex Index(Community community) =>
        IndexBuilder.Build(community, LinkCommunity.After(Weeks), Vectorizer.Fit(community.Members, LinkCommunity.After(Weeks)));

    private static byte[] Saved(Matchmaker matchmaker)
    {
        string path = Path.GetTempFileName();
        matchmaker.SaveModel(path);
        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }
}
