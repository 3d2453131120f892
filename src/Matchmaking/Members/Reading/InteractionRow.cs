namespace Matchmaking.Members;

/// <summary>An interaction as JSON has it: under the names of the table's columns, everything may be missing.</summary>
internal sealed class InteractionRow
{
    public string? From { get; set; }

    public string? To { get; set; }

    public string? Kind { get; set; }

    public DateTimeOffset? Time { get; set; }

    public double? Weight { get; set; }

    /// <exception cref="ArgumentException">A value is missing or outside its range.</exception>
    public Interaction ToInteraction() =>
        new()
        {
            FromId = From ?? throw MemberRow.Missing("from"),
            ToId = To ?? throw MemberRow.Missing("to"),
            Kind = Kind ?? Interaction.DefaultKind,
            Time = Time,
            Weight = Weight ?? Interaction.DefaultWeight,
        };

    public static InteractionRow Of(Interaction row) =>
        new()
        {
            From = row.FromId,
            To = row.ToId,
            Kind = row.Kind,
            Time = row.Time,
            Weight = row.Weight,
        };
}
