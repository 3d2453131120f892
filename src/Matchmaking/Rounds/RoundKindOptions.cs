namespace Matchmaking;

/// <summary>What a round of pairs needs beside <see cref="RoundOptions"/>.</summary>
public sealed record PairRoundOptions
{
    /// <summary>What the round seeks first: many pairs or good ones. Default: many.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no objective.</exception>
    public PairObjective Objective
    {
        get;
        init => field = Guard.Defined(value);
    } = PairObjective.MostPairs;
}

/// <summary>What a round of pairs seeks first.</summary>
public enum PairObjective
{
    /// <summary>
    /// As many pairs as the rules allow, and of those rounds the one with the greatest weight, as <see cref="HighestScore"/> has it.
    /// </summary>
    MostPairs,

    /// <summary>
    /// The greatest weight, even where a further pair would be possible at the cost of better ones. A pair weighs −ln(1 − s), s being its
    /// score (at most 0.999): read as chances, scores make 1 − Π(1 − s) the chance that some pair of the round comes to meet, and the
    /// heaviest round has the greatest. Scores near 0 count as they are; an excellent pair counts for more than two middling ones.
    /// </summary>
    HighestScore,
}

/// <summary>How a round assigns mentees to mentors.</summary>
public sealed record MentorRoundOptions
{
    /// <summary>By what the assignment is judged. Default: total fit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no method.</exception>
    public MentorMethod Method
    {
        get;
        init => field = Guard.Defined(value);
    } = MentorMethod.TotalFit;

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
    /// Whether every mentor should get a mentee before any gets a second: a soft target, which takes no mentee's place away. With
    /// <see cref="MentorMethod.TotalFit"/> it comes right after the number of mentees served; a stable assignment leaves no choice between
    /// mentors, so that it has no say there. Default false.
    /// </summary>
    public bool EveryMentor { get; init; }
}

/// <summary>By what an assignment of mentees to mentors is judged.</summary>
public enum MentorMethod
{
    /// <summary>
    /// As many mentees served as possible, and of those assignments the one with the greatest sum of scores (minimum-cost flow).
    /// </summary>
    TotalFit,

    /// <summary>
    /// No mentee and mentor would both rather have each other than what they got (deferred acceptance with the mentees proposing; Gale and
    /// Shapley 1962). Each side ranks the other by what it gains; equal gains are ties.
    /// </summary>
    Stable,
}
