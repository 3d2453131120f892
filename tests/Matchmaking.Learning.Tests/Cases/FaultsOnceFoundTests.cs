using System.Text;

namespace Matchmaking.Tests.Cases;

/// <summary>
/// Faults that trials found, and that are mended.
/// </summary>
public sealed class FaultsOnceFoundTests
{
    [Theory]
    [InlineData("hiv-support-volunteer")]
    [InlineData("clinic-chat")]
    public void Nothing_that_only_a_removed_member_told_stays_in_a_model_or_a_snapshot(string word)
    {
        DateTimeOffset now = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
        var random = new Random(1);
        Member[] members =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(i => new Member
                {
                    Id = $"m{i}",
                    Attributes = new Dictionary<string, AttributeValue>
                    {
                        ["team"] = $"t{i % 6}",
                        ["badges"] = AttributeValue.Of(
                            i == 7 ? ["hiv-support-volunteer", "host"] : [i % 2 == 0 ? "host" : "speaker", $"b{i % 3}"]
                        ),
                    },
                }),
        ];
        Outcome[] outcomes =
        [
            .. Enumerable
                .Range(0, 900)
                .Select(_ => (From: random.Next(60), To: random.Next(60)))
                .Where(pair => pair.From != pair.To)
                .Select(pair => new Outcome
                {
                    FromId = $"m{pair.From}",
                    ToId = $"m{pair.To}",
                    Kind = random.NextDouble() < (pair.From % 6 == pair.To % 6 ? .9 : .2) ? OutcomeKind.Accepted : OutcomeKind.Declined,
                    Time = now.AddDays(-random.Next(100, 300)),
                }),
        ];
        Interaction[] interactions =
        [
            new()
            {
                FromId = "m7",
                ToId = "m8",
                Kind = "clinic-chat",
                Time = now.AddDays(-9),
            },
        ];
        var options = new MatchmakerOptions { TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now) };
        var matchmaker = Matchmaker.Create(new Community(members, null, null, interactions, outcomes), options);
        Assert.True(matchmaker.Learn(cancellationToken: TestContext.Current.CancellationToken).IsUsed);
        Assert.True(matchmaker.Remove("m7"));

        string folder = Directory.CreateTempSubdirectory().FullName;
        matchmaker.SaveModel(Path.Combine(folder, "model.mm"));
        matchmaker.Save(Path.Combine(folder, "community.snapshot"), TestContext.Current.CancellationToken);
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            byte[] bytes = File.ReadAllBytes(file);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0, file);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) < 0, file);
        }
    }
}
