namespace Matchmaking.Members;

/// <summary>An outcome as JSON has it: under the names of the table's columns, everything may be missing.</summary>
internal sealed class OutcomeRow
{
    public string? From { get; set; }

    public string? To { get; set; }

    public OutcomeKind? Kind { get; set; }

    public DateTimeOffset? Time { get; set; }

    public double? Rating { get; set; }

    public string? SuggestionId { get; set; }

    public int? Rank { get; set; }

    public double? Score { get; set; }

    public string? Policy { get; set; }

    public double? Propensity { get; set; }

    /// <exception cref="ArgumentException">A value is missing or outside its range.</exception>
    public Outcome ToOutcome() =>
        new()
        {
            FromId = From ?? throw MemberRow.Missing("from"),
            ToId = To ?? throw MemberRow.Missing("to"),
            Kind = Kind ?? throw MemberRow.Missing("kind"),
            Time = Time,
            Rating = Rating,
            SuggestionId = SuggestionId,
            Rank = Rank,
            Score = Score,
            Policy = Policy,
            Propensity = Propensity,
        };

    public static OutcomeRow Of(Outcome row) =>
        new()
        {
            From = row.FromId,
            To = row.ToId,
            Kind = row.Kind,
            Time = row.Time,
            Rating = row.Rating,
            SuggestionId = row.SuggestionId,
            Rank = row.Rank,
            Score = row.Score,
            Policy = row.Policy,
            Propensity = row.Propensity,
        };
}
