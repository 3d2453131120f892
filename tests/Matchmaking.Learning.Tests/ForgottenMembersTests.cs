namespace Matchmaking.Tests.Learning;

/// <summary>Who was removed is in no model, whichever way it comes; who comes back under the id is somebody new to it.</summary>
public sealed class ForgottenMembersTests : IDisposable
{
    private static readonly Lazy<Community> s_community = new(() => LearningCommunity.OfAlikeTaste(members: 60, meetings: 500));

    private static readonly Lazy<byte[]> s_model = new(() =>
    {
        string path = Path.GetTempFileName();
        Matchmaker matchmaker = LearningCommunity.Matchmaker(s_community.Value);
        matchmaker.Learn();
        matchmaker.SaveModel(path);
        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    });

    private readonly string _path = Path.GetTempFileName();

    public ForgottenMembersTests() => File.WriteAllBytes(_path, s_model.Value);

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_model_of_before_a_removal_forgets_who_was_removed()
    {
        Matchmaker matchmaker = LearningCommunity.Matchmaker(s_community.Value);
        matchmaker.LoadModel(_path);
        Assert.Contains("m1", Known(matchmaker));
        Member left = matchmaker.Community.Members[1];
        matchmaker.Remove("m1");
        matchmaker.LoadModel(_path);

        Assert.DoesNotContain("m1", Known(matchmaker));
        IsNew(matchmaker, left);
    }

    [Fact]
    public void Who_left_while_a_model_was_learned_is_new_to_it_also_if_they_are_back_and_another_model_came_between()
    {
        Matchmaker matchmaker = LearningCommunity.Matchmaker(s_community.Value);
        Member left = matchmaker.Community.Members[1],
            gone = matchmaker.Community.Members[2];
        int reports = 0;

        matchmaker.Learn(
            progress: new Then(() =>
            {
                if (reports++ != 1)
                    return;
                matchmaker.LoadModel(_path);
                Assert.Contains("m1", Known(matchmaker));
                matchmaker.Remove(left.Id);
                matchmaker.Upsert(left);
                matchmaker.Remove(gone.Id);
                Assert.DoesNotContain("m1", Known(matchmaker));
            }),
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.True(reports > 2);
        Assert.DoesNotContain("m1", Known(matchmaker));
        Assert.DoesNotContain("m2", Known(matchmaker));
        Assert.Contains("m3", Known(matchmaker));
        IsNew(matchmaker, left);
    }

    /// <summary>As two calls of <see cref="Matchmaker.LoadModel"/> at once.</summary>
    [Fact]
    public void A_model_that_is_still_read_when_another_comes_into_use_hears_of_who_leaves_then()
    {
        CommunityIndex index = LearningCommunity.Index(s_community.Value);
        var changes = new Lock();
        var state = new LiveState(index, null);
        var upkeep = new Upkeep(index.Live, UpkeepPolicy.Default, changes, () => state, now => state = now, null);
        LearnedModel second = Read(index);

        upkeep.Adopt(
            () =>
            {
                upkeep.Adopt(() => Read(index), TestContext.Current.CancellationToken);
                lock (changes)
                {
                    state = state with { Index = state.Index.Without("m1") };
                    upkeep.Forget("m1");
                    state = state with { Index = state.Index.With(index.Members[1], index.Vectors[1]) };
                }

                return second;
            },
            TestContext.Current.CancellationToken
        );

        Assert.Same(second, state.View!.Model);
        Assert.False(((OutcomePairModel)second.Pairs!).Members.Knows("m1"));
        Assert.True(((OutcomePairModel)second.Pairs!).Members.Knows("m2"));
    }

    private static LearnedModel Read(CommunityIndex index) => LearnedModelFile.Read(s_model.Value, VocabularyFingerprint.Of(index));

    private static ICollection<string> Known(Matchmaker matchmaker) =>
        ((OutcomePairModel)((LearnedModel)matchmaker.View!.Model).Pairs!).Members.Codes().Keys;

    /// <summary>Scored as anybody is of whom no answer is known.</summary>
    private static void IsNew(Matchmaker matchmaker, Member member)
    {
        matchmaker.Upsert(member);
        matchmaker.Upsert(member with { Id = "twin" });
        Assert.Equal(matchmaker.Score("m0", "twin").Score, matchmaker.Score("m0", member.Id).Score, 12);
    }

    private sealed class Then(Action action) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => action();
    }
}
