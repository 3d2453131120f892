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
            Members = DataTable.Read(Path.Combine(folder, "lawyers.csv"), ["id", .. s_categories, .. s_numbers], row => new Member
            {
                Id = row.Text("id"),
                Attributes = s_categories
                    .Select(name => (Name: name, Value: AttributeValue.Of(row.Text(name))))
                    .Concat(s_numbers.Select(name => (Name: name, Value: AttributeValue.Of(row.OptionalNumber(name)!.Value))))
                    .ToDictionary(attribute => attribute.Name, attribute => attribute.Value),
            }),
            Advice =
            [
                .. DataTable
                    .Read(Path.Combine(folder, "arcs.csv"), ["from", "to", "relation"], row =>
                        (From: row.Text("from"), To: row.Text("to"), Relation: row.Text("relation"))
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
