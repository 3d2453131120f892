using System.Globalization;

namespace Matchmaking.Benchmarks;

/// <summary>
/// A community of any size with the shape of real ones: a few topics that many share and many that few do (Zipf), circles that meet and
/// talk among themselves, some activity across. The same size and seed give the same community.
/// </summary>
internal sealed class CommunityGenerator(int members, int seed = 1, int eventsAGroup = 12)
{
    private const int Topics = 2000;
    private const int GroupSize = 60;

    private static readonly string[] s_zones = ["Europe/Paris", "America/Montreal", "Africa/Dakar", "Europe/London"];

    private readonly Random _random = new(seed);
    private readonly double[] _cumulativeZipf = CumulativeZipf();

    /// <summary>The day on which the data end; ask as of it.</summary>
    public static DateTimeOffset Today { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public Community Generate()
    {
        int groups = Math.Max(1, members / GroupSize);
        Member[] people = [.. Enumerable.Range(0, members).Select(i => CreateMember(i, i % groups))];
        List<Activity> activities = [];
        List<Participation> participations = [];
        List<Interaction> interactions = [];
        for (int group = 0; group < groups; group++)
        {
            int[] circle = [.. Enumerable.Sequence(group, members - 1, groups)];
            activities.Add(
                new Activity
                {
                    Id = GroupId(group),
                    Name = $"Circle {group}",
                    Text = Sentence(group, groups),
                }
            );
            participations.AddRange(circle.Select(i => new Participation { MemberId = Id(i), ActivityId = GroupId(group) }));
            for (int meeting = 0; meeting < eventsAGroup; meeting++)
                AddEvent(group, meeting, circle, activities, participations, interactions);
        }

        return new Community(people, activities, participations, interactions);
    }

    private static string Id(int member) => string.Create(CultureInfo.InvariantCulture, $"m{member}");

    private static string GroupId(int group) => string.Create(CultureInfo.InvariantCulture, $"g{group}");

    private Member CreateMember(int i, int group) =>
        new()
        {
            Id = Id(i),
            Name = $"Member {i}",
            Bio = $"{Sentence(group, 100)} {Sentence(i, Topics)}",
            Languages =
                _random.Next(3) == 0 ? ["fr", "en"]
                : _random.Next(2) == 0 ? ["fr"]
                : ["en"],
            TimeZone = s_zones[_random.Next(s_zones.Length)],
            Location = new Location { Latitude = 30 + (_random.NextDouble() * 30), Longitude = -80 + (_random.NextDouble() * 90) },
            Joined = Today.AddDays(-_random.Next(1, 1500)),
            Interests =
            [
                .. DistinctTopics(_random.Next(3, 9))
                    .Select(topic => new Interest { Topic = topic, Weight = (1 + _random.Next(10)) / 10.0 }),
            ],
            Offers = [.. DistinctTopics(_random.Next(0, 4)).Select(topic => new Offer { Topic = topic, Level = _random.Next(1, 6) })],
            Needs = [.. DistinctTopics(_random.Next(0, 4)).Select(topic => new Need { Topic = topic, Level = _random.Next(1, 5) })],
            Mentoring = _random.Next(5) switch
            {
                0 => new MentoringPreferences { Role = MentoringRole.Mentor, Capacity = 2 },
                1 => new MentoringPreferences { Role = MentoringRole.Mentee },
                _ => null,
            },
            Availability = new Availability
            {
                Windows =
                [
                    new WeeklyWindow
                    {
                        Day = (DayOfWeek)_random.Next(7),
                        From = new TimeOnly(18, 0),
                        To = new TimeOnly(21, 0),
                    },
                ],
            },
        };

    private void AddEvent(
        int group,
        int meeting,
        int[] circle,
        List<Activity> activities,
        List<Participation> participations,
        List<Interaction> interactions
    )
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"e{group}-{meeting}");
        DateTimeOffset time = Today.AddDays(-_random.Next(1, 365));
        activities.Add(
            new Activity
            {
                Id = id,
                Name = $"Meeting {meeting}",
                Time = time,
                Parent = GroupId(group),
            }
        );
        int[] present = [.. circle.Where(_ => _random.Next(6) == 0).Append(_random.Next(members)).Distinct()];
        participations.AddRange(present.Select(i => new Participation { MemberId = Id(i), ActivityId = id }));
        for (int i = 1; i < present.Length; i++)
            interactions.Add(
                new Interaction
                {
                    FromId = Id(present[i]),
                    ToId = Id(present[_random.Next(i)]),
                    Kind = "reply",
                    Time = time.AddHours(_random.Next(1, 20)),
                }
            );
    }

    private IEnumerable<string> DistinctTopics(int count) =>
        Enumerable.Range(0, count).Select(_ => Topic()).Distinct(StringComparer.Ordinal);

    private string Topic()
    {
        int found = Array.BinarySearch(_cumulativeZipf, _random.NextDouble() * _cumulativeZipf[^1]);
        int rank = Math.Min(found >= 0 ? found : ~found, Topics - 1);
        return $"{Word(rank)} {Word(rank * 7 + 3)}";
    }

    private string Sentence(int theme, int range) =>
        string.Join(' ', Enumerable.Range(0, 12).Select(i => Word(i < 5 ? theme % range : _random.Next(4000))));

    /// <summary>A pronounceable word a number, so that analysers have stems to cut.</summary>
    private static string Word(int number)
    {
        const string consonants = "bdfglmnprstv";
        const string vowels = "aeiou";
        Span<char> word = stackalloc char[6];
        for (int i = 0; i < word.Length; i += 2)
        {
            word[i] = consonants[number % consonants.Length];
            number /= consonants.Length;
            word[i + 1] = vowels[(number + i) % vowels.Length];
        }

        return new string(word);
    }

    private static double[] CumulativeZipf()
    {
        double sum = 0;
        return [.. Enumerable.Range(1, Topics).Select(rank => sum += 1.0 / rank)];
    }
}
