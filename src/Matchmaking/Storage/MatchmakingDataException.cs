namespace Matchmaking;

/// <summary>
/// Data are not what they should be: a community's files, a history, phrases, a snapshot, a model. Catch it where any of them may be
/// at fault; a wrong argument is an <see cref="ArgumentException"/> instead.
/// </summary>
public class MatchmakingDataException : Exception
{
    /// <summary>A fault.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What found it; null: nothing else did.</param>
    public MatchmakingDataException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    /// <summary>No message; for serialisers alone.</summary>
    public MatchmakingDataException() { }
}
