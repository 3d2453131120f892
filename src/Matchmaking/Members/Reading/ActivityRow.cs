namespace Matchmaking.Members;

/// <summary>An activity as JSON has it: under the names of the table's columns, everything may be missing.</summary>
internal sealed class ActivityRow
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public ActivityKind? Kind { get; set; }

    public DateTimeOffset? Time { get; set; }

    public string? Text { get; set; }

    public string? Parent { get; set; }

    public LocationRow? Location { get; set; }

    public List<string>? Languages { get; set; }

    public DateTimeOffset? Ended { get; set; }

    public int? Capacity { get; set; }

    public int? Difficulty { get; set; }

    /// <exception cref="ArgumentException">A value is missing or outside its range.</exception>
    public Activity ToActivity()
    {
        var activity = new Activity
        {
            Id = Id ?? throw MemberRow.Missing("id"),
            Name = Name!,
            Time = Time,
            Text = Text,
            Parent = Parent,
            Location = Location?.ToLocation(),
            Languages = Languages ?? [],
            Ended = Ended,
            Capacity = Capacity,
            Difficulty = Difficulty,
        };
        // A kind that is not told follows from the time, and must stay unset for that.
        return Kind is { } kind ? activity with { Kind = kind } : activity;
    }

    public static ActivityRow Of(Activity activity) =>
        new()
        {
            Id = activity.Id,
            Name = activity.Name == activity.Id ? null : activity.Name,
            Kind = activity.Kind,
            Time = activity.Time,
            Text = activity.Text,
            Parent = activity.Parent,
            Location = activity.Location is { } location ? LocationRow.Of(location) : null,
            Languages = MemberRow.ListOrNull(activity.Languages),
            Ended = activity.Ended,
            Capacity = activity.Capacity,
            Difficulty = activity.Difficulty,
        };
}
