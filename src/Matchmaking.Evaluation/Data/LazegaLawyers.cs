namespace Matchmaking.Evaluation;

/// <summary>71 lawyers of one firm, and who asks whom for advice (Lazega 2001).</summary>
internal sealed class LazegaLawyers
{
    public const string Name = "lazega-lawyers";

    private static readonly string[] s_categories = ["status", "gender", "office", "practice", "law_school"];
    private static readonly string[] s_numbers = ["seniority", "age"];

    public required IReadOnlyList<Member> Members { get; init; }

    public required IReadOnlyList<(string From, string To)> Advice { get; init; }

    public static LazegaLawyers Load(string folder) =>
        new()
        {
            Members = CsvTable.Read(Path.Combine(folder, "lawyers.csv"), row => new Member
            {
                Id = row.GetString("id"),
                Attributes = s_categories
                    .Select(name => (Name: name, Value: AttributeValue.Of(row.GetString(name))))
                    .Concat(s_numbers.Select(name => (Name: name, Value: AttributeValue.Of(row.Parse<double>(name)))))
                    .ToDictionary(attribute => attribute.Name, attribute => attribute.Value),
            }),
            Advice =
            [
                .. CsvTable
                    .Read(Path.Combine(folder, "arcs.csv"), row =>
                        (From: row.GetString("from"), To: row.GetString("to"), Relation: row.GetString("relation"))
                    )
                    .Where(arc => arc.Relation == "advice")
                    .Select(arc => (arc.From, arc.To)),
            ],
        };

    /// <summary>The firm with the given arcs alone; the survey was one moment.</summary>
    public Community With(IEnumerable<(string From, string To)> arcs) =>
        new(
            Members,
            outcomes:
            [
                .. arcs.Select(arc => new Outcome
                {
                    FromId = arc.From,
                    ToId = arc.To,
                    Kind = OutcomeKind.Accepted,
                    Time = s_survey,
                }),
            ]
        );

    public static DateTimeOffset Now => s_survey.AddDays(1);

    private static readonly DateTimeOffset s_survey = new(1991, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
