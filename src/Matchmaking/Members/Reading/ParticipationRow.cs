namespace Matchmaking.Members;

/// <summary>A participation as JSON has it: under the names of the table's columns, everything may be missing.</summary>
internal sealed class ParticipationRow
{
    public string? Member { get; set; }

    public string? Activity { get; set; }

    public DateTimeOffset? Time { get; set; }

    /// <exception cref="ArgumentException">A value is missing or outside its range.</exception>
    public Participation ToParticipation() =>
        new()
        {
            MemberId = Member ?? throw MemberRow.Missing("member"),
            ActivityId = Activity ?? throw MemberRow.Missing("activity"),
            Time = Time,
        };

    public static ParticipationRow Of(Participation row) =>
        new()
        {
            Member = row.MemberId,
            Activity = row.ActivityId,
            Time = row.Time,
        };
}
