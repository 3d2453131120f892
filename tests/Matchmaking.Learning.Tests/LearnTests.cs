using System.Text;

namespace Matchmaking.Tests.Learning;

public sealed class LearnTests
{
    private static readonly Lazy<(Matchmaker Matchmaker, LearningReport Report)> s_alike = new(() =>
        Learn(LearningCommunity.OfAlikeTaste())
    );

    [Fact]
    public void A_rule_that_answers_follow_is_learned()
    {
        (Matchmaker matchmaker, LearningReport report) = s_alike.Value;
        HashSet<(string, string)> known = [.. matchmaker.Community.Outcomes.Select(outcome => (outcome.FromId, outcome.ToId))];
        var unseen = (
            from a in matchmaker.Community.Members.Take(40)
            from b in matchmaker.Community.Members
            where string.CompareOrdinal(a.Id, b.Id) < 0 && !known.Contains((a.Id, b.Id))
            select (a, b)
        ).ToArray();
        double[] scores = [.. unseen.Select(pair => matchmaker.Score(pair.a.Id, pair.b.Id).Score)];
        bool[] alike = [.. unseen.Select(pair => Math.Abs(LearningCommunity.Taste(pair.a) - LearningCommunity.Taste(pair.b)) < .25)];

        Assert.True(report.IsUsed);
        Assert.True(ClusteredAuc.Of(scores, alike, new int[scores.Length], new int[scores.Length]).Auc > .9);
        Assert.All(report.Uses, use => Assert.NotEqual("rules", use.Chosen));
        Assert.Equal("taste", report.Importance[0].Name);
    }

    [Fact]
    public void Probabilities_are_near_how_often_both_say_yes()
    {
        CalibrationReport calibration = s_alike.Value.Report.Uses.Single(use => use.Name == "Between known members").Calibration;

        Assert.True(calibration.LogLoss < .8 * calibration.BaseLogLoss);
        Assert.True(calibration.Brier < .8 * calibration.BaseBrier);
        Assert.All(calibration.Reliability, row => Assert.Equal(row.Observed, row.Predicted, tolerance: .2));
    }

    [Fact]
    public void What_makes_evenings_differ_does_not_drown_what_makes_members_differ()
    {
        // A model that did not see an evening of many yeses expects fewer there than elsewhere; that must not count against it.
        (Matchmaker matchmaker, LearningReport report) = Learn(LearningCommunity.OfMoodyEvenings());
        double charming = matchmaker.Score("guest", "charming").Score,
            dull = matchmaker.Score("guest", "dull").Score;
        Assert.True(charming - dull > .15, report.ToString());
        CalibrationReport newcomers = report.Uses[0].Calibration;
        Assert.True(newcomers.LogLoss < newcomers.BaseLogLoss, report.ToString());
    }

    [Fact]
    public void Answers_of_chance_leave_the_rules_in_place_and_the_report_says_so()
    {
        (Matchmaker matchmaker, LearningReport report) = Learn(LearningCommunity.OfChance());

        Assert.False(report.IsUsed);
        Assert.Contains("The rules stay", report.Summary, StringComparison.Ordinal);
        Assert.All(report.Uses, use => Assert.Equal("rules", use.Chosen));
        Assert.Throws<InvalidOperationException>(() => matchmaker.SaveModel(Path.Combine(Path.GetTempPath(), "never.mm")));
    }

    [Fact]
    public void Too_few_outcomes_leave_the_rules_in_place()
    {
        LearningReport report = Learn(
            new Community([People.Person("a"), People.Person("b")], outcomes: [People.Outcome("a", "b", OutcomeKind.Accepted, 3)])
        ).Report;

        Assert.False(report.IsUsed);
        Assert.Contains("too short to learn from", report.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Mentors_are_chosen_as_mentees_chose_before_whichever_side_is_asked()
    {
        (Matchmaker matchmaker, LearningReport report) = Learn(LearningCommunity.OfMentorsChosen());

        // Mentees 50 to 59 chose nobody yet: mentor 0 is of the office of mentee 51, mentor 1 is not.
        Assert.True(report.IsUsed, report.ToString());
        Assert.True(matchmaker.Score("mentee51", "mentor0").Score > 3 * matchmaker.Score("mentee51", "mentor1").Score);
        Assert.Equal(matchmaker.Score("mentee51", "mentor0").Score, matchmaker.Score("mentor0", "mentee51").Score, 1e-9);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_two_sides_tell_under_names_of_their_own_is_compared(bool declines)
    {
        (Matchmaker matchmaker, LearningReport report) = Learn(LearningCommunity.OfNamesApart(declines: declines));
        Member[] mentees = [.. matchmaker.Community.Members.Where(member => member.Id.StartsWith("mentee", StringComparison.Ordinal))],
            mentors = [.. matchmaker.Community.Members.Except(mentees)];
        var shown = matchmaker.Community.Outcomes.Select(outcome => (outcome.FromId, outcome.ToId)).ToHashSet();
        var pairs = (
            from mentee in mentees
            from mentor in mentors
            where !shown.Contains((mentee.Id, mentor.Id))
            select (mentee, mentor)
        ).ToArray();
        double[] scores = [.. pairs.Select(pair => matchmaker.Score(pair.mentee.Id, pair.mentor.Id).Score)];
        bool[] suit = [.. pairs.Select(pair => LearningCommunity.Suits(pair.mentee, pair.mentor) > .3)];

        Assert.True(
            ClusteredAuc
                .Of(
                    scores,
                    suit,
                    new int[scores.Length],
                    [.. pairs.Select(pair => matchmaker.Community.Members.Index().First(member => member.Item == pair.mentee).Index)]
                )
                .Auc > .85,
            report.ToString()
        );
    }

    [Fact]
    public void Choices_of_chance_among_many_leave_the_rules_in_place()
    {
        LearningReport report = Learn(LearningCommunity.OfNamesApart(shown: 3, declines: false, chance: true)).Report;

        Assert.Equal("rules", report.Uses[^1].Chosen);
        Assert.All(report.Uses.SelectMany(use => use.Candidates), candidate => Assert.InRange(candidate.Auc, .35, .65));
    }

    [Fact]
    public void Of_two_of_whom_neither_chooses_nothing_was_learned_and_the_rules_say_the_same_of_all()
    {
        Matchmaker matchmaker = Learn(LearningCommunity.OfNamesApart()).Matchmaker;
        double[] scores = [.. Enumerable.Range(1, 10).Select(i => matchmaker.Score("mentor0", $"mentor{i}").Score)];
        double expected =
            matchmaker.Community.Outcomes.Count(outcome => outcome.Kind == OutcomeKind.Accepted)
            / (double)matchmaker.Community.Outcomes.Count;

        Assert.All(scores, score => Assert.Equal(expected, score, tolerance: .02));
    }

    [Fact]
    public void Parts_add_up_to_the_score()
    {
        Matchmaker matchmaker = s_alike.Value.Matchmaker;
        foreach (int i in Enumerable.Range(1, 30))
        {
            Introduction introduction = matchmaker.Explain("m0", $"m{i}").Introduction;

            Assert.Equal(introduction.Score, introduction.Parts.Sum(part => part.Contribution), 1e-9);
            Assert.Equal(matchmaker.Score("m0", $"m{i}").Score, introduction.Score);
            Assert.InRange(introduction.Score, 0, 1);
            Assert.Contains(introduction.Parts, part => part.Part == ScorePart.Baseline);
            Assert.All(introduction.Parts, part =>
                Assert.True(part is { Forward: >= 0 and <= 1, Backward: >= 0 and <= 1, Weight: >= 0 and <= 1 }, part.ToString())
            );
        }
    }

    [Fact]
    public void Alike_pairs_owe_their_score_to_what_they_tell_of_themselves()
    {
        Matchmaker matchmaker = s_alike.Value.Matchmaker;
        Member[] byTaste = [.. matchmaker.Community.Members.OrderBy(LearningCommunity.Taste)];
        double Profile(string a, string b) =>
            matchmaker.Explain(a, b).Introduction.Parts.Single(part => part.Part == ScorePart.Profile).Contribution;

        Assert.True(Profile(byTaste[60].Id, byTaste[61].Id) > .1);
        Assert.True(Profile(byTaste[0].Id, byTaste[^1].Id) < 0);
    }

    [Fact]
    public void The_score_of_a_pair_is_the_same_from_either_side()
    {
        Matchmaker matchmaker = s_alike.Value.Matchmaker;
        for (int i = 1; i < 40; i++)
        {
            (PairScore there, PairScore back) = (matchmaker.Score("m0", $"m{i}"), matchmaker.Score($"m{i}", "m0"));

            Assert.Equal(there.Score, back.Score, 1e-6);
            Assert.Equal(there.Forward, back.Backward, 1e-6);
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void The_same_seed_gives_the_same_model_on_any_number_of_threads(bool fromLinks, bool cancellable)
    {
        Community community = fromLinks ? LinkCommunity.OfShifts() : LearningCommunity.OfAlikeTaste(members: 60, meetings: 500);
        byte[][] models = [.. new[] { 1, 8 }.Select(threads => Threads.On(threads, () =>
                {
                    Matchmaker matchmaker = fromLinks
                        ? Matchmaker.Create(community, LinkCommunity.After(weeks: 60))
                        : LearningCommunity.Matchmaker(community);
                    Assert.True(
                        matchmaker
                            .Learn(cancellationToken: cancellable ? TestContext.Current.CancellationToken : CancellationToken.None)
                            .IsUsed
                    );
                    string path = Path.GetTempFileName();
                    matchmaker.SaveModel(path);
                    byte[] bytes = File.ReadAllBytes(path);
                    File.Delete(path);
                    return bytes;
                }))];

        Assert.Equal(models[0], models[1]);
    }

    [Fact]
    public void Who_leaves_is_in_no_model_and_whoever_comes_back_under_their_id_is_somebody_new()
    {
        Community community = LearningCommunity.OfAlikeTaste();
        Matchmaker matchmaker = LearningCommunity.Matchmaker(
            new Community(
                [.. community.Members.Select(one => one with { Id = Named(one.Id) })],
                outcomes:
                [
                    .. community.Outcomes.Select(outcome => outcome with { FromId = Named(outcome.FromId), ToId = Named(outcome.ToId) }),
                ]
            )
        );
        Assert.True(matchmaker.Learn(cancellationToken: TestContext.Current.CancellationToken).IsUsed);
        Member member = matchmaker.Community.Members[7];
        Assert.Equal([true, true], Hold(member.Id));

        matchmaker.Remove(member.Id);

        Assert.Equal([false, false], Hold(member.Id));
        matchmaker.Upsert(member);
        matchmaker.Upsert(member with { Id = "new" });
        Assert.Equal(matchmaker.Score("new", Named("m1")), matchmaker.Score(member.Id, Named("m1")));

        bool[] Hold(string id)
        {
            string model = Path.GetTempFileName(),
                whole = Path.GetTempFileName();
            matchmaker.SaveModel(model);
            matchmaker.Save(whole, TestContext.Current.CancellationToken);
            bool[] hold =
            [
                .. new[] { model, whole }.Select(file =>
                    new[] { Encoding.Unicode, Encoding.UTF8 }.Any(encoding =>
                        File.ReadAllBytes(file).AsSpan().IndexOf(encoding.GetBytes(id)) >= 0
                    )
                ),
            ];
            File.Delete(model);
            File.Delete(whole);
            return hold;
        }

        static string Named(string id) => $"the-member-{id}-of-this-test";
    }

    [Fact]
    public async Task A_second_learning_that_waits_for_the_first_ends_when_it_is_cancelled()
    {
        Matchmaker matchmaker = LearningCommunity.Matchmaker(LearningCommunity.OfAlikeTaste());
        using var begun = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        Task first = Task.Run(() => matchmaker.Learn(progress: new Pausing(begun, go)), TestContext.Current.CancellationToken);
        begun.Wait(TestContext.Current.CancellationToken);
        using var cancellation = new CancellationTokenSource();
        Task second = Task.Run(() => matchmaker.Learn(cancellationToken: cancellation.Token), TestContext.Current.CancellationToken);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(first.IsCompleted);
        go.Set();
        await first;
    }

    [Fact]
    public void Learning_ends_when_it_is_cancelled_and_changes_nothing()
    {
        Matchmaker matchmaker = LearningCommunity.Matchmaker(LearningCommunity.OfAlikeTaste());
        double before = matchmaker.Score("m0", "m1").Score;
        using var cancellation = new CancellationTokenSource();
        List<WorkProgress> told = [];

        // Cancelled at its first step, however fast the machine is.
        Assert.ThrowsAny<OperationCanceledException>(() =>
            matchmaker.Learn(progress: new CancelAtOnce(cancellation, told), cancellationToken: cancellation.Token)
        );
        Assert.True(told[0].Share < 1);
        Assert.Equal(before, matchmaker.Score("m0", "m1").Score);
    }

    [Fact]
    public async Task Changes_and_questions_go_on_while_it_learns()
    {
        Matchmaker matchmaker = LearningCommunity.Matchmaker(LearningCommunity.OfAlikeTaste(members: 60, meetings: 500));
        List<WorkProgress> told = [];
        Task<LearningReport> learning = Task.Run(() => matchmaker.Learn(progress: new Told(told)), TestContext.Current.CancellationToken);
        int changes = 0;
        while (!learning.IsCompleted)
        {
            matchmaker.Upsert(
                new Member
                {
                    Id = $"new{changes++ % 5}",
                    Attributes = new Dictionary<string, AttributeValue> { ["taste"] = .5 },
                }
            );
            Assert.NotEmpty(matchmaker.Suggest("m0"));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.True((await learning).IsUsed);
        Assert.True(matchmaker.Community.Contains("new0"));
        Assert.InRange(matchmaker.Score("m0", "new0").Score, 1e-6, 1 - 1e-6);
        Assert.Equal(1, told[^1].Share);
        matchmaker.Remove("m1");
        Assert.NotEmpty(matchmaker.Suggest("m0"));
    }

    [Fact]
    public void Answers_recorded_later_count_in_the_next_score()
    {
        Matchmaker matchmaker = LearningCommunity.Matchmaker(s_alike.Value.Matchmaker.Community);
        string path = Path.GetTempFileName();
        s_alike.Value.Matchmaker.SaveModel(path);
        matchmaker.LoadModel(path);
        File.Delete(path);
        matchmaker.Upsert(
            new Member
            {
                Id = "newcomer",
                Attributes = new Dictionary<string, AttributeValue> { ["taste"] = .5 },
            }
        );
        double before = matchmaker.Score("newcomer", "m0").Score;
        foreach (int i in Enumerable.Range(1, 15))
        {
            matchmaker.Record(People.Outcome("newcomer", $"m{i}", OutcomeKind.Declined, 1));
            matchmaker.Record(People.Outcome($"m{i}", "newcomer", OutcomeKind.Declined, 1));
        }

        Assert.True(matchmaker.Score("newcomer", "m0").Score < before);
    }

    [Fact]
    public void The_report_tells_everything_as_text_and_as_json()
    {
        LearningReport report = s_alike.Value.Report;
        using var json = System.Text.Json.JsonDocument.Parse(report.ToJson());

        Assert.Equal(3, report.Uses.Count);
        Assert.All(report.Uses, use => Assert.Contains(use.Candidates, candidate => candidate.Name == "rules"));
        Assert.All(report.Uses, use => Assert.Contains(use.Name, report.ToString(), StringComparison.Ordinal));
        Assert.Equal(3, json.RootElement.GetProperty("uses").GetArrayLength());
        Assert.Equal(report.Outcomes[OutcomeKind.Accepted], json.RootElement.GetProperty("outcomes").GetProperty("accepted").GetInt32());
        Assert.True(report.Seconds > 0);
    }

    private static (Matchmaker Matchmaker, LearningReport Report) Learn(Community community)
    {
        Matchmaker matchmaker = LearningCommunity.Matchmaker(community);
        return (matchmaker, matchmaker.Learn());
    }

    private sealed class CancelAtOnce(CancellationTokenSource cancellation, List<WorkProgress> told) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            told.Add(value);
            cancellation.Cancel();
        }
    }

    private sealed class Told(List<WorkProgress> told) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            lock (told)
                told.Add(value);
        }
    }

    private sealed class Pausing(ManualResetEventSlim begun, ManualResetEventSlim go) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            begun.Set();
            go.Wait();
        }
    }
}
