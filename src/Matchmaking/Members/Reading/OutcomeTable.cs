namespace Matchmaking;

internal sealed class OutcomeTable() : Table<Outcome>("member", new(["from", "to", "kind", "time"], ["rating"]))
{
    protected override Outcome ReadRow(TableReader row) =>
        new()
        {
            From = row.Text("from"),
            To = row.Text("to"),
            Kind = row.OptionalName<OutcomeKind>("kind") ?? throw new FormatException("kind must be given"),
            Time = row.Time("time"),
            Rating = row.OptionalNumber("rating"),
        };
}
