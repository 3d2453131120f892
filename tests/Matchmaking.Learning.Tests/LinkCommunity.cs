namespace Matchmaking.Tests.Learning;

/// <summary>
/// Communities in which nobody was ever introduced, and whose members come to know each other by a law that a test knows: at one of four
/// clubs, and only those who work different shifts: acquaintances in common speak against it. Everybody writes to their club, where nobody
/// gets to know anybody; pairs meet.
/// </summary>
internal static class LinkCommunity
{
    public const int Clubs = 4;

    public static readonly DateTimeOffset Start = new(2025, 1, 1, 19, 0, 0, TimeSpan.Zero);

    /// <param name="members">How many.</param>
    /// <param name="weeks">How long it has been going on.</param>
    /// <param name="otherwiseFromWeek">From this week on everything happens otherwise: a seed's worth; null: never.</param>
    public static Community OfShifts(int members = 240, int weeks = 60, int? otherwiseFromWeek = null)
    {
        List<Activity> activities =
        [
            .. Enumerable.Range(0, Clubs).Select(club => new Activity { Id = $"club{club}", Kind = ActivityKind.Group }),
        ];
        List<Participation> participations = [];
        for (int week = 0; week < weeks; week++)
        {
            var random = new Random(week + (week >= otherwiseFromWeek ? 10_000 : 0));
            for (int club = 0; club < Clubs; club++)
            {
                int[] regulars = [.. Enumerable.Range(0, members).Where(member => member % Clubs == club || random.NextDouble() < .02)];
                int[] here = [.. regulars.Where(_ => random.NextDouble() < .5)];
                participations.AddRange(here.Select(member => Came(member, $"club{club}") with { Time = At(club, week) }));
                random.Shuffle(here);
                for (int i = 0; i < 6; i++)
                {
                    int first = here[i];
                    int[] unlike = [.. here.Skip(i).Where(other => Shift(other) != Shift(first)).Take(1)];
                    activities.Add(Event($"pair{week}-{club}-{i}", club, week));
                    participations.AddRange(unlike.Prepend(first).Select(member => Came(member, $"pair{week}-{club}-{i}")));
                }
            }
        }

        return new Community([.. Enumerable.Range(0, members).Select(Person)], activities, participations);
    }

    public static bool Shift(int member) => member / Clubs % 2 == 0;

    public static int Number(string id) => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Its now is the end of its history.</summary>
    public static MatchmakerOptions After(int weeks, int small = 5) =>
        new() { TimeProvider = new FixedTime(Start.AddDays(7 * weeks)), SmallActivitySize = small };

    private static Member Person(int i) =>
        new()
        {
            Id = $"m{i}",
            Attributes = new Dictionary<string, AttributeValue> { ["shift"] = Shift(i) ? "day" : "night" },
        };

    private static Activity Event(string id, int club, int week) =>
        new()
        {
            Id = id,
            Kind = ActivityKind.Event,
            Parent = $"club{club}",
            Time = At(club, week),
        };

    private static DateTimeOffset At(int club, int week) => Start.AddDays((7 * week) + club);

    private static Participation Came(int member, string activity) => new() { MemberId = $"m{member}", ActivityId = activity };
}
