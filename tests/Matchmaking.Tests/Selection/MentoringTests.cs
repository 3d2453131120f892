using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Selection;

/// <summary>Mentors who ask, and mentees who have a mentor.</summary>
public class MentoringTests
{
    private static readonly SuggestOptions s_mentor = new() { Kind = IntroductionKind.Mentor };

    [Fact]
    public void A_mentor_who_asks_gets_mentees_who_fit_best_first()
    {
        Matchmaker matchmaker = Create([
            Mentor("bob", "law", "art"),
            Mentee("ann", "law"),
            Mentee("both", "law", "art"),
            Mentee("no", "go"),
        ]);

        IReadOnlyList<Introduction> answer = matchmaker.Suggest("bob", s_mentor);
        Assert.Equal(["ann", "both"], answer.Select(i => i.To.Id).Order());
        Assert.Equal(["ann", "both"], matchmaker.Rank("bob", s_mentor).Select(r => r.MemberId).Order());
        Introduction ann = answer.Single(i => i.To.Id == "ann");
        Assert.Equal("bob", ann.From.Id);
        Assert.True(ann.Score > 0);
        Assert.Equal("You can help Ann get better at law.", ann.Because);
        Assert.Contains(ann.ReasonsForTo, reason => reason.Text == "Bob can help you get better at law.");
        Assert.Equal("Hello Ann, I think I could help you with law. Would you like to talk about it?", ann.OpeningLine);
        Assert.Equal([ObstacleKind.NoTopicToLearn], Obstacles(matchmaker, "bob", "no"));
        Assert.Equal([ObstacleKind.NotAMentorPair], Obstacles(matchmaker, "ann", "both"));
    }

    [Fact]
    public void Both_sides_score_alike_whoever_asks()
    {
        Matchmaker matchmaker = Create([Mentor("bob", "law"), Mentee("ann", "law")]);
        Assert.Equal(
            matchmaker.Score("ann", "bob", IntroductionKind.Mentor).Score,
            matchmaker.Score("bob", "ann", IntroductionKind.Mentor).Score,
            12
        );
    }

    [Fact]
    public void Who_is_both_gets_both_each_told_as_what_they_would_be()
    {
        Member ada = Both("ada", teaches: "law", learns: "go");
        Matchmaker matchmaker = Create([ada, Mentee("pupil", "law"), Mentor("master", "go"), Both("twin", teaches: "go", learns: "law")]);

        IReadOnlyList<Introduction> answer = matchmaker.Suggest("ada", s_mentor);
        Assert.Equal(["master", "pupil", "twin"], answer.Select(i => i.To.Id).Order());
        Assert.Contains("I’d like to get better at go", answer.Single(i => i.To.Id == "master").OpeningLine);
        Assert.Contains("I could help you with law", answer.Single(i => i.To.Id == "pupil").OpeningLine);
    }

    [Fact]
    public void A_mentor_whose_places_are_taken_gets_nobody_and_is_nobodys()
    {
        Member[] members = [Mentor("bob", "law"), Mentee("ann", "law"), Mentee("cem", "law")];
        Matchmaker matchmaker = Create(members, Outcome("cem", "bob", OutcomeKind.Met, 100));
        Assert.Empty(matchmaker.Suggest("bob", s_mentor));
        Assert.Contains(ObstacleKind.NoMentorCapacity, Obstacles(matchmaker, "bob", "ann"));
        Assert.Contains(ObstacleKind.NoMentorCapacity, Obstacles(matchmaker, "ann", "bob"));
    }

    [Theory]
    [InlineData(OutcomeKind.Accepted, 100, true)]
    [InlineData(OutcomeKind.Met, 100, true)]
    [InlineData(OutcomeKind.Rated, 100, true)]
    [InlineData(OutcomeKind.Met, 200, false)]
    [InlineData(OutcomeKind.Shown, 1, false)]
    [InlineData(OutcomeKind.Declined, 1, false)]
    public void A_mentee_who_has_a_mentor_gets_no_other_unless_asked(OutcomeKind kind, int daysAgo, bool has)
    {
        Outcome outcome = Outcome("ann", "bob", kind, daysAgo) with { Rating = kind == OutcomeKind.Rated ? 5 : null };
        Matchmaker matchmaker = Create([Mentor("bob", "law"), Mentor("dan", "law"), Mentee("ann", "law")], outcome);

        Assert.Equal(has ? [] : ["ann"], Ids(matchmaker.Suggest("dan", s_mentor)));
        Assert.Equal(has, !Ids(matchmaker.Suggest("ann", s_mentor)).Contains("dan"));
        Assert.Equal(has, Obstacles(matchmaker, "ann", "dan").Contains(ObstacleKind.HasMentor));
        Assert.Equal(has, Obstacles(matchmaker, "dan", "ann").Contains(ObstacleKind.HasMentor));
        Assert.Equal(has, Round(matchmaker, new()).Introductions.Count == 0);
        Assert.Equal(has, !Market(matchmaker, false).Contains("dan"));

        SuggestOptions again = s_mentor with { IncludeMentored = true };
        Assert.Contains("dan", Ids(matchmaker.Suggest("ann", again)));
        Assert.Contains("ann", Ids(matchmaker.Suggest("dan", again)));
        Assert.Empty(matchmaker.Explain("ann", "dan", again).Obstacles);
        Assert.Single(Round(matchmaker, new() { IncludeMentored = true }).Introductions);
        Assert.Contains("dan", Market(matchmaker, true));
    }

    [Fact]
    public void Who_has_a_mentor_is_not_left_out_of_a_round()
    {
        Matchmaker matchmaker = Create(
            [Mentor("bob", "law"), Mentor("dan", "law"), Mentee("ann", "law")],
            Outcome("ann", "bob", OutcomeKind.Met, 100)
        );
        Assert.DoesNotContain(Round(matchmaker, new()).Unmatched, unmatched => unmatched.Member.Id == "ann");
        // Of two mentors for each she has one.
        Introduction second = Assert.Single(Round(matchmaker, new() { MentorsPerMentee = 2 }).Introductions);
        Assert.Equal("dan", second.To.Id);
    }

    [Fact]
    public void A_yes_that_the_other_took_back_is_no_mentoring()
    {
        Matchmaker matchmaker = Create(
            [Mentor("bob", "law"), Mentor("dan", "law"), Mentee("ann", "law")],
            Outcome("ann", "bob", OutcomeKind.Accepted, 100),
            Outcome("bob", "ann", OutcomeKind.Declined, 99)
        );
        Assert.Contains("dan", Ids(matchmaker.Suggest("ann", s_mentor)));
        Assert.DoesNotContain(ObstacleKind.NoMentorCapacity, Obstacles(matchmaker, "ann", "bob"));
        // Who met and has had enough has no mentor, either.
        matchmaker = Create(
            [Mentor("bob", "law"), Mentor("dan", "law"), Mentee("ann", "law")],
            Outcome("ann", "bob", OutcomeKind.Met, 100),
            Outcome("ann", "bob", OutcomeKind.Declined, 50)
        );
        Assert.Contains("dan", Ids(matchmaker.Suggest("ann", s_mentor)));
    }

    [Fact]
    public void A_mentor_who_is_a_mentee_too_is_taught_and_has_a_mentor_no_more_than_the_other_way_round()
    {
        // Ada teaches Bob; he could teach her nothing.
        Matchmaker matchmaker = Create(
            [
                Both("ada", teaches: "law", learns: "go"),
                Both("bob", teaches: "art", learns: "law"),
                Mentor("master", "go"),
                Mentor("judge", "law"),
            ],
            Outcome("bob", "ada", OutcomeKind.Met, 100)
        );
        Assert.Equal(["master"], Ids(matchmaker.Suggest("ada", s_mentor)));
        Assert.Empty(matchmaker.Suggest("bob", s_mentor));
    }

    [Fact]
    public void In_a_large_community_the_search_finds_the_same_mentees()
    {
        Member[] members =
        [
            Both("asker", teaches: "t3", learns: "t5"),
            .. Enumerable
                .Range(0, 900)
                .Select(i =>
                    (i % 3) switch
                    {
                        0 => Mentee($"m{i}", $"t{i % 7}"),
                        1 => Mentor($"m{i}", $"t{i % 7}"),
                        _ => Both($"m{i}", $"t{i % 7}", $"t{(i + 2) % 7}"),
                    }
                ),
        ];
        Matchmaker matchmaker = Create(members);
        IReadOnlyList<RankedMember> few = matchmaker.Rank("asker", s_mentor with { Count = 20 }),
            all = matchmaker.Rank("asker", s_mentor with { Count = 1000 });
        Assert.Equal(20, few.Count);
        Assert.Equal(all.Take(20).Select(r => r.Score), few.Select(r => r.Score));
        Assert.All(few, found => Assert.Empty(Obstacles(matchmaker, "asker", found.MemberId)));
    }

    private static Member Mentor(string id, params string[] topics) => With(Person(id, offers: topics), MentoringRole.Mentor);

    private static Member Mentee(string id, params string[] topics) => With(Person(id, needs: topics), MentoringRole.Mentee);

    private static Member Both(string id, string teaches, string learns) =>
        With(Person(id, offers: [teaches], needs: [learns]), MentoringRole.Both);

    private static Member With(Member member, MentoringRole role) => member with { Mentoring = new() { Role = role } };

    private static Matchmaker Create(Member[] members, params Outcome[] outcomes) =>
        global::Matchmaking.Matchmaker.Create(new Community(members, outcomes: outcomes), AtNow());

    private static ObstacleKind[] Obstacles(Matchmaker matchmaker, string from, string to) =>
        [.. matchmaker.Explain(from, to, s_mentor).Obstacles.Select(obstacle => obstacle.Kind)];

    private static Round Round(Matchmaker matchmaker, MentorRoundOptions mentors) =>
        matchmaker.PlanRound(
            new()
            {
                Kind = IntroductionKind.Mentor,
                Mentors = mentors,
                CoolDown = TimeSpan.Zero,
            },
            cancellationToken: TestContext.Current.CancellationToken
        );

    private static IEnumerable<string> Market(Matchmaker matchmaker, bool include) =>
        matchmaker
            .RankForAll(
                new() { Kind = IntroductionKind.Mentor, IncludeMentored = include },
                cancellationToken: TestContext.Current.CancellationToken
            )
            .Lists.GetValueOrDefault("ann", [])
            .Select(ranked => ranked.MemberId);
}
