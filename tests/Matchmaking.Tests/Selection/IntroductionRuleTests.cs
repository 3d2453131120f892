using System.Globalization;
using Matchmaking.Testing;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Selection;

public sealed class IntroductionRuleTests
{
    private static readonly IReadOnlyList<ContractCheck> s_builtIn = IntroductionRuleContract.Checks(
        () => new SameSiteFirst(),
        (Proposed(At("a", "Lyon"), At("b", "Lyon")), null, 0),
        (Proposed(At("a", "Lyon"), At("b", "Nice")), null, 1),
        (Proposed(Person("a"), Person("b")), null, 1)
    );

    private static readonly IReadOnlyList<ContractCheck> s_ofAHost = IntroductionRuleContract.Checks(
        () => new OtherSitesAreFull(),
        (Proposed(At("a", "Lyon"), At("b", "Nice")), new ObstacleKind("siteFull"), 0),
        (Proposed(At("a", "Lyon"), At("b", "Lyon")), null, 0)
    );

    public static TheoryData<string> Names => [.. s_builtIn.Select(check => check.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_built_in_rule_keeps_the_contract(string name) => s_builtIn.Single(check => check.Name == name).Run();

    [Theory]
    [MemberData(nameof(Names))]
    public void The_example_of_a_hosts_keeps_the_contract(string name) => s_ofAHost.Single(check => check.Name == name).Run();

    [Theory]
    [InlineData("throws", "judges any two members for any kind")]
    [InlineData("forgets", "judges the same whenever it is asked")]
    [InlineData("silent", "tells a reason in every language when it refuses")]
    [InlineData("shouts", "has codes of letters and digits in camel case")]
    [InlineData("far", "names tiers that rounds tell apart, 0 to 16")]
    public void Whoever_breaks_the_contract_is_found_out(string fault, string found)
    {
        int asked = 0;
        IReadOnlyList<ContractCheck> checks = IntroductionRuleContract.Checks(() =>
            new Rule(_ =>
                fault switch
                {
                    "throws" => throw new ContractException("fault"),
                    "forgets" => RuleVerdict.InTier(asked++ % 2),
                    "silent" => RuleVerdict.Refuse(new ObstacleKind("silent"), _ => ""),
                    "shouts" => RuleVerdict.Refuse(new ObstacleKind("NOT THIS"), "Not this."),
                    _ => RuleVerdict.InTier(17),
                }
            )
        );
        Assert.Throws<ContractException>(() => checks.Single(check => check.Name == found).Run());
    }

    [Fact]
    public void A_rule_has_a_code_of_its_own_and_a_text()
    {
        Assert.Throws<ArgumentException>(() => RuleVerdict.Refuse(ObstacleKind.Blocked, "No."));
        Assert.Throws<ArgumentException>(() => RuleVerdict.Refuse(default, "No."));
        Assert.Throws<ArgumentException>(() => RuleVerdict.Refuse(new ObstacleKind("full"), " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => RuleVerdict.InTier(-1));
        Assert.Throws<ArgumentException>(() => new ObstacleKind(""));
        Assert.Equal(ObstacleKind.MonthlyCapReached, new ObstacleKind("monthlyCapReached"));
    }

    [Fact]
    public void An_explanation_names_the_rule_and_its_reason_in_the_language_asked_for()
    {
        var matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community([At("ada", "Lyon"), At("bob", "Nice")]),
            AtNow(new() { Rules = [new OtherSitesAreFull()] })
        );

        Obstacle english = Assert.Single(matchmaker.Explain("ada", "bob").Obstacles);
        Obstacle french = Assert.Single(matchmaker.Explain("ada", "bob", new() { Culture = CultureInfo.GetCultureInfo("fr") }).Obstacles);

        Assert.Equal(("siteFull", "The site Nice has no room."), (english.Kind.Code, english.Text));
        Assert.Equal("Le site Nice est complet.", french.Text);
        Assert.Empty(matchmaker.Suggest("ada"));
        UnmatchedMember left = matchmaker.PlanRound(cancellationToken: TestContext.Current.CancellationToken).Unmatched[0];
        Assert.Equal("siteFull", Assert.Single(left.Binding).Rule.Code);
        Assert.Contains("The site Nice has no room", left.Text, StringComparison.Ordinal);
        Assert.Equal("siteFull", Assert.Single(left.Relaxation!.Rules).Code);
        Assert.Contains("siteFull", left.Relaxation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_rule_throws_comes_out_as_it_was_thrown()
    {
        var options = new SuggestOptions { Rules = [new Rule(_ => throw new InvalidTimeZoneException("the host's"))] };
        Matchmaker matchmaker = Matchmaker(Person("ada"), Person("bob"), Person("cem"));
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Assert.Throws<InvalidTimeZoneException>(() => matchmaker.Suggest("ada", options));
        Assert.Throws<InvalidTimeZoneException>(() => matchmaker.Explain("ada", "bob", options));
        Assert.Throws<InvalidTimeZoneException>(() => matchmaker.SuggestForGroup(["ada"], new() { Rules = options.Rules }));
        Assert.Throws<InvalidTimeZoneException>(() => matchmaker.PlanRound(new() { Rules = options.Rules }, cancellationToken: cancel));
        Assert.Throws<InvalidTimeZoneException>(() => matchmaker.RankForAll(new() { Rules = options.Rules }, cancellationToken: cancel));
    }

    [Theory]
    [InlineData(40, 10)]
    [InlineData(40, 1000)]
    [InlineData(900, 10)]
    [InlineData(900, 100)]
    [InlineData(900, 400)]
    public void Answers_are_those_of_asking_about_everybody_tier_by_tier(int size, int count)
    {
        for (int seed = 0; seed < 3; seed++)
        {
            Community community = RandomCommunity.Generate(size, seed);
            var matchmaker = global::Matchmaking.Matchmaker.Create(community, AtNow(new() { Rules = [new Drawn()] }));
            var without = global::Matchmaking.Matchmaker.Create(community, AtNow());
            foreach (IntroductionKind kind in new[] { IntroductionKind.Any, IntroductionKind.Peer, IntroductionKind.Bridge })
            {
                Member asker = community.Members[size / 2];
                SuggestOptions options = new()
                {
                    Kind = kind,
                    Count = count,
                    MinimumScore = seed == 2 ? 0.3 : 0,
                };
                (int Tier, double Score)[] expected =
                [
                    .. community
                        .Members.Where(other => without.Explain(asker.Id, other.Id, options).IsAllowed)
                        .Select(other => (Verdict: Drawn.Of(asker, other), without.Score(asker.Id, other.Id, kind).Score))
                        .Where(found => !found.Verdict.IsRefusal && found.Score >= options.MinimumScore)
                        .Select(found => (found.Verdict.Tier, found.Score))
                        .OrderBy(found => found.Tier)
                        .ThenByDescending(found => found.Score)
                        .Take(count),
                ];

                IReadOnlyList<RankedMember> ranked = matchmaker.Rank(asker.Id, options);

                Assert.Equal(
                    expected,
                    ranked.Select(found => (Drawn.Of(asker, community.Members[community.IndexOf(found.MemberId)]).Tier, found.Score))
                );
                Assert.Equal(ranked.Select(found => found.MemberId), Ids(matchmaker.Suggest(asker.Id, options)));
            }
        }
    }

    [Fact]
    public void A_scorer_without_bounds_finds_every_tier()
    {
        Community community = RandomCommunity.Generate(2_600, 7);
        MatchmakerOptions options = AtNow(new MatchmakerOptions { Rules = [new Drawn()] });
        CommunityIndex index = IndexBuilder.Build(community, options, Vectorizer.Fit(community.Members, options));
        foreach (double minimum in new[] { 0, 0.35 })
        {
            var suggest = new SuggestOptions { Count = 240, MinimumScore = minimum };
            using var query = new PairQuery(index, 1_001, IntroductionKind.Any, Now);
            var scorer = new PairScorer(index, IntroductionKind.Any);
            Candidate[] exact = Selector.Select(query, scorer, suggest);
            Candidate[] found = Selector.Select(query, new Unbounded(scorer), suggest);
            Assert.Equal(
                exact.CountBy(candidate => Drawn.Of(query.Profile, index.Members[candidate.Member]).Tier).OrderBy(tier => tier.Key),
                found.CountBy(candidate => Drawn.Of(query.Profile, index.Members[candidate.Member]).Tier).OrderBy(tier => tier.Key)
            );
        }
    }

    [Fact]
    public void Variety_does_not_mix_tiers()
    {
        Community community = RandomCommunity.Generate(60, 3);
        var matchmaker = global::Matchmaking.Matchmaker.Create(community, AtNow(new() { Rules = [new Drawn()] }));
        foreach (Member member in community.Members)
        {
            int[] tiers =
            [
                .. matchmaker.Suggest(member.Id, new() { Diversity = 0.5, Count = 20 }).Select(found => Drawn.Of(member, found.To).Tier),
            ];
            Assert.Equal(tiers.Order(), tiers);
        }
    }

    [Fact]
    public void A_group_takes_nobody_whom_a_rule_refuses_to_one_of_it_and_earlier_tiers_first()
    {
        Community community = RandomCommunity.Generate(60, 5);
        var matchmaker = global::Matchmaking.Matchmaker.Create(community, AtNow(new() { Rules = [new Drawn()] }));
        var without = global::Matchmaking.Matchmaker.Create(community, AtNow());
        Member[] group = [.. community.Members.Take(3)];
        string[] ids = [.. group.Select(member => member.Id)];
        Dictionary<string, int> tiers = community.Members.ToDictionary(
            member => member.Id,
            member => group.Any(one => Drawn.Of(one, member).IsRefusal) ? -1 : group.Max(one => Drawn.Of(one, member).Tier)
        );

        RankedMember[] found = [.. matchmaker.RankForGroup(ids, new() { Count = 1000 })];

        Assert.Equal(
            without
                .RankForGroup(ids, new() { Count = 1000 })
                .Where(one => tiers[one.MemberId] >= 0)
                .OrderBy(one => tiers[one.MemberId])
                .Select(one => one.MemberId),
            found.Select(one => one.MemberId)
        );
        Assert.Equal(found.Take(5), matchmaker.RankForGroup(ids, new() { Count = 5 }));
    }

    private static Member At(string id, string site) =>
        Person(id) with
        {
            Attributes = new Dictionary<string, AttributeValue> { ["site"] = AttributeValue.Of(site) },
        };

    private static ProposedIntroduction Proposed(Member from, Member to) =>
        new()
        {
            From = from,
            To = to,
            Kind = IntroductionKind.Any,
            Time = Now,
        };

    private sealed class Unbounded(PairScorer rules) : IPairScorer
    {
        public PairScore Score(PairQuery query, int candidate) => rules.Score(query, candidate);

        public (PairScore Score, PartScore[] Parts) Explain(PairQuery query, int candidate) => rules.Explain(query, candidate);
    }
}

/// <summary>A rule of one line.</summary>
internal sealed class Rule(Func<ProposedIntroduction, RuleVerdict> judge) : IIntroductionRule
{
    public RuleVerdict Judge(ProposedIntroduction proposed) => judge(proposed);
}

/// <summary>Refuses some and puts the others into four tiers, by their ids: the same whenever it is asked.</summary>
internal sealed class Drawn : IIntroductionRule
{
    private static readonly RuleVerdict s_refused = RuleVerdict.Refuse(new ObstacleKind("drawn"), "The lot is against it.");

    public RuleVerdict Judge(ProposedIntroduction proposed) => Of(proposed.From, proposed.To);

    public static RuleVerdict Of(Member from, Member to)
    {
        uint drawn = 17;
        foreach (char c in $"{from.Id}>{to.Id}")
            drawn = (drawn * 16_777_619) ^ c;
        drawn = (drawn ^ (drawn >> 15)) * 0x2C1B_3C6D;
        drawn = (drawn ^ (drawn >> 12)) % 16;
        return drawn switch
        {
            < 3 => s_refused,
            < 6 => RuleVerdict.Allow,
            < 10 => RuleVerdict.InTier(1),
            < 12 => RuleVerdict.InTier(2),
            _ => RuleVerdict.InTier(7),
        };
    }
}

/// <summary>The example of docs/extending.md.</summary>
internal sealed class SameSiteFirst : IIntroductionRule
{
    public RuleVerdict Judge(ProposedIntroduction proposed) =>
        proposed.From.Attributes.TryGetValue("site", out AttributeValue? site)
        && proposed.To.Attributes.TryGetValue("site", out AttributeValue? other)
        && site.Equals(other)
            ? RuleVerdict.Allow
            : RuleVerdict.InTier(1);
}

internal sealed class OtherSitesAreFull : IIntroductionRule
{
    private static readonly ObstacleKind s_full = new("siteFull");

    public RuleVerdict Judge(ProposedIntroduction proposed)
    {
        string? site = Site(proposed.To);
        return site is null || site == Site(proposed.From)
            ? RuleVerdict.Allow
            : RuleVerdict.Refuse(s_full, culture =>
                culture.TwoLetterISOLanguageName == "fr" ? $"Le site {site} est complet." : $"The site {site} has no room."
            );
    }

    private static string? Site(Member member) => member.Attributes.GetValueOrDefault("site")?.ToString();
}
