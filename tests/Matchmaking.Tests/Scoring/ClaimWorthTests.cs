using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Scoring;

/// <summary>Whoever claims everything has said nothing; and whose word counts, to whom others turn.</summary>
public sealed class ClaimWorthTests
{
    private static readonly string[] s_topics =
    [
        .. Enumerable.Range(0, 40).Select(i => $"craft number {(char)('a' + (i / 26))}{(char)('a' + (i % 26))}"),
    ];

    /// <summary>Forty who each offer one thing and need the next one's.</summary>
    private static readonly Member[] s_honest =
    [
        .. s_topics.Select((topic, i) => Person($"m{i}", offers: [topic], needs: [s_topics[(i + 1) % 40]])),
    ];

    [Fact]
    public void Who_offers_everything_stands_behind_who_offers_what_is_needed()
    {
        Member all = Person("all", offers: s_topics);
        Matchmaker matchmaker = Matchmaker([.. s_honest, all]);

        foreach (Member member in s_honest)
            Assert.NotEqual("all", Complementary(matchmaker, member.Id)[0].To.Id);
    }

    [Fact]
    public void Claims_count_in_full_up_to_twice_what_nine_in_ten_claim_and_then_by_the_square()
    {
        Member[] many =
        [
            .. s_honest.Select((member, i) => Person(member.Id, offers: s_topics[(i % 37)..((i % 37) + 3)], needs: [s_topics[i]])),
        ];
        Member six = Person("six", offers: s_topics[..6]),
            twelve = Person("twelve", offers: s_topics[..12]);
        Matchmaker matchmaker = Matchmaker([.. many, six, twelve]);

        Assert.Equal(1, Need(matchmaker, "m0", "six"), 12);
        Assert.Equal(.25, Need(matchmaker, "m0", "twelve"), 12);
    }

    [Fact]
    public void Everybody_who_met_the_member_and_found_it_good_adds_one_to_what_counts()
    {
        Member[] many =
        [
            .. s_honest.Select((member, i) => Person(member.Id, offers: s_topics[(i % 37)..((i % 37) + 3)], needs: [s_topics[i]])),
        ];
        Community With(int meetings) =>
            new(
                [.. many, Person("twelve", offers: s_topics[..12])],
                outcomes: [.. Enumerable.Range(20, meetings).Select(i => Outcome($"m{i}", "twelve", OutcomeKind.Met, daysAgo: 400))]
            );

        Assert.Equal(64d / 144, Need(Create(With(2)), "m0", "twelve"), 12);
        Assert.Equal(1, Need(Create(With(6)), "m0", "twelve"), 12);
        // Who says no, or rates it low, confirms nothing.
        Community bad = new(With(0).Members, outcomes: [Outcome("m20", "twelve", OutcomeKind.Declined, daysAgo: 400)]);
        Assert.Equal(.25, Need(Create(bad), "m0", "twelve"), 12);
    }

    [Fact]
    public void Liking_everything_makes_nobody_alike()
    {
        Member[] honest = [.. s_honest.Select((member, i) => Person(member.Id, likes: [s_topics[i], s_topics[(i + 1) % 40]]))];
        Matchmaker matchmaker = Matchmaker([.. honest, Person("all", likes: s_topics)]);

        foreach (Member member in honest)
        {
            string[] first =
            [
                .. matchmaker.Suggest(member.Id, new SuggestOptions { Count = 2 }).Select(introduction => introduction.To.Id),
            ];
            Assert.DoesNotContain("all", first);
        }
    }

    [Fact]
    public void More_places_than_the_community_can_use_make_no_better_mentor()
    {
        Member Mentor(string id, int capacity) =>
            Person(id, offers: ["law"]) with
            {
                Mentoring = new MentoringPreferences { Role = MentoringRole.Mentor, Capacity = capacity },
            };
        Member[] mentees =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(i => Person($"e{i}", needs: ["law"]) with { Mentoring = new MentoringPreferences { Role = MentoringRole.Mentee } }),
        ];
        Outcome[] taken = [Outcome("e1", "few", OutcomeKind.Met, 40), Outcome("e2", "many", OutcomeKind.Met, 40)];
        var matchmaker = Create(new Community([.. mentees, Mentor("few", 4), Mentor("many", 1000)], outcomes: taken));

        Introduction[] mentors = [.. matchmaker.Suggest("e0", new SuggestOptions { Kind = IntroductionKind.Mentor })];

        Assert.Equal(2, mentors.Length);
        Assert.Equal(mentors[0].Score, mentors[1].Score, 12);
    }

    [Fact]
    public void A_mentor_of_everything_is_nobodys_mentor_and_told_why()
    {
        var mentee = new MentoringPreferences { Role = MentoringRole.Mentee };
        var mentor = new MentoringPreferences { Role = MentoringRole.Mentor };
        Matchmaker matchmaker = Matchmaker([
            .. s_honest.Select((member, i) => member with { Mentoring = i % 2 == 0 ? mentee : mentor }),
            Person("all", offers: s_topics) with
            {
                Mentoring = mentor,
            },
        ]);

        Assert.Equal(["m1"], matchmaker.Suggest("m0", new() { Kind = IntroductionKind.Mentor }).Select(to => to.To.Id));
        Assert.Equal(
            ObstacleKind.TooManyTopics,
            Assert.Single(matchmaker.Explain("m0", "all", new() { Kind = IntroductionKind.Mentor }).Obstacles).Kind
        );
    }

    [Fact]
    public void A_word_of_somebody_to_whom_nobody_else_turned_makes_no_tie_until_somebody_does()
    {
        Outcome[] said =
        [
            .. Enumerable.Range(0, 20).Select(i => Outcome($"m{i}", $"m{(i + 1) % 20}", OutcomeKind.Accepted, daysAgo: 40)),
            Outcome("m30", "m5", OutcomeKind.Accepted, daysAgo: 2),
        ];
        var community = new Community(s_honest, outcomes: said);
        Matchmaker matchmaker = Create(community);
        CommunityIndex before = Engine.State(matchmaker).Index;
        Assert.Equal(0, before.Network.Contacts.Strength[30]);

        Interaction written = new()
        {
            FromId = "m9",
            ToId = "m30",
            Kind = "message",
            Time = Now.AddDays(-1),
        };
        matchmaker.Record(written);

        Assert.True(Engine.State(matchmaker).Index.Network.Contacts.Ties.Columns(5).Contains(30));
        SameAnswers.Check(Create(new Community(s_honest, interactions: [written], outcomes: said)), matchmaker);
    }

    [Fact]
    public void Where_nobody_turns_to_those_who_choose_everybodys_word_counts()
    {
        Outcome[] said = [.. Enumerable.Range(0, 20).Select(i => Outcome($"m{i}", $"m{20 + (i % 3)}", OutcomeKind.Accepted, daysAgo: 40))];
        Matchmaker matchmaker = Create(new Community(s_honest, outcomes: said));

        Assert.True(Engine.State(matchmaker).Index.Network.Contacts.Strength[20] > 0);
    }

    private static Matchmaker Create(Community community) => global::Matchmaking.Matchmaker.Create(community, AtNow());

    private static IReadOnlyList<Introduction> Complementary(Matchmaker matchmaker, string id) =>
        matchmaker.Suggest(id, new SuggestOptions { Kind = IntroductionKind.Complementary });

    /// <summary>How far one's need is met by another.</summary>
    private static double Need(Matchmaker matchmaker, string from, string to) =>
        matchmaker.Explain(from, to).Introduction!.Parts.Single(part => part.Part == ScorePart.NeedsMet).Forward;
}
