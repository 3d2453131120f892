using System.Reflection;
using System.Text.Json;

namespace Matchmaking.Tests.Cases;

/// <summary>
/// Whatever a record or an option takes works everywhere: answers are numbers, can be written as JSON, and the matchmaker can be saved and
/// loaded and answers the same. Each property is set to each value at an edge that it takes.
/// </summary>
public sealed class EdgesTests
{
    private static readonly object[] s_values =
    [
        .. new[]
        {
            double.MinValue,
            -1000,
            -180,
            -90,
            -1,
            -0d,
            0,
            double.Epsilon,
            1e-310,
            1e-50,
            1e-38,
            1e-20,
            1e-7,
            .5,
            1,
            5,
            10,
            90,
            168,
            180,
            1000,
            1e20,
            1e39,
            double.MaxValue,
            double.NaN,
            double.PositiveInfinity,
        }.Cast<object>(),
        .. new[] { int.MinValue, -1, 0, 1, 2, 5, 12, 13, 1000, 1024, 1_000_000, 10_000_000, int.MaxValue }.Cast<object>(),
        .. new[] { TimeSpan.MinValue, TimeSpan.Zero, new TimeSpan(1), TimeSpan.FromDays(365_000), TimeSpan.MaxValue }.Cast<object>(),
        .. new[]
        {
            DateTimeOffset.MinValue,
            DateTimeOffset.MaxValue,
            new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.FromHours(-14)),
            new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.FromHours(14)),
        }.Cast<object>(),
        TimeOnly.MinValue,
        TimeOnly.MaxValue,
    ];

    private static readonly Member s_member = new()
    {
        Id = "edge",
        Languages = ["en"],
        Bio = "music and travel in the mountains",
        Joined = People.Now.AddDays(-90),
        Location = new() { Latitude = 46, Longitude = 6 },
        Interests = [new() { Topic = "jazz" }, new() { Topic = "chess" }],
        Offers = [new() { Topic = "accounting", Level = 4 }],
        Needs = [new() { Topic = "pottery" }],
        Mentoring = new() { Role = MentoringRole.Both, Topics = ["pottery"] },
        Availability = new()
        {
            Windows =
            [
                new()
                {
                    Day = DayOfWeek.Monday,
                    From = new(9, 0),
                    To = new(17, 0),
                },
            ],
        },
    };

    private static readonly PartWeights s_weights = PartWeights.For(IntroductionKind.Any);

    private static readonly (object Record, Func<object, Changed> Put)[] s_places =
    [
        (s_member, r => new((Member)r)),
        (s_member.Location!, r => new(s_member with { Location = (Location)r })),
        (s_member.Interests[0], r => new(s_member with { Interests = [(Interest)r] })),
        (s_member.Interests[0], r => new(s_member with { Interests = [s_member.Interests[1], (Interest)r] })),
        (s_member.Offers[0], r => new(s_member with { Offers = [(Offer)r] })),
        (s_member.Needs[0], r => new(s_member with { Needs = [(Need)r] })),
        (s_member.Needs[0], r => new(s_member with { Needs = [(Need)r, new() { Topic = "climbing" }] })),
        (s_member.Mentoring!, r => new(s_member with { Mentoring = (MentoringPreferences)r })),
        (s_member.Availability!, r => new(s_member with { Availability = (Availability)r })),
        (s_member.Availability!.Windows[0], r => new(s_member with { Availability = new() { Windows = [(WeeklyWindow)r] } })),
        (new Activity { Id = "new" }, r => new(s_member, Activity: (Activity)r)),
        (new Participation { MemberId = "edge", ActivityId = "group0" }, r => new(s_member, Participation: (Participation)r)),
        (new Interaction { FromId = "edge", ToId = "m1" }, r => new(s_member, Interaction: (Interaction)r)),
        (
            new Outcome
            {
                FromId = "edge",
                ToId = "m1",
                Kind = OutcomeKind.Rated,
                Rating = 3,
            },
            r => new(s_member, Outcome: (Outcome)r)
        ),
        (new MatchmakerOptions(), r => new(s_member, (MatchmakerOptions)r)),
        (s_weights, r =>
            new(s_member, new() { Weights = new Dictionary<IntroductionKind, PartWeights> { [IntroductionKind.Any] = (PartWeights)r } })
        ),
        (new PartWeights(), r =>
            new(s_member, new() { Weights = new Dictionary<IntroductionKind, PartWeights> { [IntroductionKind.Any] = (PartWeights)r } })
        ),
        (new SuggestOptions(), r => new(s_member, Suggest: (SuggestOptions)r)),
        (new ActivityOptions(), r => new(s_member, Activities: (ActivityOptions)r)),
        (new GroupOptions(), r => new(s_member, Groups: (GroupOptions)r)),
        (new RoundOptions(), r => new(s_member, Round: (RoundOptions)r)),
        (new GroupRoundOptions(), r => new(s_member, Round: new() { GroupSize = 3, Groups = (GroupRoundOptions)r })),
        (new MentorRoundOptions(), r => new(s_member, Round: new() { Kind = IntroductionKind.Mentor, Mentors = (MentorRoundOptions)r })),
        (new PairRoundOptions(), r => new(s_member, Round: new() { Pairs = (PairRoundOptions)r })),
    ];

    public static TheoryData<int, string> Properties
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (int i = 0; i < s_places.Length; i++)
            {
                foreach (PropertyInfo property in s_places[i].Record.GetType().GetProperties())
                {
                    if (property.SetMethod is { IsPublic: true } && Edges(property).Any())
                        data.Add(i, property.Name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void Every_value_that_is_taken_works_everywhere(int place, string name)
    {
        (object record, Func<object, Changed> put) = s_places[place];
        PropertyInfo property = record.GetType().GetProperty(name)!;
        (object Value, object Changed)[] taken = [.. Edges(property).SelectMany(Taken)];
        Assert.NotEmpty(taken);
        // In order: the least, the least above, and the greatest.
        foreach ((object value, object changed) in taken.Length <= 4 ? taken : [.. taken[..3], taken[^1]])
        {
            try
            {
                Check(put(changed));
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"{record.GetType().Name}.{name} = {value}: {fault.Message}", fault);
            }
        }

        (object, object)[] Taken(object value)
        {
            object changed = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
            try
            {
                property.SetValue(changed, value);
                return [(value, changed)];
            }
            catch (TargetInvocationException refused) when (refused.InnerException is ArgumentException)
            {
                return [];
            }
        }
    }

    private static IEnumerable<object> Edges(PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type.IsEnum ? Enum.GetValues(type).Cast<object>() : s_values.Where(value => value.GetType() == type);
    }

    private static void Check(Changed changed)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        Community random = RandomCommunity.Generate(10, 6);
        var community = new Community(
            [.. random.Members, changed.Member],
            [.. random.Activities, .. changed.Activity is { } activity ? [activity] : Array.Empty<Activity>()],
            [.. random.Participations, .. changed.Participation is { } participation ? [participation] : Array.Empty<Participation>()],
            [.. random.Interactions, .. changed.Interaction is { } interaction ? [interaction] : Array.Empty<Interaction>()],
            [.. random.Outcomes, .. changed.Outcome is { } outcome ? [outcome] : Array.Empty<Outcome>()]
        );
        MatchmakerOptions options = People.AtNow(changed.Options);
        var matchmaker = Matchmaking.Matchmaker.Create(community, options);
        string answers = Answers(matchmaker, changed);
        using var snapshot = new MemoryStream();
        matchmaker.Save(snapshot, token);
        snapshot.Position = 0;
        Assert.Equal(answers, Answers(Matchmaking.Matchmaker.Load(snapshot, options, token), changed));
        Assert.Equal(
            JsonSerializer.Serialize(changed.Member),
            JsonSerializer.Serialize(JsonSerializer.Deserialize<Member>(JsonSerializer.Serialize(changed.Member)))
        );
    }

    // The serialiser refuses what is no number: that everything is written says that everything is one.
    private static string Answers(Matchmaking.Matchmaker matchmaker, Changed changed)
    {
        SuggestOptions suggest = changed.Suggest ?? new();
        CancellationToken token = TestContext.Current.CancellationToken;
        List<string> answers = [];
        foreach (string id in (string[])["edge", "m1", "m2"])
        {
            foreach (IntroductionKind kind in Enum.GetValues<IntroductionKind>())
                answers.Add(JsonSerializer.Serialize(matchmaker.Suggest(id, suggest with { Kind = kind })));
            answers.Add(JsonSerializer.Serialize(matchmaker.SuggestActivities(id, changed.Activities)));
        }

        answers.Add(JsonSerializer.Serialize(matchmaker.Explain("edge", "m1")));
        answers.Add(JsonSerializer.Serialize(matchmaker.SuggestForGroup(["edge", "m1"], changed.Groups)));
        RoundOptions[] rounds = changed.Round is { } round
            ? [round]
            : [new(), new() { GroupSize = 4 }, new() { Kind = IntroductionKind.Mentor }];
        foreach (RoundOptions options in rounds)
        {
            Round planned = matchmaker.PlanRound(options, cancellationToken: token);
            Assert.All(planned.Introductions, pair => Assert.True(double.IsFinite(pair.Score)));
            answers.Add(string.Join(' ', planned.Introductions.Select(pair => $"{pair.From.Id}-{pair.To.Id} {pair.Score} {pair.Because}")));
            answers.Add(
                string.Join(' ', planned.Groups.Select(group => $"{string.Join(',', group.Members.Select(m => m.Id))} {group.Because}"))
            );
        }

        return string.Join('\n', answers);
    }

    private sealed record Changed(
        Member Member,
        MatchmakerOptions? Options = null,
        Activity? Activity = null,
        Participation? Participation = null,
        Interaction? Interaction = null,
        Outcome? Outcome = null,
        SuggestOptions? Suggest = null,
        ActivityOptions? Activities = null,
        GroupOptions? Groups = null,
        RoundOptions? Round = null
    );
}
