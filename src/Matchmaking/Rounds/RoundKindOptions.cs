namespace Matchmaking;

/// <summary>What a round of pairs needs beside <see cref="RoundOptions"/>.</summary>
public sealed record PairRoundOptions
{
    /// <summary>
    /// Whether good pairs come before many: the round has the greatest weight, even where a further pair would be possible at the cost of
    /// better ones. Else it has as many pairs as the rules allow, and of those rounds the greatest weight. Default false.
    /// </summary>
    /// <remarks>
    /// A pair weighs −ln(1 − s), s being its score (at most 0.999): read as chances, scores make 1 − Π(1 − s) the chance that some pair of
    /// the round comes to meet, and the heaviest round has the greatest. Scores near 0 count as they are; an excellent pair counts for more
    /// than two middling ones.
    /// </remarks>
    public bool QualityFirst { get; init; }
}

/// <summary>How a round assigns mentees to mentors.</summary>
public sealed record MentorRoundOptions
{
    /// <summary>
    /// Whether no mentee and mentor would both rather have each other than what they got (deferred acceptance with the mentees proposing;
    /// Gale and Shapley 1962). Each side ranks the other by what it gains; equal gains are ties. Else as many mentees are served as
    /// possible, and of those assignments it is the one with the greatest sum of scores (minimum-cost flow). Default false.
    /// </summary>
    public bool Stable { get; init; }

    /// <summary>How many mentors a mentee gets at the most, 1..10. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1..10.</exception>
    public int MentorsPerMentee
    {
        get;
        init => field = Guard.InRange(value, 1, 10);
    } = 1;

    /// <summary>
    /// Whether mentees who have as many mentors already (<see cref="MatchmakerOptions.MentoringPeriod"/>) are planned again. Default false:
    /// those they have count.
    /// </summary>
    public bool IncludeMentored { get; init; }

    /// <summary>
    /// Whether every mentor should get a mentee before any gets a second: a soft target, which takes no mentee's place away. It
    /// comes right after the number of mentees served; a stable assignment (<see cref="Stable"/>) leaves no choice between mentors, so that
    /// it has no say there. Default false.
    /// </summary>
    public bool EveryMentor { get; init; }
}
