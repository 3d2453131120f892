using static Matchmaking.Tests.People;

namespace Matchmaking.Tests;

public class MatchmakerTests
{
    [Fact]
    public void Who_shares_a_rare_interest_comes_before_who_shares_a_common_one()
    {
        Member[] crowd = [.. Enumerable.Range(0, 20).Select(i => Person($"crowd{i}", likes: ["cinema", $"hobby {i}"]))];
        Matchmaker matchmaker = Matchmaker([
            Person("ada", likes: ["cinema", "lacemaking"]),
            Person("common", likes: ["cinema", "chess"]),
            Person("rare", likes: ["lacemaking", "golf"]),
            .. crowd,
        ]);

        IReadOnlyList<Introduction> introductions = matchmaker.Suggest("ada", new() { Kind = IntroductionKind.Peer });

        Assert.Equal("rare", introductions[0].To.Id);
    }

    [Fact]
    public void Complementary_partners_each_have_what_the_other_is_looking_for()
    {
        Matchmaker matchmaker = Matchmaker(
            Person("ada", offers: ["accounting"], needs: ["web design"]),
            Person("gives", offers: ["web design"], needs: ["plumbing"]),
            Person("both", offers: ["web design"], needs: ["accounting"]),
            Person("takes", offers: ["cooking"], needs: ["accounting"]),
            Person("stranger", offers: ["cooking"], needs: ["plumbing"])
        );

        IReadOnlyList<Introduction> introductions = matchmaker.Suggest("ada", new() { Kind = IntroductionKind.Complementary });

        Assert.Equal("both", introductions[0].To.Id);
        Assert.True(introductions[0].Score > 0);
        Assert.Equal(["gives", "takes"], Ids(introductions.Skip(1)).Order());
        Assert.Contains(matchmaker.Explain("ada", "stranger", new() { Kind = IntroductionKind.Complementary }).Obstacles, obstacle =>
            obstacle.Kind == ObstacleKind.NoNeedMet
        );
    }

    [Fact]
    public void A_mentee_gets_the_mentor_who_masters_what_they_want_to_learn()
    {
        Matchmaker matchmaker = Matchmaker(
            Person("pupil", offers: []) with
            {
                Mentoring = new() { Role = MentoringRole.Mentee, Topics = ["Rust"] },
            },
            Person("master", offers: ["rust"]) with
            {
                Mentoring = new() { Role = MentoringRole.Mentor },
            },
            Person("other", offers: ["piano"]) with
            {
                Mentoring = new() { Role = MentoringRole.Mentor },
            },
            Person("unsaid") with
            {
                Mentoring = new() { Role = MentoringRole.Mentor },
            },
            Person("hermit", offers: ["rust"])
        );

        IReadOnlyList<Introduction> introductions = matchmaker.Suggest("pupil", new() { Kind = IntroductionKind.Mentor });

        Assert.Equal(["master", "unsaid"], Ids(introductions));
        Assert.Contains(matchmaker.Explain("pupil", "other", new() { Kind = IntroductionKind.Mentor }).Obstacles, obstacle =>
            obstacle.Kind == ObstacleKind.NoTopicToLearn
        );
        Assert.Contains(introductions[0].ReasonsForFrom, reason => reason.Part == ScorePart.MentorFit && reason.Topics.Contains("rust"));
    }

    [Fact]
    public void Ten_are_returned_where_ten_are_allowed_whoever_ranks_above_them()
    {
        Member ada = Person("ada", likes: ["chess"]) with { Blocks = [.. Enumerable.Range(0, 50).Select(i => $"blocked{i}")] };
        Member[] blocked = [.. Enumerable.Range(0, 50).Select(i => Person($"blocked{i}", likes: ["chess"]))];
        Member[] allowed = [.. Enumerable.Range(0, 10).Select(i => Person($"allowed{i}", likes: ["golf"]))];

        IReadOnlyList<Introduction> introductions = Matchmaker([ada, .. blocked, .. allowed]).Suggest("ada");

        Assert.Equal(10, introductions.Count);
        Assert.All(introductions, introduction => Assert.StartsWith("allowed", introduction.To.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(IntroductionKind.Any)]
    [InlineData(IntroductionKind.Peer)]
    [InlineData(IntroductionKind.Complementary)]
    [InlineData(IntroductionKind.Mentor)]
    [InlineData(IntroductionKind.Bridge)]
    [InlineData(IntroductionKind.Buddy)]
    public void The_parts_of_every_answer_add_up_to_its_score(IntroductionKind kind)
    {
        Matchmaker matchmaker = Create(RandomCommunity.Generate(60, seed: 7));
        int answers = 0;
        foreach (Member member in matchmaker.Community.Members)
        {
            foreach (Introduction introduction in matchmaker.Suggest(member.Id, new() { Kind = kind }))
            {
                Assert.Equal(introduction.Score, introduction.Parts.Sum(part => part.Contribution), 9);
                Assert.Equal(introduction.Forward, introduction.Parts.Sum(part => part.Weight * part.Forward), 9);
                Assert.Equal(introduction.Backward, introduction.Parts.Sum(part => part.Weight * part.Backward), 9);
                Assert.Equal(1, introduction.Parts.Sum(part => part.Weight), 9);
                answers++;
            }
        }

        Assert.True(answers > 0);
    }

    [Fact]
    public void Suggest_rank_score_and_explain_agree()
    {
        Matchmaker matchmaker = Create(RandomCommunity.Generate(60, seed: 8));
        foreach (Member member in matchmaker.Community.Members)
        {
            IReadOnlyList<Introduction> suggested = matchmaker.Suggest(member.Id);
            IReadOnlyList<RankedMember> ranked = matchmaker.Rank(member.Id);
            Assert.Equal(suggested.Select(i => (i.To.Id, i.Score)), ranked.Select(r => (Id: r.MemberId, r.Score)));
            foreach (Introduction introduction in suggested)
            {
                Assert.Equal(introduction.Score, matchmaker.Score(member.Id, introduction.To.Id).Score);
                Explanation explanation = matchmaker.Explain(member.Id, introduction.To.Id);
                Assert.True(explanation.IsAllowed);
                Assert.Equal(introduction.Score, explanation.Introduction.Score);
            }
        }
    }

    [Theory]
    [InlineData(IntroductionKind.Any)]
    [InlineData(IntroductionKind.Peer)]
    [InlineData(IntroductionKind.Complementary)]
    [InlineData(IntroductionKind.Bridge)]
    public void Kinds_that_are_symmetric_score_both_ways_alike(IntroductionKind kind)
    {
        Matchmaker matchmaker = Create(RandomCommunity.Generate(40, seed: 9));
        foreach (Member a in matchmaker.Community.Members)
        {
            foreach (Member b in matchmaker.Community.Members)
            {
                PairScore there = matchmaker.Score(a.Id, b.Id, kind);
                PairScore back = matchmaker.Score(b.Id, a.Id, kind);
                Assert.Equal(there.Score, back.Score, 6);
                Assert.Equal(there.Forward, back.Backward, 6);
                Assert.InRange(there.Score, 0, 1);
            }
        }
    }

    [Fact]
    public void Unknown_ids_are_refused_by_name()
    {
        Matchmaker matchmaker = Matchmaker(Person("ada"));

        Assert.Equal("bob", Assert.Throws<MemberNotFoundException>(() => matchmaker.Suggest("bob")).MemberId);
        Assert.Throws<MemberNotFoundException>(() => matchmaker.Rank("bob"));
        Assert.Throws<MemberNotFoundException>(() => matchmaker.Score("ada", "bob"));
        Assert.Throws<MemberNotFoundException>(() => matchmaker.Explain("ada", "bob"));
        Assert.Throws<MemberNotFoundException>(() => matchmaker.SuggestActivities("bob"));
        Assert.Throws<MemberNotFoundException>(() => matchmaker.SuggestForGroup(["ada", "bob"]));
        Assert.Throws<MemberNotFoundException>(() => matchmaker.Record(Met("ada", "bob")));
        Assert.Throws<ArgumentException>(() => matchmaker.SuggestForGroup([]));
        Assert.False(matchmaker.Remove("bob"));
    }

    [Fact]
    public void The_same_community_gives_the_same_answers_again()
    {
        Community community = RandomCommunity.Generate(80, seed: 10);
        Matchmaker first = Create(community);
        Matchmaker second = Create(community);
        foreach (Member member in community.Members)
            Assert.Equal(first.Rank(member.Id), second.Rank(member.Id));
    }

    [Fact]
    public void Variety_brings_somebody_else_than_the_next_double()
    {
        Member[] doubles = [.. Enumerable.Range(0, 5).Select(i => Person($"double{i}", likes: ["chess", "go", "bridge"]))];
        Matchmaker matchmaker = Matchmaker([
            Person("ada", likes: ["chess", "go", "bridge", "jazz"]),
            Person("jazzer", likes: ["jazz", "salsa"]),
            .. doubles,
        ]);

        Assert.DoesNotContain("jazzer", Ids(matchmaker.Suggest("ada", new() { Count = 3 })));
        Assert.Contains("jazzer", Ids(matchmaker.Suggest("ada", new() { Count = 3, Diversity = .5 })));
    }

    [Fact]
    public void An_embedding_generator_asks_for_the_asynchronous_way() =>
        Assert.Throws<InvalidOperationException>(() =>
            global::Matchmaking.Matchmaker.Create(new Community([Person("ada")]), new() { EmbeddingGenerator = new NoEmbeddings() })
        );

    private static Matchmaker Create(Community community) => global::Matchmaking.Matchmaker.Create(community, AtNow());

    private sealed class NoEmbeddings : Microsoft.Extensions.AI.IEmbeddingGenerator<string, Microsoft.Extensions.AI.Embedding<float>>
    {
        public Task<Microsoft.Extensions.AI.GeneratedEmbeddings<Microsoft.Extensions.AI.Embedding<float>>> GenerateAsync(
            IEnumerable<string> values,
            Microsoft.Extensions.AI.EmbeddingGenerationOptions? options,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey) => null;

        public void Dispose() { }
    }
}
