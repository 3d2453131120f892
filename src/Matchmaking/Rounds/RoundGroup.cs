namespace Matchmaking;

/// <summary>Three or more who meet.</summary>
public sealed class RoundGroup
{
    /// <summary>The members, in the community's order.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    /// <summary>What each of <see cref="Members"/> gains, in [0, 1]: the mean of the gains from meeting each of the others.</summary>
    public required IReadOnlyList<double> Benefits { get; init; }

    /// <summary>The mean of the <see cref="Benefits"/>.</summary>
    public double MeanBenefit => Benefits.Average();

    /// <summary>The least of the <see cref="Benefits"/>.</summary>
    public double WorstBenefit => Benefits.Min();

    /// <summary>The primary languages that all speak who tell any ("fr", "en"); empty where nobody tells or there is none.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>How many hours of the coming week all have in common who tell their hours; null where fewer than two tell.</summary>
    public required double? CommonHours { get; init; }

    /// <summary>What the group has in common, strongest first; nothing that a member hides.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>The <see cref="Reasons"/> in one line.</summary>
    public string Because => Reason.InOneLine(Reasons);
}
