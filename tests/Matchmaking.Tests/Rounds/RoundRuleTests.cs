using Matchmaking.Tests.Selection;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

/// <summary>Rules of a host in rounds: never broken, and later tiers only where they serve more.</summary>
public class RoundRuleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(IntroductionKind.Any, 2)]
    [InlineData(IntroductionKind.Any, 3)]
    [InlineData(IntroductionKind.Peer, 4)]
    [InlineData(IntroductionKind.Mentor, 2)]
    [InlineData(IntroductionKind.Buddy, 2)]
    public void No_round_series_or_repair_breaks_a_rule_of_the_host(IntroductionKind kind, int size)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(20 + (7 * seed), seed), AtNow());
            RoundOptions options = new()
            {
                Kind = kind,
                GroupSize = size,
                Rules = [new Drawn()],
                Candidates = 4 + (seed * 5),
                Mentors = new() { Stable = seed % 2 == 1, MentorsPerMentee = 1 + (seed % 3) },
            };
            Round round = matchmaker.PlanRound(options, cancellationToken: Cancel);
            RoundCheck.BreaksNothing(matchmaker, round, options);
            foreach (Round one in matchmaker.PlanRounds(2, options, cancellationToken: Cancel).Rounds)
                Allowed(one, options);
            if (size > 2 && round.Groups.Count > 0)
                Allowed(matchmaker.RepairGroup(round, [round.Groups[0].Members[0].Id], options, cancellationToken: Cancel).Round, options);
        }
    }

    [Fact]
    public void Pairs_are_as_many_as_can_be_and_of_those_rounds_of_the_earliest_tiers_and_then_the_best()
    {
        for (int seed = 0; seed < 12; seed++)
        {
            var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(8, seed), AtNow());
            RoundOptions options = new()
            {
                Rules = [new Drawn()],
                OddOnesSitOut = true,
                Recovery = TimeSpan.Zero,
            };
            Round round = matchmaker.PlanRound(options, cancellationToken: Cancel);

            (int pairs, int tiers, double noneMeets) = Best(matchmaker, options, 0);

            Assert.Equal(pairs, round.Introductions.Count);
            Assert.Equal(-tiers, round.Introductions.Sum(pair => Tier(pair.From, pair.To)));
            Assert.Equal(-noneMeets, round.Introductions.Aggregate(1.0, (product, pair) => product * (1 - pair.Score)), 1e-4);
        }
    }

    [Fact]
    public void Mentees_get_mentors_of_earlier_tiers_by_either_method()
    {
        Member[] members = [.. new[] { "ada", "bob" }.Select(id => Mentee(id)), .. new[] { "cem", "dan", "eve" }.Select(id => Mentor(id))];
        var matchmaker = global::Matchmaking.Matchmaker.Create(new Community(members), AtNow());
        foreach (bool stable in (bool[])[false, true])
        {
            Round round = matchmaker.PlanRound(
                new()
                {
                    Kind = IntroductionKind.Mentor,
                    Mentors = new() { Stable = stable, EveryMentor = true },
                    Rules = [new Rule(pair => RuleVerdict.InTier((pair.From.Id, pair.To.Id) is ("ada", "dan") or ("bob", "eve") ? 0 : 3))],
                },
                cancellationToken: Cancel
            );
            Assert.Equal(["ada dan", "bob eve"], round.Introductions.Select(pair => $"{pair.From.Id} {pair.To.Id}").Order());
        }
    }

    [Theory]
    [InlineData(12)]
    [InlineData(48)]
    public void Groups_are_of_one_site_where_that_serves_everybody(int size)
    {
        Member[] members =
        [
            .. Enumerable
                .Range(0, size)
                .Select(i =>
                    Person($"m{i:00}", [i % 2 == 0 ? "chess" : "jazz"]) with
                    {
                        Attributes = new Dictionary<string, AttributeValue> { ["site"] = AttributeValue.Of($"site {i * 3 / size}") },
                    }
                ),
        ];
        Round round = Matchmaker(members).PlanRound(new() { GroupSize = 4, Rules = [new SameSiteFirst()] }, cancellationToken: Cancel);
        Assert.Empty(round.Unmatched);
        Assert.All(round.Groups, group => Assert.Single(group.Members.Select(member => member.Attributes["site"]).Distinct()));
    }

    [Fact]
    public void A_rule_that_only_allows_changes_no_round()
    {
        for (int seed = 0; seed < 4; seed++)
        {
            foreach (
                (IntroductionKind kind, int size) in new[]
                {
                    (IntroductionKind.Any, 2),
                    (IntroductionKind.Any, 4),
                    (IntroductionKind.Mentor, 2),
                }
            )
            {
                var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(45, seed), AtNow());
                RoundOptions options = new() { Kind = kind, GroupSize = size };
                Assert.Equal(
                    RoundCheck.Text(matchmaker.PlanRound(options, cancellationToken: Cancel)),
                    RoundCheck.Text(
                        matchmaker.PlanRound(options with { Rules = [new Rule(_ => RuleVerdict.Allow)] }, cancellationToken: Cancel)
                    )
                );
            }
        }
    }

    private static void Allowed(Round round, RoundOptions options)
    {
        Dictionary<string, Member> members = round
            .Introductions.SelectMany(pair => new[] { pair.From, pair.To })
            .Concat(round.Groups.SelectMany(group => group.Members))
            .DistinctBy(member => member.Id)
            .ToDictionary(member => member.Id);
        foreach ((string a, string b) in RoundCheck.Pairs(round))
        {
            Assert.False(Drawn.Of(members[a], members[b]).IsRefusal);
            if (options.Kind is not (IntroductionKind.Mentor or IntroductionKind.Buddy))
                Assert.False(Drawn.Of(members[b], members[a]).IsRefusal);
        }
    }

    private static int Tier(Member a, Member b) => Math.Max(Drawn.Of(a, b).Tier, Drawn.Of(b, a).Tier);

    /// <summary>The best of all rounds of pairs of those who are not paired yet: as many as can be, then tiers, then scores.</summary>
    private static (int Pairs, int Tiers, double NoneMeets) Best(Matchmaker matchmaker, RoundOptions options, int used)
    {
        IReadOnlyList<Member> members = matchmaker.Community.Members;
        SuggestOptions calls = new() { Rules = options.Rules };
        int first = Enumerable.Range(0, members.Count).FirstOrDefault(i => (used >> i & 1) == 0, -1);
        if (first < 0)
            return (0, 0, -1);
        (int, int, double) best = Best(matchmaker, options, used | (1 << first));
        for (int other = first + 1; other < members.Count; other++)
        {
            if (
                (used >> other & 1) != 0
                || !matchmaker.Explain(members[first].Id, members[other].Id, calls).IsAllowed
                || !matchmaker.Explain(members[other].Id, members[first].Id, calls).IsAllowed
            )
                continue;
            (int pairs, int tiers, double noneMeets) = Best(matchmaker, options, used | (1 << first) | (1 << other));
            (int, int, double) found = (
                pairs + 1,
                tiers - Tier(members[first], members[other]),
                noneMeets * (1 - matchmaker.Score(members[first].Id, members[other].Id).Score)
            );
            if (found.CompareTo(best) > 0)
                best = found;
        }

        return best;
    }

    private static Member Mentee(string id) => Person(id) with { Mentoring = new() { Role = MentoringRole.Mentee } };

    private static Member Mentor(string id) =>
        Person(id) with
        {
            Mentoring = new() { Role = MentoringRole.Mentor, Capacity = 1 },
        };
}
