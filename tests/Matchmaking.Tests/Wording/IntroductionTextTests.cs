using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Wording;

/// <summary>
/// Sixty introductions in each language, of an invented community that has something of every part. The files are read as an editor reads
/// them; MATCHMAKING_ACCEPT_WORDS=1 writes them anew, and the difference is read before it is committed.
/// </summary>
public sealed partial class IntroductionTextTests
{
    private const int Introductions = 60;

    // The same in both languages, place by place; as members write them, with their slips and capitals.
    private static readonly string[] s_english =
    [
        "pottery",
        "Gardening",
        "sourdough",
        "climbing",
        "chess",
        "history",
        "hockey",
        "choir singing",
        "Python",
        "accounting",
        "grant writing",
        "public speaking",
        "web accessibility",
        "weightlifting",
        "film photography",
        "Spanish",
        "DIY",
        "yoga",
        "beekeeping",
        "origami",
        "first aid",
        "data visualisation",
        "Tai Chi",
        "JavaScript",
    ];

    private static readonly string[] s_french =
    [
        "poterie",
        "Jardinage",
        "pain au levain",
        "escalade",
        "échecs",
        "histoire",
        "hockey",
        "chant choral",
        "Python",
        "comptabilité",
        "recherche de subventions",
        "prise de parole",
        "accessibilité numérique",
        "haltérophilie",
        "photographie argentique",
        "espagnol",
        "DIY",
        "yoga",
        "apiculture",
        "origami",
        "secourisme",
        "visualisation de données",
        "Tai Chi",
        "JavaScript",
    ];

    private static readonly string[] s_names =
    [
        "Awa Diop",
        "Bruno Keller",
        "Chloé Martin",
        "Hélène Aubry",
        "Hamza Idrissi",
        "Yves Le Goff",
        "Yasmine Haddad",
        "Émile Roux",
        "Inès Garcia",
        "Oscar Lind",
        "Ursula Weber",
        "Zoé Petit",
        "Henri Blanc",
        "Hiroshi Tanaka",
        "Anouk Jansen",
        "Malik Traoré",
        "Nora Byrne",
        "Paul Etxeberria",
        "Eva Novak",
        "Léa Fontaine",
        "Karim Saïdi",
        "Ugo Ricci",
        "Olga Ivanova",
        "Théo Lambert",
    ];

    public static TheoryData<string> Languages => ["en", "fr"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Introductions_read_as_an_editor_left_them(string language)
    {
        string path = Path.Combine(RepositoryRoot.Path, "tests", "Matchmaking.Tests", "Wording", $"introductions.{language}.txt");
        string text = string.Concat(Written(language).Select(Told));
        if (Environment.GetEnvironmentVariable("MATCHMAKING_ACCEPT_WORDS") == "1")
            File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path).Split('\n'), text.Split('\n'));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_reason_is_told_twice_none_is_empty_and_there_are_three_at_most(string language) => Assert.All(Written(language), pair =>
        {
            foreach (IReadOnlyList<Reason> reasons in new[] { pair.ReasonsForFrom, pair.ReasonsForTo })
            {
                Assert.InRange(reasons.Count, 1, 3);
                Assert.Equal(reasons.Count, reasons.Select(reason => reason.Text).Distinct().Count());
                Assert.All(reasons.SelectMany(reason => reason.Topics), topic => Assert.False(string.IsNullOrWhiteSpace(topic)));
                Assert.All(reasons, reason => Assert.Matches(@"\p{L}.*[.!?]$", reason.Text));
                string[] topics = [.. reasons.SelectMany(reason => reason.Topics.Select(topic => $"{reason.Part} {topic}"))];
                Assert.Equal(topics.Length, topics.Distinct().Count());
            }

            Assert.DoesNotMatch(Blanks(), $"{pair.Because} {pair.BecauseForTo} {pair.OpeningLine} {pair.ForBoth}");
        });

    [Fact]
    public void French_has_no_colons_of_forms_and_agrees_with_how_many_there_are() => Assert.All(Written("fr"), pair =>
        {
            string all = $"{pair.Because} {pair.BecauseForTo} {pair.OpeningLine} {pair.ForBoth}";
            Assert.DoesNotContain(":", all, StringComparison.Ordinal);
            Assert.DoesNotContain("aussi bien l’un", all, StringComparison.Ordinal);
            Assert.DoesNotMatch(Unelided(), all);
            foreach (Reason reason in pair.ReasonsForFrom.Concat(pair.ReasonsForTo))
            {
                if (reason.Part == ScorePart.SharedInterests)
                    Assert.EndsWith(
                        reason.Topics.Count == 1 ? "un centre d’intérêt que vous partagez." : "des centres d’intérêt que vous partagez.",
                        reason.Text
                    );
            }
        });

    [Theory]
    [MemberData(nameof(Languages))]
    public void Help_comes_before_a_hobby_and_the_first_line_is_about_the_first_reason(string language) =>
        Assert.All(Written(language), pair =>
        {
            bool[] helps = [.. pair.ReasonsForFrom.Select(reason => IsHelp(reason))];
            Assert.Equal(helps.OrderByDescending(help => help), helps);
            // Of languages and hours there is nothing to begin with.
            Reason strongest = pair.ReasonsForFrom[0];
            if (
                strongest is { Topics: [var first, ..] }
                && strongest.Part != ScorePart.Practicalities
                && pair.Kind != IntroductionKind.Buddy
                // A line in the other language calls the topic by another name.
                && pair.OpeningLine.StartsWith("Bonjour", StringComparison.Ordinal) == (language == "fr")
            )
                Assert.Contains(first, pair.OpeningLine, StringComparison.Ordinal);
        });

    [Fact]
    public void What_everybody_has_is_no_reason()
    {
        string all = string.Concat(Written("en").Concat(Written("fr")).Select(Told));
        Assert.DoesNotContain("general", all, StringComparison.Ordinal);
        Assert.DoesNotContain("speak French", all, StringComparison.Ordinal);
    }

    private static bool IsHelp(Reason reason) =>
        reason.Part == ScorePart.NeedsMet
        || reason.Part == ScorePart.MentorFit
        || reason.Part == ScorePart.Activity && reason.Strength > .1;

    private static string Told(Introduction pair) =>
        $"""
            {pair.From.Name} → {pair.To.Name}, {pair.Kind.ToString().ToLowerInvariant()}
              {pair.From.GivenName ?? pair.From.Name}: {pair.Because}
              {pair.To.GivenName ?? pair.To.Name}: {pair.BecauseForTo}
              “{pair.OpeningLine}”
              {pair.ForBoth}


            """;

    private static List<Introduction> Written(string language)
    {
        IntroductionKind[] kinds = Enum.GetValues<IntroductionKind>();
        List<Introduction> written = [];
        HashSet<string> texts = new(StringComparer.Ordinal);
        foreach (bool familiar in new[] { false, true })
        {
            MatchmakerOptions options = AtNow(new() { Familiar = familiar, FirstWordIsGivenName = true });
            var matchmaker = global::Matchmaking.Matchmaker.Create(Community(language == "en" ? s_english : s_french), options);
            for (int i = 0; i < s_names.Length * kinds.Length; i++)
            {
                SuggestOptions how = new()
                {
                    Kind = kinds[(i + (i / s_names.Length)) % kinds.Length],
                    Count = 1,
                    Culture = CultureInfo.GetCultureInfo(language),
                };
                if (familiar == (i % 3 == 2))
                    written.AddRange(matchmaker.Suggest($"m{i % s_names.Length}", how).Where(pair => texts.Add(Told(pair))));
            }
        }

        Introduction[] alone = OneThingAlone(language);
        int others = Introductions - alone.Length;
        Assert.True(written.Count >= others, $"only {written.Count}");
        return [.. Enumerable.Range(0, others).Select(i => written[i * written.Count / others]), .. alone];
    }

    /// <summary>Pairs of whom one thing alone can be said, each another: all that is rarely the strongest.</summary>
    private static Introduction[] OneThingAlone(string language)
    {
        Member[] members = [.. Enumerable.Range(0, 60).Select(i => new Member { Id = $"x{i}", Name = s_names[i % s_names.Length] })];
        void Both(int pair, Func<Member, Member> told) =>
            (members[2 * pair], members[(2 * pair) + 1]) = (told(members[2 * pair]), told(members[(2 * pair) + 1]));
        Both(0, member => member with { Location = new() { Latitude = 48.85, Longitude = 2.35 } });
        Both(1, member => member with { Location = new() { Latitude = member.Id == "x2" ? 45.7 : 45.9, Longitude = 4.8 } });
        Both(2, member => member with { Availability = Evenings, TimeZone = "Europe/Paris" });
        Both(3, member => member with { TimeZone = member.Id == "x6" ? "Europe/Paris" : "America/New_York" });
        Both(4, member => member with { Bio = "I restore wooden boats and old engines in my workshop" });
        Both(5, member => member with { Languages = ["eu", "oc"] });
        Activity[] activities =
        [
            new()
            {
                Id = "past",
                Name = "Spring walk",
                Time = Now.AddDays(-40),
            },
            new()
            {
                Id = "coming",
                Name = "Midsummer picnic",
                Time = Now.AddDays(6),
            },
            new() { Id = "club", Name = "Film club" },
            new() { Id = "repair", Name = "Repair café" },
            new()
            {
                Id = "july",
                Name = "Repair café, July",
                Parent = "repair",
                Time = Now.AddDays(20),
            },
        ];
        Participation[] participations =
        [
            .. activities[..4]
                .SelectMany((activity, i) => new[] { 12 + (2 * i), 13 + (2 * i) }.Select(member => Joined(member, activity.Id))),
            Joined(20, "club"),
            Joined(20, "club"),
            Joined(20, "club"),
        ];
        Interaction[] met = [Met("x40", "x22"), Met("x22", "x40"), Met("x40", "x23"), Met("x23", "x40")];
        (int Pair, IntroductionKind Kind)[] asked =
        [
            .. Enumerable.Range(0, 12).Select(pair => (pair, IntroductionKind.Any)),
            (14, IntroductionKind.Any),
            (15, IntroductionKind.Bridge),
            (16, IntroductionKind.Buddy),
        ];
        var matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community(members, activities, participations, met),
            AtNow(new() { FirstWordIsGivenName = true, Familiar = true })
        );
        return
        [
            .. asked.Select(pair =>
                matchmaker
                    .Explain(
                        $"x{2 * pair.Pair}",
                        $"x{(2 * pair.Pair) + 1}",
                        new() { Kind = pair.Kind, Culture = CultureInfo.GetCultureInfo(language) }
                    )
                    .Introduction
            ),
        ];

        static Participation Joined(int member, string activity) =>
            new()
            {
                MemberId = $"x{member}",
                ActivityId = activity,
                Time = Now.AddDays(-2),
            };
    }

    private static Availability Evenings { get; } =
        new()
        {
            Windows =
            [
                new()
                {
                    Day = DayOfWeek.Monday,
                    From = new(17, 0),
                    To = new(19, 30),
                },
            ],
        };

    private static Community Community(string[] topics)
    {
        string[] bios =
        [
            "restore wooden boats and old engines in my workshop",
            "wooden boats, engines, and the sea",
            "teach children to read music",
            "write software for hospitals",
        ];
        Member[] members = [.. s_names.Select(Somebody)];
        Activity[] activities =
        [
            new()
            {
                Id = "general",
                Name = "#general",
                Kind = ActivityKind.Channel,
            },
            new()
            {
                Id = "repair",
                Name = "Repair café",
                Kind = ActivityKind.Group,
            },
            new()
            {
                Id = "repair-july",
                Name = "Repair café, July",
                Parent = "repair",
                Time = Now.AddDays(20),
            },
            new()
            {
                Id = "film",
                Name = "Film club",
                Kind = ActivityKind.Group,
            },
            new()
            {
                Id = "walk",
                Name = "Spring walk",
                Time = Now.AddDays(-40),
            },
            new()
            {
                Id = "picnic",
                Name = "Midsummer picnic",
                Time = Now.AddDays(6),
            },
        ];
        List<Participation> participations = [];
        List<Interaction> interactions = [];
        for (int i = 0; i < members.Length; i++)
        {
            Join(i, "general", i % 20);
            if (i % 4 == 1)
                Join(i, "repair", 3);
            if (i % 6 == 2)
                Join(i, "film", 9);
            if (i % 7 == 3)
                Join(i, "walk", 40);
            if (i % 8 == 5)
                Join(i, "picnic", 1);
            // Some know somebody whom others know, too.
            if (i % 5 == 0 && i > 0)
                interactions.AddRange([Met("m4", $"m{i}", 10), Met($"m{i}", "m4", 9)]);
        }

        return new Community(members, activities, participations, interactions);

        void Join(int member, string activity, int daysAgo) =>
            participations.Add(
                new()
                {
                    MemberId = $"m{member}",
                    ActivityId = activity,
                    Time = Now.AddDays(-daysAgo),
                }
            );

        Member Somebody(string name, int i) =>
            new()
            {
                Id = $"m{i}",
                Name = name,
                Interests = [.. Some(i, 5, 3, 0).Select(topic => new Interest { Topic = Slip(topics[topic], i) })],
                Offers = [.. i % 3 == 0 ? [] : Some(i, 7, 2, 3).Select(topic => new Offer { Topic = topics[topic], Level = 1 + (i % 5) })],
                Needs = [.. i % 4 == 0 ? [] : Some(i, 11, 2, 8).Select(topic => new Need { Topic = topics[topic], Level = 2 })],
                Mentoring =
                    i % 6 == 4 ? new() { Role = MentoringRole.Mentor, Capacity = 2 }
                    : i % 6 is 1 or 5 ? new() { Role = MentoringRole.Mentee, Topics = [topics[(i * 5) % topics.Length]] }
                    : null,
                Bio = i % 3 == 1 ? bios[i % bios.Length] : null,
                Languages =
                    i % 5 == 0 ? ["fr", "wo"]
                    : i % 7 == 1 ? ["fr", "en", "eu"]
                    : ["fr", "en"],
                Joined = i % 6 == 5 ? Now.AddDays(-12) : Now.AddDays(-400 - i),
                Location =
                    i % 4 == 0 ? new() { Latitude = 48.85 + (i * .002), Longitude = 2.35 }
                    : i % 4 == 2 ? new() { Latitude = 43.3 + (i * .02), Longitude = -1.5 }
                    : new() { Latitude = 50 + i, Longitude = i },
                TimeZone = "Europe/Paris",
                Availability =
                    i % 2 == 0
                        ? new()
                        {
                            Windows =
                            [
                                new()
                                {
                                    Day = (DayOfWeek)(i % 3),
                                    From = new(17, 0),
                                    To = new(19, 30),
                                },
                            ],
                        }
                        : null,
            };

        IEnumerable<int> Some(int i, int step, int count, int shift) =>
            Enumerable.Range(0, count).Select(k => ((i * step) + (k * k * 7) + shift) % topics.Length).Distinct();

        // Every fifth writes as telephones do.
        static string Slip(string topic, int i) =>
            i % 5 == 3 ? char.ToUpperInvariant(topic[0]) + topic[1..]
            : i % 2 == 1 && topic[0] is 'G' or 'J' && topic != "JavaScript" ? char.ToLowerInvariant(topic[0]) + topic[1..]
            : topic;
    }

    [GeneratedRegex(@"  |, ,| \.|\{|\}")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\b([dD]e|[lL]e|[qQ]ue) (?=[aeéèêiîoôuy](?![aeiou]))(?!on|un|yo|y )", RegexOptions.None)]
    private static partial Regex Unelided();
}
