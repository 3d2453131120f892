namespace Matchmaking.Evaluation;

/// <summary>551 people, 21 evenings, 4,184 meetings of four minutes with both sides' yes or no (Fisman et al. 2006).</summary>
internal sealed class SpeedDating
{
    public const string Name = "speed-dating";

    /// <summary>The evenings come one after another; the data tells their order, not their dates.</summary>
    private static readonly DateTimeOffset s_firstEvening = new(2002, 10, 16, 18, 0, 0, TimeSpan.Zero);

    /// <summary>How much somebody likes each of these, from 1 to 10.</summary>
    private static readonly string[] s_interests =
    [
        "sports",
        "tvsports",
        "exercise",
        "dining",
        "museums",
        "art",
        "hiking",
        "gaming",
        "clubbing",
        "reading",
        "tv",
        "theater",
        "movies",
        "concerts",
        "music",
        "shopping",
        "yoga",
    ];

    private const string Side = "gender";

    private static readonly string[] s_categories = [Side, "field_cd", "career_c", "goal"];

    /// <summary>
    /// How often one dates and goes out, expectations, what one seeks (1_1), thinks others seek (2_1) and is by one's own account (3_1).
    /// </summary>
    private static readonly string[] s_numbers =
    [
        "age",
        "date",
        "go_out",
        "exphappy",
        "attr1_1",
        "sinc1_1",
        "intel1_1",
        "fun1_1",
        "amb1_1",
        "shar1_1",
        "attr3_1",
        "sinc3_1",
        "intel3_1",
        "fun3_1",
        "amb3_1",
        "attr2_1",
        "sinc2_1",
        "intel2_1",
        "fun2_1",
        "amb2_1",
        "shar2_1",
    ];

    public required IReadOnlyList<Member> Members { get; init; }

    public required IReadOnlyList<Meeting> Meetings { get; init; }

    /// <summary>The fold in which each evening tests, by seed.</summary>
    public required IReadOnlyDictionary<int, IReadOnlyDictionary<int, int>> Folds { get; init; }

    public static SpeedDating Load(string folder) =>
        new()
        {
            Members = DataTable.Read(
                Path.Combine(folder, "members.csv"),
                ["iid", .. s_categories, .. s_numbers, .. s_interests],
                ReadMember
            ),
            Meetings = DataTable.Read(
                Path.Combine(folder, "pairs.csv"),
                ["wave", "order_f", "woman", "man", "dec_woman", "dec_man", "warm_train"],
                row => new Meeting(
                    row.Whole("wave"),
                    row.Whole("order_f"),
                    row.Text("woman"),
                    row.Text("man"),
                    row.Whole("dec_woman") == 1,
                    row.Whole("dec_man") == 1,
                    row.Whole("warm_train") == 1
                )
            ),
            Folds = DataTable
                .Read(Path.Combine(folder, "folds_cold.csv"), ["seed", "fold", "wave"], row =>
                    (Seed: row.Whole("seed"), Fold: row.Whole("fold"), Wave: row.Whole("wave"))
                )
                .GroupBy(row => row.Seed)
                .ToDictionary(rows => rows.Key, rows => (IReadOnlyDictionary<int, int>)rows.ToDictionary(row => row.Wave, row => row.Fold)),
        };

    /// <summary>Everybody's profile, with the answers of the given meetings as both sides' outcomes.</summary>
    public Community With(IEnumerable<Meeting> meetings) => new(Members, outcomes: [.. meetings.SelectMany(Outcomes)]);

    /// <summary>Everybody's profile, with the answers of one side of the given meetings as outcomes.</summary>
    public Community WithAnswersOf(bool women, IEnumerable<Meeting> meetings) =>
        new(Members, outcomes: [.. meetings.Select(meeting => Outcomes(meeting)[women ? 0 : 1])]);

    /// <summary>
    /// The same, but women and men tell everything under names of their own, and neither tells which they are, nor interests as topics.
    /// </summary>
    public SpeedDating NamesApart()
    {
        HashSet<string> women = [.. Meetings.Select(meeting => meeting.Woman)];
        return new SpeedDating
        {
            Members =
            [
                .. Members.Select(member =>
                    member with
                    {
                        Interests = [],
                        Attributes = Renamed(member, women.Contains(member.Id) ? "woman_" : "man_"),
                    }
                ),
            ],
            Meetings = Meetings,
            Folds = Folds,
        };

        static Dictionary<string, AttributeValue> Renamed(Member member, string side) =>
            member
                .Attributes.Where(attribute => attribute.Key != Side)
                .ToDictionary(attribute => side + attribute.Key, attribute => attribute.Value);
    }

    /// <summary>After the last evening.</summary>
    public static DateTimeOffset Now => s_firstEvening.AddDays(60);

    private static Outcome[] Outcomes(Meeting meeting)
    {
        DateTimeOffset time = s_firstEvening.AddDays(meeting.Evening).AddMinutes(4 * meeting.Order);
        return [Answer(meeting.Woman, meeting.Man, meeting.WomanSaysYes), Answer(meeting.Man, meeting.Woman, meeting.ManSaysYes)];

        Outcome Answer(string from, string to, bool yes) =>
            new()
            {
                FromId = from,
                ToId = to,
                Kind = yes ? OutcomeKind.Accepted : OutcomeKind.Declined,
                Time = time,
            };
    }

    /// <summary>
    /// What somebody said before the evening: every answer as an attribute, and what they like better than middling as an interest besides,
    /// which is how a host would hand it over.
    /// </summary>
    private static Member ReadMember(TableReader row)
    {
        Dictionary<string, AttributeValue> attributes = [];
        foreach (string name in s_categories)
        {
            if (row.OptionalText(name) is { } category)
                attributes.Add(name, category);
        }

        foreach (string name in (IEnumerable<string>)[.. s_numbers, .. s_interests])
        {
            if (row.OptionalNumber(name) is { } number)
                attributes.Add(name, number);
        }

        return new Member
        {
            Id = row.Text("iid"),
            Attributes = attributes,
            Interests =
            [
                .. s_interests
                    .Where(name => attributes.TryGetValue(name, out AttributeValue? liking) && liking.Number > 5)
                    .Select(name => new Interest { Topic = name, Weight = Math.Min(attributes[name].Number, 10) / 10 }),
            ],
        };
    }

    /// <summary>Four minutes of two people, and what each said afterwards.</summary>
    public sealed record Meeting(int Evening, int Order, string Woman, string Man, bool WomanSaysYes, bool ManSaysYes, bool InFirstHalf);
}
