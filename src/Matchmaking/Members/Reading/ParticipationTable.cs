namespace Matchmaking.Members;

internal sealed class ParticipationTable() : Table<Participation>("member", new(["member", "activity"], ["time"]))
{
    protected override Participation ReadRow(TableReader row) =>
        new()
        {
            MemberId = row.Text("member"),
            ActivityId = row.Text("activity"),
            Time = row.OptionalTime("time"),
        };
}
