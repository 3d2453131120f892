using static Matchmaking.Tests.People;

namespace Matchmaking.Tests;

/// <summary>What may not be learned from is in no model, and no model speaks of it.</summary>
public sealed class ConsentTests
{
    private const int Members = 60;

    [Theory]
    [InlineData("attributes.faith")]
    [InlineData("attributes")]
    [InlineData("interests")]
    [InlineData("languages")]
    [InlineData("activities")]
    public async Task A_model_is_the_same_whatever_is_hidden(string field)
    {
        (byte[] one, string told) = await LearnedAsync(field, variant: 0);
        (byte[] other, string toldToo) = await LearnedAsync(field, variant: 1);
        Assert.Equal(told, toldToo);
        Assert.Equal(one, other);
    }

    [Fact]
    public async Task With_consent_to_learning_it_is_learned_from()
    {
        (byte[] one, _) = await LearnedAsync("attributes.faith", 0, consents: true);
        (byte[] other, _) = await LearnedAsync("attributes.faith", 1, consents: true);
        Assert.NotEqual(one, other);
    }

    private static async Task<(byte[] Model, string Told)> LearnedAsync(string field, int variant, bool consents = false)
    {
        var random = new Random(3);
        Member[] members = [.. Enumerable.Range(0, Members).Select(i => Somebody(i, random, field, variant, consents))];
        Activity[] activities = [.. Enumerable.Range(0, 6).Select(i => new Activity { Id = $"a{i}", Name = $"Club {i}" })];
        Participation[] participations =
        [
            .. Enumerable
                .Range(0, Members)
                .Select(i => new Participation
                {
                    MemberId = $"m{i}",
                    ActivityId = $"a{(field == "activities" && i % 4 == 0 ? i + variant : i) % 6}",
                    Time = Now.AddDays(-400),
                }),
        ];
        Outcome[] outcomes =
        [
            .. Enumerable
                .Range(0, 900)
                .Select(_ => (From: random.Next(Members), To: random.Next(Members)))
                .Where(pair => pair.From != pair.To)
                .Select(pair => new Outcome
                {
                    FromId = $"m{pair.From}",
                    ToId = $"m{pair.To}",
                    Kind = random.NextDouble() < (pair.From % 5 == pair.To % 5 ? .9 : .2) ? OutcomeKind.Accepted : OutcomeKind.Declined,
                    Time = Now.AddDays(-random.Next(100, 300)),
                }),
        ];
        var matchmaker = Matchmaker.Create(new Community(members, activities, participations, null, outcomes), AtNow());
        LearningReport report = matchmaker.Learn(cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(report.IsUsed);
        using var model = new MemoryStream();
        await matchmaker.SaveModelAsync(model, TestContext.Current.CancellationToken);
        return (model.ToArray(), (report with { Seconds = 0 }).ToJson());
    }

    private static Member Somebody(int i, Random random, string field, int variant, bool consents)
    {
        bool hides = i % 4 == 0;
        // What is hidden differs from variant to variant; all else is the same.
        int Own(string of) => hides && field.StartsWith(of, StringComparison.Ordinal) ? i + variant : i;
        string[] topics = ["chess", "tango", "pottery", "baking", "robots"];
        return new Member
        {
            Id = $"m{i}",
            Interests = [new() { Topic = topics[Own("interests") % 5] }, new() { Topic = topics[random.Next(5)] }],
            Languages = [Own("languages") % 2 == 0 ? "en" : "fr"],
            Attributes = new Dictionary<string, AttributeValue> { ["team"] = $"t{i % 5}", ["faith"] = $"f{Own("attributes") % 3}" },
            Hidden = hides ? [field] : [],
            Consent =
                hides && consents
                    ? new Dictionary<string, FieldPurposes> { [field] = FieldPurposes.Matching | FieldPurposes.Learning }
                    : new Dictionary<string, FieldPurposes>(),
        };
    }
}
