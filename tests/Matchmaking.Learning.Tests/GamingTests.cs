using Matchmaking.Compare.Gaming;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaking.Tests;

/// <summary>What <c>benchmarks/results/gaming.md</c> tells, held: nobody is shown to everybody for what they claim.</summary>
public sealed class GamingTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Community s_honest = Community.Load(Path.Combine(RepositoryRoot.Path, "samples", "Quickstart", "community"));
    private static readonly string[] s_askers = [.. s_honest.Members.Select(member => member.Id)];
    private static readonly string[][] s_synonyms =
    [
        .. File.ReadLines(Path.Combine(RepositoryRoot.Path, "samples", "Quickstart", "community", "synonyms.txt"))
            .Select(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    ];

    [Fact]
    public void No_profile_is_shown_more_than_twice_as_often_as_the_honest_member_most_shown()
    {
        IntroductionKind[] kinds = [IntroductionKind.Any, IntroductionKind.Complementary, IntroductionKind.Peer, IntroductionKind.Mentor];
        Matchmaker honest = New(s_honest);
        TimesShown[] before = [.. kinds.Select(kind => TimesShown.Count(honest, s_askers, kind))];
        string mostShown = before[0].Ranked[0],
            ordinary = before[0].Ranked[before[0].Ranked.Count / 2];

        foreach (Strategy strategy in Strategy.OfOneProfile(s_honest, mostShown, ordinary, s_now))
        {
            Matchmaker gamed = New(strategy.Community);
            for (int i = 0; i < kinds.Length; i++)
                Assert.InRange(TimesShown.Count(gamed, s_askers, kinds[i]).Of(strategy.MemberId), 0, 2 * before[i].Of(before[i].Ranked[0]));
        }
    }

    [Fact]
    public void Twenty_sock_puppets_lift_nobody_to_the_top_with_a_learned_model()
    {
        Matchmaker learned = New(s_honest);
        learned.Learn(cancellationToken: TestContext.Current.CancellationToken);
        var before = TimesShown.Count(learned, s_askers, IntroductionKind.Any);
        string member = before.Ranked[75];
        Matchmaker gamed = New(Strategy.SockPuppets(s_honest, member, 20, s_now).Community);
        LearningReport report = gamed.Learn(cancellationToken: TestContext.Current.CancellationToken);

        Assert.InRange(TimesShown.Count(gamed, s_askers, IntroductionKind.Any).RankOf(member), 60, int.MaxValue);
        Assert.Contains("outcomes do not count", report.Summary, StringComparison.Ordinal);
    }

    private static Matchmaker New(Community community) =>
        Matchmaker.Create(community, new MatchmakerOptions { TimeProvider = new FakeTimeProvider(s_now), Synonyms = s_synonyms });
}
