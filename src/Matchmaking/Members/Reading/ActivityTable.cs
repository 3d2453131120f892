namespace Matchmaking;

internal sealed class ActivityTable() : Table<Activity>("activity", new(["id"], ["name", "kind", "time", "text", "parent"]))
{
    protected override Activity ReadRow(TableReader row)
    {
        var activity = new Activity
        {
            Id = row.Text("id"),
            Name = row.OptionalText("name")!,
            Time = row.OptionalTime("time"),
            Text = row.OptionalText("text"),
            Parent = row.OptionalText("parent"),
        };
        // A kind that is not told follows from the time, and must stay unset for that.
        return row.OptionalName<ActivityKind>("kind") is { } kind ? activity with { Kind = kind } : activity;
    }
}
