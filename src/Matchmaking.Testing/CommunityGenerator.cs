using System.Globalization;

namespace Matchmaking.Testing;

/// <summary>
/// Communities for tests, drawn from a seed: members with interests, offers, needs, texts, languages and hours, groups with events over
/// time, and what came of it. The same options and seed give the same community on every machine.
/// </summary>
public static class CommunityGenerator
{
    private const int NewDays = 30;

    /// <summary>A community.</summary>
    /// <param name="options">What it is like; null: the defaults.</param>
    /// <param name="seed">Another seed gives another community.</param>
    public static Community Generate(CommunityGeneratorOptions? options = null, int seed = 1)
    {
        var draw = new Draw(options ?? new CommunityGeneratorOptions(), seed);
        Member[] members = [.. draw.Members()];
        Activity[] groups = [.. draw.Groups()];
        Activity[] events = [.. draw.Events(groups)];
        return new Community(
            members,
            [.. groups, .. events],
            [.. draw.Participations(members, groups.Length, events)],
            [.. draw.Interactions(members)],
            [.. draw.Outcomes(members)]
        );
    }

    /// <summary>One run. Every question has chance of its own.</summary>
    private sealed class Draw(CommunityGeneratorOptions options, int seed)
    {
        public IEnumerable<Member> Members()
        {
            Random interests = Chance(1),
                offers = Chance(2),
                needs = Chance(3),
                texts = Chance(4),
                languages = Chance(5),
                mentoring = Chance(6),
                joined = Chance(7),
                blocks = Chance(8),
                pauses = Chance(9),
                hidden = Chance(10),
                places = Chance(11),
                hours = Chance(12),
                teams = Chance(13);
            for (int i = 0; i < options.Members; i++)
            {
                bool mentors = mentoring.NextDouble() < options.Mentors,
                    seeks = mentoring.NextDouble() < options.Mentees;
                yield return new Member
                {
                    Id = Id(i),
                    Name = GeneratedWords.Name(i),
                    GivenName = GeneratedWords.GivenName(i),
                    Bio = texts.Next(3) == 0 ? null : GeneratedWords.Text(texts),
                    Languages = Languages(languages),
                    TimeZone = "Europe/Paris",
                    Location = Place(places),
                    Joined = Joined(joined),
                    Interests = [.. Topics(interests, 4).Select(topic => new Interest { Topic = topic })],
                    Offers = [.. Topics(offers, 3).Select(topic => new Offer { Topic = topic, Level = offers.Next(2, 6) })],
                    Needs = [.. Topics(needs, 2).Select(topic => new Need { Topic = topic, Importance = needs.Next(1, 11) / 10d })],
                    Mentoring =
                        mentors ? new() { Role = MentoringRole.Mentor, Capacity = 1 + (i % 3) }
                        : seeks ? new() { Role = MentoringRole.Mentee }
                        : null,
                    Availability = Hours(hours, pauses),
                    Blocks = Blocked(blocks, i),
                    Hidden = hidden.NextDouble() < options.Hidden ? [GeneratedWords.Field(hidden.NextDouble())] : [],
                    Attributes = new Dictionary<string, AttributeValue>
                    {
                        ["team"] = $"team {(char)('A' + teams.Next(5))}",
                        ["age"] = 20 + teams.Next(50),
                    },
                };
            }
        }

        public IEnumerable<Activity> Groups()
        {
            Random texts = Chance(20);
            for (int i = 0; i < options.Activities; i++)
                yield return new Activity
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"group{i}"),
                    Name = string.Create(CultureInfo.InvariantCulture, $"{GeneratedWords.Topic(i % options.Topics)} group {i}"),
                    Kind = ActivityKind.Group,
                    Text = GeneratedWords.Text(texts),
                };
        }

        public IEnumerable<Activity> Events(Activity[] groups)
        {
            Random times = Chance(21);
            foreach (Activity group in groups)
            {
                for (int i = 0; i < options.EventsPerActivity; i++)
                {
                    // One interval each; the last ends after now.
                    double share = (i + .5 + (times.NextDouble() * .4)) / Math.Max(1, options.EventsPerActivity - 1);
                    yield return new Activity
                    {
                        Id = string.Create(CultureInfo.InvariantCulture, $"{group.Id}-event{i}"),
                        Name = string.Create(CultureInfo.InvariantCulture, $"{group.Name}, evening {i + 1}"),
                        Kind = ActivityKind.Event,
                        Parent = group.Id,
                        Time = WholeSeconds(options.Now - options.Period + (options.Period * share)),
                    };
                }
            }
        }

        public IEnumerable<Participation> Participations(Member[] members, int groups, Activity[] events)
        {
            Random joins = Chance(22);
            foreach (Member member in members)
            {
                // Drawn for everybody, so that who is new changes nothing for others.
                int[] own = [.. Enumerable.Range(0, joins.Next(4)).Select(_ => Popular(joins, Math.Max(1, groups))).Distinct()];
                double zeal = joins.NextDouble();
                foreach (int group in groups == 0 ? [] : own)
                {
                    for (int i = 0; i < options.EventsPerActivity; i++)
                    {
                        Activity held = events[(group * options.EventsPerActivity) + i];
                        if (joins.NextDouble() < zeal && held.Time <= options.Now && held.Time >= member.Joined && !IsNew(member))
                            yield return new Participation { MemberId = member.Id, ActivityId = held.Id };
                    }
                }
            }
        }

        public IEnumerable<Interaction> Interactions(Member[] members)
        {
            Random pairs = Chance(23);
            foreach ((Member from, Member to, DateTimeOffset time) in Pairs(pairs, members, options.InteractionsPerMember))
                yield return new Interaction
                {
                    FromId = from.Id,
                    ToId = to.Id,
                    Kind = "message",
                    Time = time,
                };
        }

        public IEnumerable<Outcome> Outcomes(Member[] members)
        {
            Random pairs = Chance(24),
                answers = Chance(25);
            foreach ((Member from, Member to, DateTimeOffset time) in Pairs(pairs, members, options.OutcomesPerMember))
            {
                bool alike = from.Interests.Any(interest => to.Interests.Any(other => other.Topic == interest.Topic));
                yield return new Outcome
                {
                    FromId = from.Id,
                    ToId = to.Id,
                    Kind = answers.NextDouble() < (alike ? .8 : .3) ? OutcomeKind.Accepted : OutcomeKind.Declined,
                    Time = time,
                };
            }
        }

        private IEnumerable<(Member From, Member To, DateTimeOffset Time)> Pairs(Random chance, Member[] members, int each)
        {
            for (int i = 0; i < members.Length * each; i++)
            {
                Member from = members[chance.Next(members.Length)],
                    to = members[chance.Next(members.Length)];
                DateTimeOffset time = WholeSeconds(options.Now - (options.Period * chance.NextDouble()));
                if (from.Id != to.Id && !IsNew(from) && !IsNew(to) && !from.Blocks.Contains(to.Id) && !to.Blocks.Contains(from.Id))
                    yield return (from, to, time);
            }
        }

        private List<string> Topics(Random chance, int atMost)
        {
            List<string> topics = [];
            for (int i = chance.Next(1, atMost + 1); i > 0; i--)
            {
                string topic = GeneratedWords.Topic(Popular(chance, options.Topics));
                if (!topics.Contains(topic))
                    topics.Add(topic);
            }

            return topics;
        }

        private string[] Languages(Random chance)
        {
            double first = chance.NextDouble(),
                second = chance.NextDouble();
            if (options.Languages.Count == 0)
                return [];
            string one = options.Languages[(int)(first * first * options.Languages.Count)],
                other = options.Languages[(int)(second * options.Languages.Count)];
            return one == other ? [one] : [one, other];
        }

        private Location? Place(Random chance)
        {
            (bool tells, double north, double east) = (chance.NextDouble() < options.Locations, chance.NextDouble(), chance.NextDouble());
            return tells ? new() { Latitude = 45 + (4 * north), Longitude = 5 * east } : null;
        }

        private DateTimeOffset Joined(Random chance)
        {
            (bool isNew, double share) = (chance.NextDouble() < options.Newcomers, chance.NextDouble());
            return WholeSeconds(
                options.Now - (isNew ? TimeSpan.FromDays(NewDays * share) : TimeSpan.FromDays(NewDays + 1) + (options.Period * share))
            );
        }

        private bool IsNew(Member member) => member.Joined > options.Now.AddDays(-NewDays - 1);

        private Availability? Hours(Random hours, Random pauses)
        {
            bool paused = pauses.NextDouble() < options.Pauses;
            (DayOfWeek day, int from, bool tells) = ((DayOfWeek)hours.Next(7), hours.Next(8, 20), hours.Next(3) > 0);
            if (!paused && !tells)
                return null;
            return new Availability
            {
                Windows = tells
                    ?
                    [
                        new WeeklyWindow
                        {
                            Day = day,
                            From = new TimeOnly(from, 0),
                            To = new TimeOnly(from + 3, 0),
                        },
                    ]
                    : [],
                PausedUntil = paused ? options.Now.AddDays(7) : null,
            };
        }

        private string[] Blocked(Random chance, int member)
        {
            (bool blocks, int other) = (chance.NextDouble() < options.Blocks, chance.Next(options.Members));
            return blocks && other != member ? [Id(other)] : [];
        }

        /// <summary>A position below a number; low ones are far more frequent.</summary>
        private static int Popular(Random chance, int count)
        {
            double share = chance.NextDouble();
            return (int)(share * share * count);
        }

        private static string Id(int i) => string.Create(CultureInfo.InvariantCulture, $"m{i}");

        private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

        private Random Chance(int question) => new(unchecked((seed * 397) ^ (question * 7919)));
    }
}
