using static Matchmaking.Tests.People;

namespace Matchmaking.Tests;

/// <summary>Random communities with everything in them, and random changes of them: the same for a seed.</summary>
internal sealed class LiveChanges(int seed)
{
    private static readonly string[] s_topics = ["chess", "golf", "jazz", "rust", "yoga", "sewing", "history of art"];
    private static readonly string[] s_words =
    [
        "I climb rocks",
        "programming in Rust",
        "jazz at night",
        "gardens and tea",
        "long walks by the sea",
    ];

    private readonly Random _random = new(seed);
    private int _newcomers;

    /// <summary>An activity is small up to three, so that changes cross the line both ways.</summary>
    public static MatchmakerOptions Options { get; } = AtNow(new() { SmallActivitySize = 3 });

    /// <summary>Has every topic and every word that anybody may have.</summary>
    public static Member OfEverything { get; } = Person("everything", likes: s_topics) with { Bio = string.Join(". ", s_words) };

    public Community Community()
    {
        string[] ids = [.. Enumerable.Range(0, 4 + _random.Next(14)).Select(i => $"m{i}")];
        Activity[] activities =
        [
            new() { Id = "club" },
            new() { Id = "chat", Kind = ActivityKind.Channel },
            new() { Id = "team", Parent = "club" },
            .. Enumerable
                .Range(0, 10)
                .Select(i => new Activity
                {
                    Id = $"e{i}",
                    Kind = ActivityKind.Event,
                    Time = _random.Next(4) == 0 ? null : Now.AddHours(_random.Next(-3000, 300)),
                    Parent = _random.Next(4) switch
                    {
                        0 => "club",
                        1 => "team",
                        _ => null,
                    },
                }),
        ];
        return new Community(
            [.. ids.Select(Member)],
            activities,
            [.. Enumerable.Range(0, _random.Next(40)).Select(_ => Participation(ids, activities))],
            [.. Enumerable.Range(0, _random.Next(10)).Select(_ => Interaction(ids)).OfType<Interaction>()],
            [.. Enumerable.Range(0, _random.Next(10)).Select(_ => Outcome(ids)).OfType<Outcome>()]
        );
    }

    /// <summary>One change of a matchmaker.</summary>
    public void Change(Matchmaker matchmaker)
    {
        Community community = matchmaker.Community;
        string[] ids = [.. community.Members.Select(member => member.Id)];
        switch (_random.Next(ids.Length < 3 ? 2 : 10))
        {
            case 0:
                matchmaker.Upsert(Member($"n{_newcomers++}"));
                break;
            case 1:
                // Also one who was there once.
                matchmaker.Upsert(Member($"m{_random.Next(20)}"));
                break;
            case 2 or 3:
                matchmaker.Remove(ids[_random.Next(ids.Length)]);
                break;
            case 4 or 5 or 6:
                matchmaker.Record(Participation(ids, community.Activities));
                break;
            case 7 or 8 when Interaction(ids) is { } interaction:
                matchmaker.Record(interaction);
                break;
            case 9 when Outcome(ids) is { } outcome:
                matchmaker.Record(outcome);
                break;
        }
    }

    /// <summary>One change of the activities of a matchmaker.</summary>
    public void ChangeActivities(Matchmaker matchmaker)
    {
        IReadOnlyList<Activity> activities = matchmaker.Community.Activities;
        Activity some = activities[_random.Next(activities.Count)];
        switch (_random.Next(5))
        {
            case 0:
                matchmaker.Upsert(
                    new Activity
                    {
                        Id = $"new{_newcomers++}",
                        Text = s_words[_random.Next(s_words.Length)],
                        Parent = _random.Next(2) == 0 ? some.Id : null,
                        Time = _random.Next(2) == 0 ? Now.AddHours(_random.Next(-3000, 300)) : null,
                    }
                );
                break;
            case 1:
                matchmaker.Upsert(some with { Name = $"other {_random.Next(100)}", Text = s_words[_random.Next(s_words.Length)] });
                break;
            case 2:
                matchmaker.EndActivity(some.Id);
                break;
            case 3 when activities.Count > 3:
                matchmaker.RemoveActivity(some.Id);
                break;
            default:
                matchmaker.Record(new Participation { MemberId = matchmaker.Community.Members[0].Id, ActivityId = activities[^1].Id });
                break;
        }
    }

    private Member Member(string id) =>
        new()
        {
            Id = id,
            Name = $"{id} {_random.Next(100)}",
            Bio = _random.Next(3) == 0 ? null : s_words[_random.Next(s_words.Length)],
            Interests = [.. Topics(3).Select(topic => new Interest { Topic = topic, Weight = (1 + _random.Next(10)) / 10.0 })],
            Offers = [.. Topics(2).Select(topic => new Offer { Topic = topic, Level = _random.Next(1, 6) })],
            Needs = [.. Topics(2).Select(topic => new Need { Topic = topic, Level = _random.Next(1, 5) })],
            Languages = _random.Next(3) switch
            {
                0 => [],
                1 => ["en"],
                _ => ["fr", "en"],
            },
            TimeZone = _random.Next(3) == 0 ? "Europe/Paris" : null,
            Joined = Now.AddDays(-_random.Next(400)),
            Blocks = [.. Enumerable.Range(0, _random.Next(8) / 6).Select(_ => $"m{_random.Next(20)}").Where(other => other != id)],
            Mentoring = _random.Next(3) == 0 ? new MentoringPreferences { Role = (MentoringRole)_random.Next(3) } : null,
            Availability =
                _random.Next(3) == 0
                    ? new Availability
                    {
                        IntroductionsPerMonth = _random.Next(3),
                        Windows =
                        [
                            new WeeklyWindow
                            {
                                Day = (DayOfWeek)_random.Next(7),
                                From = new TimeOnly(9, 0),
                                To = new TimeOnly(18, 0),
                            },
                        ],
                    }
                    : null,
        };

    private IEnumerable<string> Topics(int most) =>
        Enumerable.Range(0, _random.Next(most + 1)).Select(_ => s_topics[_random.Next(s_topics.Length)]).Distinct();

    private Participation Participation(string[] ids, IReadOnlyList<Activity> activities) =>
        new()
        {
            MemberId = ids[_random.Next(ids.Length)],
            ActivityId = activities[_random.Next(activities.Count)].Id,
            Time = _random.Next(3) == 0 ? Now.AddHours(_random.Next(-3000, 50)) : null,
        };

    private Interaction? Interaction(string[] ids) =>
        Pair(ids) is var (from, to)
            ? new Interaction
            {
                FromId = from,
                ToId = to,
                Time = Now.AddHours(-_random.Next(3000)),
                Weight = 1 + _random.Next(3),
            }
            : null;

    private Outcome? Outcome(string[] ids) =>
        Pair(ids) is var (from, to)
            ? new Outcome
            {
                FromId = from,
                ToId = to,
                Kind = (OutcomeKind)_random.Next(5),
                Time = Now.AddDays(-_random.Next(300)),
            }
            : null;

    private (string From, string To)? Pair(string[] ids)
    {
        string from = ids[_random.Next(ids.Length)],
            to = ids[_random.Next(ids.Length)];
        return from == to ? null : (from, to);
    }
}
