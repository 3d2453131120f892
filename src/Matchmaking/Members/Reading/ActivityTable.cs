namespace Matchmaking.Members;

internal sealed class ActivityTable()
    : Table<Activity>(
        "activity",
        new(
            ["id"],
            ["name", "kind", "time", "text", "parent", "latitude", "longitude", "place", "languages", "ended", "capacity", "difficulty"]
        )
    )
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
            Location = ReadLocation(row),
            Languages = row.OptionalText("languages")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
            Ended = row.OptionalTime("ended"),
            Capacity = row.OptionalWhole("capacity"),
            Difficulty = row.OptionalWhole("difficulty"),
        };
        // A kind that is not told follows from the time, and must stay unset for that.
        return row.OptionalName<ActivityKind>("kind") is { } kind ? activity with { Kind = kind } : activity;
    }

    private static Location? ReadLocation(TableReader row)
    {
        (double? latitude, double? longitude, string? place) = (
            row.OptionalNumber("latitude"),
            row.OptionalNumber("longitude"),
            row.OptionalText("place")
        );
        if (latitude is null && longitude is null && place is null)
            return null;
        return new Location
        {
            Latitude = latitude ?? throw new FormatException("latitude must be given with longitude or place"),
            Longitude = longitude ?? throw new FormatException("longitude must be given with latitude or place"),
            Place = place,
        };
    }
}
