using System.Globalization;
using System.Text.RegularExpressions;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

/// <summary>Advice works: followed to the letter, it helps by the number that it says.</summary>
public partial class AdviceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(IntroductionKind.Any, 2)]
    [InlineData(IntroductionKind.Complementary, 2)]
    [InlineData(IntroductionKind.Mentor, 2)]
    [InlineData(IntroductionKind.Buddy, 2)]
    [InlineData(IntroductionKind.Any, 4)]
    public void Whoever_follows_advice_is_helped_by_the_number_it_says(IntroductionKind kind, int size)
    {
        int followed = 0;
        for (int seed = 0; seed < 12; seed++)
        {
            Community community = RandomCommunity.Generate(11 + (2 * seed), seed);
            MatchmakerOptions settings = AtNow(new() { MinimumCommonHours = seed % 3 == 0 ? 4 : 0 });
            RoundOptions options = new()
            {
                Kind = kind,
                GroupSize = size,
                OddOnesSitOut = seed % 2 == 1,
                MinimumScore = seed % 4 == 0 ? 0.2 : 0,
                History = History(community, seed),
                Groups = new() { CommonHours = seed % 3, Quotas = seed % 4 == 1 ? [new GroupQuota("role") { AtMost = 1 }] : [] },
            };
            var matchmaker = global::Matchmaking.Matchmaker.Create(community, settings);
            Round round = matchmaker.PlanRound(options, cancellationToken: Cancel);
            RoundCheck.BreaksNothing(matchmaker, round, options, settings);
            foreach (UnmatchedMember left in round.Unmatched.Where(left => left.Relaxation is { Members: > 0 }))
                followed += Follow(matchmaker, settings, options, round, left) ? 1 : 0;
        }

        // Buddies are few: what would help is mostly nothing that a program can do.
        Assert.True(followed > 0 || kind == IntroductionKind.Buddy);
    }

    [Fact]
    public void A_spare_mentor_is_brought_a_mentee_by_what_is_advised()
    {
        Member[] members =
        [
            Person("nia", needs: ["cooking"]) with
            {
                Mentoring = new() { Role = MentoringRole.Mentee },
            },
            .. new[] { "omar", "pia" }.Select(id =>
                Person(id, offers: ["cooking"]) with
                {
                    Mentoring = new() { Role = MentoringRole.Mentor, Capacity = 2 },
                }
            ),
        ];
        Round round = Matchmaker(members).PlanRound(new() { Kind = IntroductionKind.Mentor }, cancellationToken: Cancel);
        UnmatchedMember spare = Assert.Single(round.Unmatched);
        Assert.Equal("Let a mentee have 2 mentors.", spare.Relaxation!.Text);
        Assert.Equal(1, spare.Relaxation.Members);

        members[0] = members[0] with { Availability = new() { IntroductionsPerMonth = 1 } };
        round = Matchmaker(members).PlanRound(new() { Kind = IntroductionKind.Mentor }, cancellationToken: Cancel);
        Assert.StartsWith("Find a mentee more", Assert.Single(round.Unmatched).Relaxation!.Text, StringComparison.Ordinal);

        members = [.. members, members[0] with { Id = "noor" }];
        round = Matchmaker([.. members[1..], members[0]])
            .PlanRound(
                new()
                {
                    Kind = IntroductionKind.Mentor,
                    Mentors = new() { EveryMentor = true },
                },
                cancellationToken: Cancel
            );
        Assert.Empty(round.Unmatched);
    }

    [Fact]
    public void Equal_levels_are_told_as_what_they_are()
    {
        Member[] members =
        [
            .. new[] { "ann", "ben" }.Select(id => new Member
            {
                Id = id,
                Needs = [new() { Topic = "leadership" }],
                Offers = [new() { Topic = "leadership" }],
                Mentoring = new() { Role = MentoringRole.Both },
            }),
        ];
        Explanation explained = Matchmaker(members).Explain("ann", "ben", new() { Kind = IntroductionKind.Mentor });
        Assert.DoesNotContain(explained.Obstacles, obstacle => obstacle.Kind == ObstacleKind.NoTopicToLearn);
    }

    /// <summary>Does what is advised; false where it is nothing that a program can do.</summary>
    private static bool Follow(Matchmaker matchmaker, MatchmakerOptions settings, RoundOptions options, Round round, UnmatchedMember left)
    {
        Community community = matchmaker.Community;
        (MatchmakerOptions changedSettings, RoundOptions changed, bool understood) = (settings, options, true);
        foreach (string sentence in Sentence().Matches(left.Relaxation!.Text).Select(match => match.Value.Trim()))
        {
            Match match;
            if ((match = Regex.Match(sentence, @"^Shorten the cool-down to (\d+) days?\.$")).Success)
            {
                var days = TimeSpan.FromDays(Number(match));
                changed = changed with { CoolDown = days };
                changedSettings = changedSettings with { CoolDown = days };
            }
            else if ((match = Regex.Match(sentence, @"^Ask for ([\d.]+) common hours?\.$")).Success)
                changedSettings = changedSettings with { MinimumCommonHours = Number(match) };
            else if ((match = Regex.Match(sentence, @"^Ask (\S+) for one introduction more this month\.$")).Success)
                community = With(community, match.Groups[1].Value, member =>
                    member with
                    {
                        Availability = member.Availability! with { IntroductionsPerMonth = member.Availability.IntroductionsPerMonth + 1 },
                    }
                );
            else if ((match = Regex.Match(sentence, @"^(Ask (\S+) for|Give (\S+)) one place more\.$")).Success)
                community = With(community, match.Groups[2].Value + match.Groups[3].Value, member =>
                    member with
                    {
                        Mentoring = member.Mentoring! with { Capacity = member.Mentoring.Capacity + 1 },
                    }
                );
            else if ((match = Regex.Match(sentence, @"^Lower the least score to ([\d.]+)\.$")).Success)
                changed = changed with { MinimumScore = Number(match) };
            else if (sentence == "Include those who know each other.")
                changed = changed with { IncludeConnected = true };
            else if (sentence == "Do not require a common language.")
                changedSettings = changedSettings with { RequireCommonLanguage = false };
            else if ((match = Regex.Match(sentence, @"^Take members for newcomers for (\d+) days?\.$")).Success)
                changedSettings = changedSettings with { NewcomerPeriod = TimeSpan.FromDays(Number(match)) };
            else if (sentence == "Let every mentor have one mentee before any gets a second.")
                changed = changed with { Mentors = changed.Mentors with { EveryMentor = true } };
            else if ((match = Regex.Match(sentence, @"^Let a mentee have (\d+) mentors\.$")).Success)
                changed = changed with { Mentors = changed.Mentors with { MentorsPerMentee = (int)Number(match) } };
            else if (sentence == "Let the odd one out join others.")
                changed = changed with { OddOnesSitOut = false };
            else if ((match = Regex.Match(sentence, @"^Ask a group for ([\d.]+) common hours?\.$")).Success)
                changed = changed with { Groups = changed.Groups with { CommonHours = Number(match) } };
            else if (sentence.StartsWith("Loosen the quota of groups for role", StringComparison.Ordinal))
                changed = changed with { Groups = changed.Groups with { Quotas = [] } };
            else if (sentence == "Do not require a language that all of a group speak.")
                changed = changed with { Groups = changed.Groups with { SharedLanguage = false } };
            else if ((match = Regex.Match(sentence, @"^Choose groups of (\d+)\.$")).Success)
                changed = changed with { GroupSize = (int)Number(match) };
            else
                understood = false;
        }

        if (!understood)
            return false;
        var helped = global::Matchmaking.Matchmaker.Create(community, changedSettings);
        string id = left.Member.Id;
        Round again = helped.PlanRound(changed, cancellationToken: Cancel);
        if (left.Relaxation.Rules.Count == 0 && !left.Relaxation.Text.Contains("least score", StringComparison.Ordinal))
        {
            string[][] meetings = [.. RoundCheck.Meetings(again).Where(meeting => meeting.Contains(id))];
            if (changed.OddOnesSitOut == options.OddOnesSitOut)
                Assert.Equal(left.Relaxation.Members, meetings.Sum(meeting => meeting.Length - 1));
            else
                Assert.True(again.Figures.Served > round.Figures.Served, left.Relaxation.Text);
            return true;
        }

        // How many the member could meet now and could not before.
        int more = community.Members.Count(other => MayMeet(helped, changed, changedSettings, id, other.Id));
        int before = community.Members.Count(other => MayMeet(matchmaker, options, settings, id, other.Id));
        bool ofOne = left.Relaxation.Text.Contains("one place more", StringComparison.Ordinal);
        Assert.True(
            more - before >= left.Relaxation.Members || (ofOne && again.Figures.Served > round.Figures.Served),
            $"{id}: {left.Relaxation.Text} {left.Relaxation.Members}, in truth {before} to {more}"
        );
        return true;
    }

    private static bool MayMeet(Matchmaker matchmaker, RoundOptions options, MatchmakerOptions settings, string a, string b)
    {
        if (a == b)
            return false;
        bool isDirected = options.Kind is IntroductionKind.Mentor or IntroductionKind.Buddy;
        return RoundCheck.MayMeet(matchmaker, a, b, Now, options, settings)
            || (isDirected && RoundCheck.MayMeet(matchmaker, b, a, Now, options, settings));
    }

    private static Community With(Community community, string id, Func<Member, Member> change) =>
        new(
            [.. community.Members.Select(member => member.Id == id ? change(member) : member)],
            community.Activities,
            community.Participations,
            community.Interactions,
            community.Outcomes
        );

    private static RoundHistory History(Community community, int seed)
    {
        var random = new Random(seed);
        return new(
            Enumerable
                .Range(1, 3)
                .Select(i => new HistoryEntry
                {
                    Time = Now.AddDays(-20 * i),
                    Groups =
                    [
                        .. community
                            .Members.OrderBy(_ => random.Next())
                            .Take(8)
                            .Select(member => member.Id)
                            .Chunk(2)
                            .Select(pair => (IReadOnlyList<string>)pair),
                    ],
                })
        );
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[^ ].*?\.(?= |$)")]
    private static partial Regex Sentence();
}
