namespace Matchmaking;

/// <summary>How good a round is, and how fair.</summary>
public sealed record RoundFigures
{
    /// <summary>
    /// How many could be served: those who take part, are not paused and want more introductions; of mentors, the mentees; of buddies, the
    /// newcomers.
    /// </summary>
    public required int Participants { get; init; }

    /// <summary>How many of them are served.</summary>
    public required int Served { get; init; }

    /// <summary>The share of the participants who are served, in [0, 1]; 1 where there are none.</summary>
    public double ServedShare => Participants == 0 ? 1 : (double)Served / Participants;

    /// <summary>
    /// The mean over the pairs of their scores; of groups, the mean over the members of what they gain. 0 where nobody meets.
    /// </summary>
    public required double MeanScore { get; init; }

    /// <summary>The least score of a pair; of groups, the least that a member gains. 0 where nobody meets.</summary>
    public required double WorstScore { get; init; }

    /// <summary>
    /// The Gini coefficient of how many members each participant meets (of mentors: how many mentees each mentor with a free place gets), 0
    /// where all are equal, towards 1 where a few take everything.
    /// </summary>
    public required double ExposureGini { get; init; }

    /// <summary>How many pairs of candidates were weighed.</summary>
    public required int CandidatePairs { get; init; }

    /// <summary>How many pairs have met in a round of the history before, their cool-down being over.</summary>
    public required int Repeats { get; init; }

    /// <summary>
    /// Of mentors: how many mentees and mentors, of those weighed, would both rather have each other than what they got; 0 in a stable
    /// assignment. Null otherwise.
    /// </summary>
    public int? BlockingPairs { get; init; }
}
