namespace Matchmaking.Tests;

/// <summary>Communities with a bit of everything, drawn from a seed: for properties that hold whatever the community.</summary>
internal static class RandomCommunity
{
    private static readonly string[] s_topics =
    [
        "chess",
        "jazz",
        "cuisine",
        "Python",
        "climbing",
        "photographie",
        "yoga",
        "astronomy",
        "jardinage",
        "marketing",
        "droit",
        "accounting",
    ];

    private static readonly string[] s_words =
    [
        "love",
        "music",
        "montagne",
        "logiciel",
        "community",
        "école",
        "startup",
        "voyage",
        "kids",
        "écriture",
    ];

    public static Community Generate(int size, int seed)
    {
        var random = new Random(seed);
        Member[] members = [.. Enumerable.Range(0, size).Select(i => RandomMember(random, i, size))];
        Activity[] activities =
        [
            .. Enumerable
                .Range(0, 5)
                .Select(i => new Activity
                {
                    Id = $"group{i}",
                    Name = $"Group {i}",
                    Location = i % 2 == 0 ? new() { Latitude = 45 + i, Longitude = 5 } : null,
                    Languages = i % 2 == 0 ? ["fr", "en-GB"] : [],
                    Capacity = i % 2 == 0 ? i + 1 : null,
                    Difficulty = i % 2 == 0 ? 1 + i : null,
                    Ended = i == 3 ? People.Now.AddDays(9) : null,
                    Text = Text(random),
                }),
            .. Enumerable
                .Range(0, 20)
                .Select(i => new Activity
                {
                    Id = $"event{i}",
                    Name = $"Event {i}",
                    Parent = $"group{i % 5}",
                    Time = People.Now.AddDays(random.Next(-300, 30)),
                }),
        ];
        Participation[] participations =
        [
            .. Enumerable
                .Range(0, size * 2)
                .Select(_ => new Participation { MemberId = Id(random, size), ActivityId = $"event{random.Next(20)}" })
                .Distinct(),
        ];
        Interaction[] interactions = [.. Pairs(random, size, size).Select(pair => People.Met(pair.From, pair.To, random.Next(400)))];
        Outcome[] outcomes =
        [
            .. Pairs(random, size, size / 2)
                .Select(pair => People.Outcome(pair.From, pair.To, (OutcomeKind)random.Next(5), random.Next(400))),
        ];
        return new Community(members, activities, participations, interactions, outcomes);
    }

    private static Member RandomMember(Random random, int i, int size) =>
        new()
        {
            Id = $"m{i}",
            Name = $"Member {i}",
            Bio = random.Next(3) == 0 ? null : Text(random),
            Texts = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(random))],
            Languages = random.Next(4) switch
            {
                0 => [],
                1 => ["fr"],
                2 => ["en"],
                _ => ["fr-CA", "en"],
            },
            TimeZone = random.Next(3) switch
            {
                0 => null,
                1 => "Europe/Paris",
                _ => "America/Montreal",
            },
            Location =
                random.Next(2) == 0 ? null : new() { Latitude = 45 + (random.NextDouble() * 4), Longitude = random.NextDouble() * 5 },
            Joined = random.Next(3) == 0 ? null : People.Now.AddDays(-random.Next(1, 800)),
            Interests = [.. Some(random, 4).Select(topic => new Interest { Topic = topic, Weight = 1 - (random.NextDouble() * .9) })],
            Offers = [.. Some(random, 3).Select(topic => new Offer { Topic = topic, Level = random.Next(1, 6) })],
            Needs =
            [
                .. Some(random, 3)
                    .Select(topic => new Need
                    {
                        Topic = topic,
                        Level = random.Next(1, 6),
                        Importance = 1 - (random.NextDouble() * .9),
                    }),
            ],
            Mentoring =
                random.Next(3) == 0
                    ? null
                    : new()
                    {
                        Role = (MentoringRole)random.Next(3),
                        Capacity = random.Next(3),
                        Topics = random.Next(2) == 0 ? [] : [.. Some(random, 2)],
                    },
            Availability =
                random.Next(2) == 0
                    ? null
                    : new()
                    {
                        Windows =
                        [
                            new()
                            {
                                Day = (DayOfWeek)random.Next(7),
                                From = new TimeOnly(random.Next(24), 0),
                                To = new TimeOnly(random.Next(24), 30),
                            },
                        ],
                        PausedUntil = random.Next(5) == 0 ? People.Now.AddDays(random.Next(-5, 5)) : null,
                        IntroductionsPerMonth = random.Next(3) == 0 ? random.Next(3) : null,
                    },
            Blocks = random.Next(5) == 0 ? [Id(random, size)] : [],
            Hidden = random.Next(4) == 0 ? ["interests", "needs"] : [],
            GivenName = i % 3 == 0 ? $"M{i}" : null,
            Consent =
                i % 7 == 3
                    ? new Dictionary<string, FieldPurposes> { ["joined"] = FieldPurposes.Learning, ["attributes.x"] = FieldPurposes.None }
                    : new Dictionary<string, FieldPurposes>(),
        };

    private static IEnumerable<string> Some(Random random, int atMost) =>
        s_topics.OrderBy(_ => random.Next()).Take(random.Next(atMost + 1)).ToArray();

    private static string Text(Random random) => string.Join(' ', Enumerable.Range(0, 6).Select(_ => s_words[random.Next(s_words.Length)]));

    private static string Id(Random random, int size) => $"m{random.Next(size)}";

    private static IEnumerable<(string From, string To)> Pairs(Random random, int size, int count) =>
        Enumerable.Range(0, count).Select(_ => (Id(random, size), Id(random, size))).Where(pair => pair.Item1 != pair.Item2).ToArray();
}
