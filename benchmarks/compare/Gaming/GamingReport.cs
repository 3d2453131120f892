using System.Globalization;
using System.Text;
using Matchmaking.Learning;

namespace Matchmaking.Compare.Gaming;

/// <summary>Tries every strategy on the Quickstart's community and writes <c>gaming.md</c>.</summary>
internal static class GamingReport
{
    private const int Puppets = 20;
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly (IntroductionKind Kind, int First)[] s_columns =
    [
        (IntroductionKind.Any, 10),
        (IntroductionKind.Complementary, 10),
        (IntroductionKind.Peer, 10),
        (IntroductionKind.Mentor, 10),
        (IntroductionKind.Mentor, 3),
    ];

    public static void Run(string folder, TextWriter log, CancellationToken cancellationToken)
    {
        string files = Path.Combine(Repository.Root, "samples", "Quickstart", "community");
        var honest = Community.Load(files);
        string[][] synonyms =
        [
            .. File.ReadLines(Path.Combine(files, "synonyms.txt"))
                .Select(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
        ];
        string[] askers = [.. honest.Members.Select(member => member.Id)];
        var text = new StringBuilder(Head(askers.Length));

        TimesShown[] before = Count(New(honest));
        string mostShown = before[0].Ranked[0],
            ordinary = before[0].Ranked[before[0].Ranked.Count / 2];
        Row("Honest members, on average", [.. before.Select(times => times.Mean(askers.Length))]);
        Row("**The honest member most shown**", [.. before.Select(times => (double)times.Of(times.Ranked[0]))]);
        foreach (Strategy strategy in Strategy.OfOneProfile(honest, mostShown, ordinary, s_now))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Row(strategy.Name, [.. Count(New(strategy.Community)).Select(times => (double)times.Of(strategy.MemberId))]);
        }

        text.Append(HeadOfPuppets());
        Matchmaker learned = New(honest);
        learned.Learn(null, null, cancellationToken);
        var without = TimesShown.Count(learned, askers, IntroductionKind.Any);
        foreach (int place in (int[])[50, 75, 100, 150, 200])
        {
            string member = without.Ranked[Math.Min(place, without.Ranked.Count - 1)];
            Matchmaker gamed = New(Strategy.SockPuppets(honest, member, Puppets, s_now).Community);
            int byRules = TimesShown.Count(gamed, askers, IntroductionKind.Any).RankOf(member);
            gamed.Learn(null, null, cancellationToken);
            int after = TimesShown.Count(gamed, askers, IntroductionKind.Any).RankOf(member);
            Line($"| {before[0].RankOf(member)} | {byRules} | {without.RankOf(member)} | {after} |");
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "gaming.md"), text.ToString());

        Matchmaker New(Community community) =>
            Matchmaker.Create(community, new MatchmakerOptions { TimeProvider = new FixedTime(s_now), Synonyms = synonyms });

        TimesShown[] Count(Matchmaker matchmaker) =>
            [.. s_columns.Select(column => TimesShown.Count(matchmaker, askers, column.Kind, column.First))];

        void Row(string name, double[] times) =>
            Line($"| {name} | {string.Join(" | ", times.Select(t => t.ToString("0.#", CultureInfo.InvariantCulture)))} |");

        void Line(string line)
        {
            text.Append(line).Append('\n');
            log.WriteLine(line);
        }
    }

    private static string Head(int members) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # Who tries to be shown to everybody

            Written by `dotnet run -c Release --project benchmarks/compare -- --gaming` on {DateTime.UtcNow:yyyy-MM-dd}.
            The community is the Quickstart's: {members} members are asked for, with the default options. A figure is how many
            of them have the member in their first ten introductions, by kind; in the last column, in their first three.
            Each strategy is tried alone.

            The goal: no strategy is shown more than twice as often as the honest member most shown.

            | | any | complementary | peer | mentor | mentor, first three |
            |---|---:|---:|---:|---:|---:|

            """
        );

    private static string HeadOfPuppets() =>
        $"""

            ## Sock puppets

            {Puppets} new accounts each tell that they accepted one and the same member. The figures are that member's rank by how often
            they are shown (1: most often), before and after, by the rules and by a model learned from the outcomes.
            The goal: what the accounts tell lifts nobody above rank 60. {Puppets} more members change a little what is rare and what is
            learned of everybody, so that ranks move both ways.

            | by the rules, before | after | learned, before | after |
            |---:|---:|---:|---:|

            """;
}
