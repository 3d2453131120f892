namespace Matchmaking;

internal sealed class ParticipationTable() : Table<Participation>("member", new(["member", "activity"], ["time"]))
{
    protected override Participation ReadRow(TableReader row) =>
        new()
        {
            Member = row.Text("member"),
            Activity = row.Text("activity"),
            Time = row.OptionalTime("time"),
        };
}
