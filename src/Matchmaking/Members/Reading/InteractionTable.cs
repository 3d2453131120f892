namespace Matchmaking.Members;

internal sealed class InteractionTable() : Table<Interaction>("member", new(["from", "to"], ["time", "kind", "weight"]))
{
    protected override Interaction ReadRow(TableReader row) =>
        new()
        {
            FromId = row.Text("from"),
            ToId = row.Text("to"),
            Kind = row.OptionalText("kind") ?? Interaction.DefaultKind,
            Time = row.OptionalTime("time"),
            Weight = row.OptionalNumber("weight") ?? Interaction.DefaultWeight,
        };
}
