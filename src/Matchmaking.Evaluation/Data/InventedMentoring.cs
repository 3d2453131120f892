namespace Matchmaking.Evaluation;

/// <summary>
/// Mentees and mentors who were never anybody: what decides whether a mentee accepts a mentor is known. Each side tells what it tells under
/// names of its own, and of the mentors some are liked the better by all. It shows what can be learned, not how well real people are
/// foreseen.
/// </summary>
internal sealed class InventedMentoring
{
    private const int MenteeCount = 300,
        MentorCount = 150;

    private static readonly string[] s_fields = ["law", "finance", "software", "design", "health", "education", "media", "science"];

    private static readonly string[] s_skills =
    [
        "python",
        "negotiation",
        "marketing",
        "writing",
        "statistics",
        "leadership",
        "fundraising",
        "public speaking",
        "data analysis",
        "cooking",
        "sales",
        "research",
        "robotics",
        "accounting",
        "usability",
        "editing",
        "policy",
        "coaching",
        "strategy",
        "hiring",
    ];

    private readonly Dictionary<string, double> _liked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Member> _byId;

    public InventedMentoring(int seed)
    {
        var random = new Random(seed);
        Mentees =
        [
            .. Enumerable
                .Range(0, MenteeCount)
                .Select(i =>
                    Told(
                        $"mentee{i}",
                        ("mentee_age", random.Next(18, 40)),
                        ("wanted_field", Field()),
                        ("goals", Skills(3)),
                        ("level", random.Next(1, 6))
                    )
                ),
        ];
        Mentors =
        [
            .. Enumerable
                .Range(0, MentorCount)
                .Select(i =>
                    Told(
                        $"mentor{i}",
                        ("mentor_age", random.Next(25, 65)),
                        ("works_in", Field()),
                        ("skills", Skills(5)),
                        ("seniority", random.Next(1, 6))
                    )
                ),
        ];
        _byId = Mentees.Concat(Mentors).ToDictionary(member => member.Id, StringComparer.Ordinal);
        foreach (Member mentor in Mentors)
            _liked.Add(mentor.Id, .5 * Normal(random));

        string Field() => s_fields[random.Next(s_fields.Length)];
        AttributeValue Skills(int count)
        {
            string[] all = [.. s_skills];
            random.Shuffle(all);
            return AttributeValue.Of(all[..count]);
        }
    }

    public IReadOnlyList<Member> Mentees { get; }

    public IReadOnlyList<Member> Mentors { get; }

    /// <summary>
    /// The probability that a mentee accepts a mentor: the field wanted, goals among skills, a dozen years between them, seniority, and how
    /// the mentor is liked by all.
    /// </summary>
    public double Accepts(string menteeId, string mentorId)
    {
        (IReadOnlyDictionary<string, AttributeValue> mentee, IReadOnlyDictionary<string, AttributeValue> mentor) = (
            _byId[menteeId].Attributes,
            _byId[mentorId].Attributes
        );
        double field = mentee["wanted_field"].Equals(mentor["works_in"]) ? 1.5 : 0;
        double goals = 2.5 * mentee["goals"].Categories.Intersect(mentor["skills"].Categories).Count() / 3;
        double years = -.04 * Math.Abs(mentor["mentor_age"].Number - mentee["mentee_age"].Number - 12);
        return 1 / (1 + Math.Exp(1.2 - field - goals - years - (.2 * (mentor["seniority"].Number - 3)) - _liked[mentorId]));
    }

    private static Member Told(string id, params (string Name, AttributeValue Value)[] told) =>
        new() { Id = id, Attributes = told.ToDictionary(attribute => attribute.Name, attribute => attribute.Value) };

    /// <summary>Box and Muller (1958).</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
