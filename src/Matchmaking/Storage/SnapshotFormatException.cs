namespace Matchmaking;

/// <summary>A file is no matchmaker that can be used here: cut short, altered, of another version, or something else altogether.</summary>
public sealed class SnapshotFormatException : MatchmakingDataException
{
    /// <summary>A fault of a file.</summary>
    /// <param name="message">What is wrong.</param>
    public SnapshotFormatException(string message)
        : base(message) { }

    /// <summary>A fault of a file.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What found it.</param>
    public SnapshotFormatException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>No message; for serialisers alone.</summary>
    public SnapshotFormatException() { }
}
