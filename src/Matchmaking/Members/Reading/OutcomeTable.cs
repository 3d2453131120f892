namespace Matchmaking.Members;

internal sealed class OutcomeTable()
    : Table<Outcome>("member", new(["from", "to", "kind"], ["time", "rating", "suggestionId", "rank", "score", "policy", "propensity"]))
{
    protected override Outcome ReadRow(TableReader row) =>
        new()
        {
            FromId = row.Text("from"),
            ToId = row.Text("to"),
            Kind = row.OptionalName<OutcomeKind>("kind") ?? throw new FormatException("kind must be given"),
            Time = row.OptionalTime("time"),
            Rating = row.OptionalNumber("rating"),
            SuggestionId = row.OptionalText("suggestionId"),
            Rank = row.OptionalWhole("rank"),
            Score = row.OptionalNumber("score"),
            Policy = row.OptionalText("policy"),
            Propensity = row.OptionalNumber("propensity"),
        };
}
