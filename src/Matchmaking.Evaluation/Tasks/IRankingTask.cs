namespace Matchmaking.Evaluation;

/// <summary>A protocol on a data set: a community as of a cut, and queries whose answers lie after it.</summary>
internal interface IRankingTask
{
    /// <summary>The community before the cut: all that a method may see.</summary>
    Community Community { get; }

    /// <summary>The cut.</summary>
    DateTimeOffset Cut { get; }

    /// <summary>How many queries there are.</summary>
    int Count { get; }

    /// <summary>
    /// One query; built when asked for, since all candidates of all queries would fill the memory. Safe for several threads.
    /// </summary>
    RankingQuery this[int index] { get; }
}
