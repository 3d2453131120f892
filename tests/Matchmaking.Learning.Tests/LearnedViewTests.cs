using CsCheck;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Learning;

/// <summary>Communities over the size up to which a model is bound at once.</summary>
public sealed class LearnedViewTests
{
    private static readonly UpkeepPolicy s_beside = new()
    {
        BindMembers = -1,
        RestAfterBinding = .5,
        SmallCommunity = -1,
        FewMembers = -1,
        FoldAfter = 15,
        FoldAtShare = 0,
    };

    /// <summary>As if binding never came to an end.</summary>
    private static readonly UpkeepPolicy s_never = UpkeepPolicy.Never with { BindMembers = -1 };

    private static readonly SuggestOptions s_everybody = new() { Count = 1000, IncludeConnected = true };

    private static readonly Lazy<(CommunityIndex Index, LearnedModel Model)> s_links = new(() =>
    {
        (CommunityIndex index, LearnedModel model) = Learned(LinkLearningTests.s_shifts.Value.Learned);
        return (
            index,
            model with
            {
                Activities = new ActivityModel(OfAllColumns(ActivityFeatures.Columns)),
                Groups = new GroupModel(OfAllColumns(GroupFeatureQuery.Columns)),
            }
        );
    });

    private static readonly Lazy<(CommunityIndex Index, LearnedModel Model)> s_outcomes = new(() =>
    {
        Matchmaker matchmaker = LearningCommunity.Matchmaker(LearningCommunity.OfAlikeTaste(60, 500));
        matchmaker.Learn();
        return Learned(matchmaker);
    });

    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public void Whatever_changes_rules_hold_at_once_and_once_it_is_bound_answers_are_those_of_a_matchmaker_made_anew(bool links) =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed =>
                {
                    (CommunityIndex index, LearnedModel model) = Of(links);
                    var live = new Matchmaker(index, model, s_beside);
                    var random = new Random(seed);
                    for (int i = 0; i < 25; i++)
                    {
                        string? newest = Change(live, random, i, index.Options.TimeProvider.GetUtcNow());
                        Check(live, random, newest);
                    }

                    live.UpkeepWork.GetAwaiter().GetResult();
                    Assert.Same(live.Index, live.View!.Index);
                    Same(Anew(live), live, random);
                },
                iter: 4
            );

    [Theory]
    [MemberData(nameof(Both))]
    public void Who_comes_or_changes_is_scored_on_the_same_scale_before_the_model_is_bound_to_them(bool links)
    {
        (CommunityIndex index, LearnedModel model) = Of(links);
        var live = new Matchmaker(index, model, s_never);
        double known = live.Score("m1", "m2").Score;
        live.Upsert(index.Members[5] with { Id = "new" });
        live.Upsert(index.Members[6] with { Bio = "changed" });

        Assert.Equal(known, live.Score("m1", "m2").Score);
        Assert.Same(index, live.View!.Index);
        foreach (string id in new[] { "new", "m6" })
        {
            Introduction introduction = live.Explain("m1", id).Introduction;
            Assert.InRange(introduction.Score, double.Epsilon, 1 - 1e-9);
            Assert.Equal(introduction.Score, introduction.Parts.Sum(part => part.Contribution), 1e-9);
            Assert.Equal(1, introduction.Parts.Sum(part => part.Weight), 1e-9);
            Assert.Contains(introduction.Parts, part => part.Part == ScorePart.Baseline);
            Assert.Equal(introduction.Score, live.Score("m1", id).Score);
            Assert.Contains(id, Ids(live.Suggest("m1", s_everybody)));
            Assert.NotEmpty(live.Suggest(id, s_everybody));
        }
    }

    [Fact]
    public void Activities_and_groups_are_answered_for_who_came_since()
    {
        (CommunityIndex index, LearnedModel model) = s_links.Value;
        var live = new Matchmaker(index, model, s_never);
        live.Upsert(Person("new"));

        Assert.NotEmpty(live.SuggestActivities("new"));
        Assert.NotEmpty(live.SuggestForGroup(["m1", "new"]));
        Assert.Contains(live.SuggestForGroup(["m1", "m5"], new() { Count = 1000 }), suggestion => suggestion.Member.Id == "new");
        live.Remove("new");
        Assert.DoesNotContain(live.SuggestForGroup(["m1", "m5"], new() { Count = 1000 }), suggestion =>
            suggestion.Member.Id is "new" or "-"
        );
    }

    [Fact]
    public async Task A_model_is_bound_when_it_comes_into_use_whatever_changes_meanwhile()
    {
        (CommunityIndex index, LearnedModel model) = Of(links: false);
        string path = Path.GetTempFileName();
        new Matchmaker(index, model).SaveModel(path);
        var live = new Matchmaker(index, policy: s_beside with { RefitVocabularyAtShare = double.MaxValue });
        live.Remove("m3");
        using var stop = new CancellationTokenSource();
        Task changes = Task.Run(
            () =>
            {
                for (int i = 0; !stop.IsCancellationRequested; i++)
                    live.Upsert(index.Members[i % 2] with { Bio = $"changed {i}" });
            },
            TestContext.Current.CancellationToken
        );
        for (int i = 0; i < 5; i++)
            live.LoadModel(path);
        await stop.CancelAsync();
        await changes;
        File.Delete(path);

        Assert.Same(live.View!.Index.Base, live.Index.Base);
        await live.UpkeepWork;
        Same(Anew(live), live, new Random(1));
    }

    [Fact]
    public async Task Readers_see_no_half_of_a_change_while_the_model_is_bound_again_and_again()
    {
        (CommunityIndex index, LearnedModel model) = Of(links: false);
        var live = new Matchmaker(index, model, s_beside);
        using var stop = new CancellationTokenSource();
        Task[] readers =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(r =>
                    Task.Run(() =>
                    {
                        do
                        {
                            string[] ids = Ids(live.Suggest($"m{r}", s_everybody));
                            Assert.Contains($"m{r + 10}", ids);
                            Assert.DoesNotContain(LiveCommunity.Nobody.Id, ids);
                            Assert.True(ids.Contains("left") || !ids.Contains("right"));
                            Assert.DoesNotContain("blocked", ids);
                        } while (!stop.IsCancellationRequested);
                    })
                ),
        ];
        for (int i = 0; i < 60; i++)
        {
            live.Upsert(Person("left"));
            live.Upsert(Person("right"));
            live.Upsert(Person("blocked") with { Blocks = ["m0", "m1", "m2"] });
            live.Remove("right");
            live.Remove("left");
            live.Remove("blocked");
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        await live.UpkeepWork;
        Same(Anew(live), live, new Random(1));
    }

    /// <summary>A model of its own for each, for it forgets who leaves.</summary>
    private static (CommunityIndex Index, LearnedModel Model) Of(bool links)
    {
        if (links)
            return s_links.Value;
        (CommunityIndex index, LearnedModel model) = s_outcomes.Value;
        return (index, LearnedModelFile.Read(LearnedModelFile.Bytes(model, VocabularyFingerprint.Of(index)), vocabulary: null));
    }

    /// <summary>Not learned, so that both are there for sure, and everything that is seen counts.</summary>
    private static LinkModel OfAllColumns(int columns)
    {
        var linear = new CompiledLinear(
            columns,
            -1,
            [.. Enumerable.Range(0, columns).Select(column => new LinearTerm(column, 0, .01 * (1 + (column % 5)), 0, .1))],
            [],
            []
        );
        return new LinkModel(linear, linear, new LinkBlend("logistic regression", .8, 0, .2, new Line(1, 0)), Calibration.None);
    }

    private static (CommunityIndex Index, LearnedModel Model) Learned(Matchmaker matchmaker) =>
        (matchmaker.Index, (LearnedModel)matchmaker.View!.Model);

    /// <returns>Who came, or changed.</returns>
    private static string? Change(Matchmaker live, Random random, int number, DateTimeOffset now)
    {
        string[] ids = [.. live.Community.Members.Select(member => member.Id)];
        string one = ids[random.Next(ids.Length)],
            other = ids[random.Next(ids.Length)];
        Member profile = live.Index.Members[live.Index.IndexOf(one)];
        switch (random.Next(7))
        {
            case 0:
                live.Upsert(profile with { Id = $"new{number}", Blocks = [] });
                return $"new{number}";
            case 1:
                live.Upsert(profile with { Bio = $"I changed {number} times" });
                return one;
            case 2 when one != other:
                live.Upsert(profile with { Blocks = [other] });
                return null;
            case 3 when one != other:
                live.Record(
                    new Outcome
                    {
                        FromId = one,
                        ToId = other,
                        Kind = (OutcomeKind)random.Next(5),
                        Time = now.AddDays(-random.Next(300)),
                    }
                );
                return null;
            case 4 when live.Community.Activities.Count > 0:
                live.Record(
                    new Participation
                    {
                        MemberId = one,
                        ActivityId = live.Community.Activities[random.Next(live.Community.Activities.Count)].Id,
                        Time = now.AddDays(-random.Next(20)),
                    }
                );
                return null;
            default:
                live.Remove(one);
                return null;
        }
    }

    private static void Check(Matchmaker live, Random random, string? newest)
    {
        Community community = live.Community;
        Member asker = community.Members[random.Next(community.Members.Count)];
        var options = s_everybody with { Kind = random.Next(2) == 0 ? IntroductionKind.Any : IntroductionKind.Bridge };
        string[] ids = [.. live.Rank(asker.Id, options).Select(ranked => ranked.MemberId)];
        Assert.All(ids, id => Assert.True(community.Contains(id)));
        Assert.All(ids, id => Assert.DoesNotContain(id, asker.Blocks));
        Assert.All(ids, id => Assert.DoesNotContain(asker.Id, community.Members[community.IndexOf(id)].Blocks));
        if (newest is null)
            return;
        Explanation explanation = live.Explain(asker.Id, newest, options);
        Assert.Equal(explanation.Introduction.Score, explanation.Introduction.Parts.Sum(part => part.Contribution), 1e-9);
        Assert.Equal(explanation.Obstacles.Count == 0, ids.Contains(newest));
    }

    private static void Same(Matchmaker expected, Matchmaker actual, Random random)
    {
        Assert.Equal(SameAnswers.Text(expected.Community), SameAnswers.Text(actual.Community));
        string[] ids = [.. expected.Community.Members.Select(member => member.Id)];
        random.Shuffle(ids);
        foreach (string id in ids[..4])
        {
            foreach (IntroductionKind kind in Enum.GetValues<IntroductionKind>())
                Assert.Equal(expected.Rank(id, s_everybody with { Kind = kind }), actual.Rank(id, s_everybody with { Kind = kind }));
            Assert.Equal(expected.RankActivities(id), actual.RankActivities(id));
            Assert.Equal(expected.Explain(id, ids[5]).Introduction.Parts, actual.Explain(id, ids[5]).Introduction.Parts);
        }

        Assert.Equal(expected.RankForGroup(ids[..3]), actual.RankForGroup(ids[..3]));
    }

    /// <summary>Built anew from what the host would see, with the same fitted objects and the same model.</summary>
    private static Matchmaker Anew(Matchmaker live)
    {
        Community now = live.Community;
        Community community = new(now.Members, now.Activities, now.Participations, now.Interactions, now.Outcomes);
        CommunityIndex index = live.Index;
        return new Matchmaker(
            IndexBuilder.Of(
                LiveCommunity.Of(community),
                index.Options,
                index.Vectorizer,
                index.Vectorizer.VectorizeAll(community.Members),
                ActivityVector.OfAll(community.Activities, index.Vectorizer),
                MemberNetwork.Build(LiveCommunity.Of(community), index.Options, index.Network.Fit)
            ),
            (LearnedModel)live.View!.Model,
            UpkeepPolicy.Never
        );
    }
}
