using System.Globalization;

namespace Matchmaking.Evaluation;

/// <summary>
/// Who said yes to which event of which group: 24,631 members, 19,307 events, 602 groups, November 2015 to October 2017. Times are UTC.
/// </summary>
internal sealed class NashvilleMeetup
{
    public const string Name = "nashville-meetup";

    public required IReadOnlyList<Event> Events { get; init; }

    public required IReadOnlyList<Group> Groups { get; init; }

    public required IReadOnlyList<Rsvp> Rsvps { get; init; }

    public static NashvilleMeetup Load(string folder)
    {
        List<Group> groups = DataTable.Read(Path.Combine(folder, "groups.csv"), ["group", "group_name", "category_name"], row => new Group(
            row.Whole("group"),
            row.OptionalText("group_name") ?? "",
            row.OptionalText("category_name") ?? ""
        ));
        Dictionary<int, int> events = [];
        List<Event> eventRows = DataTable.Read(Path.Combine(folder, "events.csv"), ["event", "group", "time", "name"], row => new Event(
            row.Whole("event"),
            row.Whole("group"),
            DateTimeOffset.ParseExact(
                row.Text("time"),
                "yyyy-MM-dd HH:mm:ss",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            ),
            row.OptionalText("name") ?? ""
        ));
        for (int i = 0; i < eventRows.Count; i++)
            events.Add(eventRows[i].Id, i);
        List<Rsvp> rsvps = DataTable.Read(Path.Combine(folder, "rsvps.csv"), ["event", "member"], row => new Rsvp(
            eventRows[events[row.Whole("event")]],
            row.Whole("member")
        ));
        return new NashvilleMeetup
        {
            Events = eventRows,
            Groups = groups,
            Rsvps = rsvps,
        };
    }

    /// <summary>
    /// The community as it was just before the cut: members who had said yes to anything, known by nothing but their id; events before the
    /// cut and the groups that held them.
    /// </summary>
    public Community AsOf(DateTimeOffset cut)
    {
        var before = Rsvps.Where(rsvp => rsvp.Event.Time < cut).ToList();
        var events = Events.Where(e => e.Time < cut).ToList();
        HashSet<int> alive = [.. events.Select(e => e.Group)];
        return new Community(
            [.. before.Select(rsvp => rsvp.Member).Distinct().Order().Select(id => new Member { Id = MemberId(id) })],
            [
                .. Groups
                    .Where(g => alive.Contains(g.Id))
                    .Select(g => new Activity
                    {
                        Id = GroupId(g.Id),
                        Name = Clean(g.Name),
                        Kind = ActivityKind.Group,
                        Text = g.Category,
                    }),
                .. events.Select(e => new Activity
                {
                    Id = EventId(e.Id),
                    Name = Clean(e.Name),
                    Kind = ActivityKind.Event,
                    Time = e.Time,
                    Parent = GroupId(e.Group),
                }),
            ],
            [.. before.Select(rsvp => new Participation { MemberId = MemberId(rsvp.Member), ActivityId = EventId(rsvp.Event.Id) })]
        );
    }

    public static string MemberId(int id) => id.ToString(CultureInfo.InvariantCulture);

    public static string GroupId(int id) => string.Create(CultureInfo.InvariantCulture, $"group-{id}");

    public static string EventId(int id) => string.Create(CultureInfo.InvariantCulture, $"event-{id}");

    /// <summary>Titles are as people typed them; names may hold no control characters, and must hold something.</summary>
    private static string Clean(string name)
    {
        string clean = string.Concat(name.Where(c => !char.IsControl(c))).Trim();
        return clean.Length == 0 ? "–" : clean;
    }

    public sealed record Group(int Id, string Name, string Category);

    public sealed record Event(int Id, int Group, DateTimeOffset Time, string Name);

    public sealed record Rsvp(Event Event, int Member);
}
