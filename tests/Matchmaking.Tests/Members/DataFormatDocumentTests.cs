using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Matchmaking.Tests;

/// <summary>The documents about the files say what the code does.</summary>
public partial class DataFormatDocumentTests
{
    private static readonly string s_docs = Path.Combine(Root(), "docs");
    private static readonly string s_format = File.ReadAllText(Path.Combine(s_docs, "data-format.md"));
    private static readonly JsonNode s_schema = JsonNode.Parse(File.ReadAllText(Path.Combine(s_docs, "members.schema.json")))!;

    public static TheoryData<string, Type> Objects =>
        new()
        {
            { "$", typeof(Member) },
            { "location", typeof(Location) },
            { "interests", typeof(Interest) },
            { "offers", typeof(Offer) },
            { "needs", typeof(Need) },
            { "mentoring", typeof(MentoringPreferences) },
            { "availability", typeof(Availability) },
            { "windows", typeof(WeeklyWindow) },
        };

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_schema_has_every_property_and_no_other(string path, Type type)
    {
        JsonNode schema = Object(path);
        Assert.Equal(
            Told(type).Select(JsonNamingPolicy.CamelCase.ConvertName).Order(StringComparer.Ordinal),
            schema["properties"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal)
        );
        Assert.False((bool)schema["additionalProperties"]!);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_schema_requires_what_the_types_require(string path, Type type)
    {
        IEnumerable<string> required = type.GetProperties()
            .Where(p => p.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false))
            .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));
        Assert.Equal(
            required.Order(StringComparer.Ordinal),
            (Object(path)["required"]?.AsArray() ?? []).Select(n => (string)n!).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void What_is_read_has_every_property_of_what_is_built()
    {
        (Type, Type)[] pairs =
        [
            (typeof(Member), typeof(MemberRow)),
            (typeof(Location), typeof(LocationRow)),
            (typeof(MentoringPreferences), typeof(MentoringRow)),
            (typeof(Availability), typeof(AvailabilityRow)),
            (typeof(WeeklyWindow), typeof(WindowRow)),
            (typeof(Activity), typeof(ActivityRow)),
            (typeof(Participation), typeof(ParticipationRow)),
            (typeof(Interaction), typeof(InteractionRow)),
            (typeof(Outcome), typeof(OutcomeRow)),
        ];
        foreach ((Type built, Type read) in pairs)
            Assert.Equal(Told(built), Told(read));
    }

    [Fact]
    public void The_schema_has_the_defaults_of_the_types()
    {
        Assert.Equal(new Interest { Topic = "a" }.Weight, (double)Object("interests")["properties"]!["weight"]!["default"]!);
        Assert.Equal(new Offer { Topic = "a" }.Level, (int)Object("offers")["properties"]!["level"]!["default"]!);
        Assert.Equal(new Need { Topic = "a" }.Level, (int)Object("needs")["properties"]!["level"]!["default"]!);
        Assert.Equal(new Need { Topic = "a" }.Importance, (double)Object("needs")["properties"]!["importance"]!["default"]!);
        Assert.Equal(
            new MentoringPreferences { Role = MentoringRole.Mentor }.Capacity,
            (int)Object("mentoring")["properties"]!["capacity"]!["default"]!
        );
    }

    [Fact]
    public void The_schemas_names_are_those_that_are_read()
    {
        foreach (JsonNode? name in Object("mentoring")["properties"]!["role"]!["enum"]!.AsArray())
            Assert.True(Names<MentoringRole>.TryParse((string)name!, out _));
        foreach (JsonNode? name in Object("windows")["properties"]!["day"]!["enum"]!.AsArray())
            Assert.True(Names<DayOfWeek>.TryParse((string)name!, out _));
        string[] hidden = [.. s_schema["properties"]!["hidden"]!["items"]!["anyOf"]![0]!["enum"]!.AsArray().Select(n => (string)n!)];
        Assert.Equal(hidden, new Member { Id = "a", Hidden = hidden }.Hidden);
        string refusal = Assert.Throws<ArgumentException>(() => new Member { Id = "a", Hidden = ["x"] }).Message;
        Assert.Contains($"known are {string.Join(", ", hidden)} and attributes.<name>", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schemas_patterns_agree_with_the_code()
    {
        Regex identifier = Pattern("identifier"),
            text = Pattern("text"),
            time = Pattern("time"),
            timeOfDay = Pattern("timeOfDay");
        foreach (string value in (string[])["a", " a b ", "é", "", " ", "\t", "a\tb", "a\nb", "a\0", "\u0085", "a\u009f"])
            Assert.Equal(identifier.IsMatch(value), Reads($$"""{"id":{{JsonSerializer.Serialize(value)}}}"""));
        foreach (string value in (string[])["", "a\nb", "a\0b"])
            Assert.Equal(text.IsMatch(value), Reads($$"""{"id":"a","bio":{{JsonSerializer.Serialize(value)}}}"""));
        foreach (
            string value in (string[])
                [
                    "2026-03-01",
                    "2026-03-01T18:00",
                    "2026-03-01 18:00:00.5+0100",
                    "2026-03-01T18:00:00+01",
                    "2026-03-01T18:00Z",
                    "2026-3-1",
                    "2026",
                    "2026-03-01T18",
                    "2026-03-01t18:00",
                    "x",
                ]
        )
            Assert.Equal(time.IsMatch(value), Reads($$"""{"id":"a","joined":"{{value}}"}"""));
        foreach (string value in (string[])["18:00", "18:00:30", "07:05:01.25", "7:05", "24:00", "18", "18:60", ""])
            Assert.Equal(
                timeOfDay.IsMatch(value),
                Reads($$"""{"id":"a","availability":{"windows":[{"day":"monday","from":"{{value}}","to":"00:00"}]} }""")
            );
    }

    [Fact]
    public void The_documents_examples_make_a_community()
    {
        using var folder = new CommunityFolder();
        folder.With("members.jsonl", Blocks("jsonl").First());
        foreach (string table in Blocks("csv"))
        {
            string file = table.Split('\n')[0] switch
            {
                ['i', 'd', ..] => "activities.csv",
                ['m', ..] => "participations.csv",
                var header when header.Contains("rating", StringComparison.Ordinal) => "outcomes.csv",
                _ => "interactions.csv",
            };
            folder.With(file, table);
        }

        folder.With("rounds.jsonl", Blocks("jsonl").Last());
        Assert.NotEmpty(RoundHistory.Load(Path.Combine(folder.Path, "rounds.jsonl")).Rounds);

        Community community = folder.Load();
        Assert.Equal(
            (2, 2, 2, 1, 2),
            (
                community.Members.Count,
                community.Activities.Count,
                community.Participations.Count,
                community.Interactions.Count,
                community.Outcomes.Count
            )
        );
    }

    [Fact]
    public void The_documents_full_member_is_valid_and_has_every_property()
    {
        string json = Blocks("json").Single();
        Assert.True(MemberParser.TryParse(Encoding.UTF8.GetBytes(json), out _, out RowFault? fault), fault?.Message);
        Assert.Equal(s_schema["properties"]!.AsObject().Select(p => p.Key), JsonNode.Parse(json)!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public void The_document_names_every_property_and_column()
    {
        foreach (Type type in (Type[])[typeof(Member), typeof(Activity), typeof(Participation), typeof(Interaction), typeof(Outcome)])
        {
            foreach (string name in Told(type).Select(JsonNamingPolicy.CamelCase.ConvertName))
                Assert.Contains($"| `{name}` |", s_format, StringComparison.Ordinal);
        }
    }

    // What follows from other properties is told by nobody.
    private static IEnumerable<string> Told(Type type) => type.GetProperties().Where(p => p.CanWrite).Select(p => InFiles(p.Name));

    /// <summary>Files name a member or an activity where code says that it is their id.</summary>
    private static string InFiles(string property) =>
        property switch
        {
            nameof(Outcome.FromId) => "From",
            nameof(Outcome.ToId) => "To",
            nameof(Participation.MemberId) => "Member",
            nameof(Participation.ActivityId) => "Activity",
            _ => property,
        };

    private static JsonNode Object(string path)
    {
        JsonNode properties = s_schema["properties"]!;
        return path switch
        {
            "$" => s_schema,
            "interests" or "offers" or "needs" => properties[path]!["items"]!["anyOf"]![1]!,
            "windows" => properties["availability"]!["properties"]!["windows"]!["items"]!,
            _ => properties[path]!,
        };
    }

    private static bool Reads(string json) => MemberParser.TryParse(Encoding.UTF8.GetBytes(json), out _, out _);

    // \z instead of $: a schema's $ does not match before a last line break.
    private static Regex Pattern(string definition) =>
        new(
            ((string)s_schema["$defs"]![definition]!["pattern"]!).TrimEnd('$') + @"\z",
            RegexOptions.ECMAScript | RegexOptions.CultureInvariant
        );

    private static IEnumerable<string> Blocks(string language) =>
        CodeBlock().Matches(s_format).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value);

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Matchmaking.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder;
    }

    [GeneratedRegex("^```(\\w+)\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
