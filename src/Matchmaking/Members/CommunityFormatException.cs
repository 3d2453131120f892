namespace Matchmaking;

/// <summary>A community's data are not what they should be; the message names file, line and member as far as there are any.</summary>
public sealed class CommunityFormatException : MatchmakingDataException
{
    /// <summary>A fault in data that came from no file.</summary>
    /// <param name="message">What is wrong.</param>
    public CommunityFormatException(string message)
        : base(message) { }

    /// <summary>A fault in data that came from no file.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What found it.</param>
    public CommunityFormatException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>A fault at a place of a file.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="line">The line, from 1; 0 where the whole file is meant.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What found it.</param>
    public CommunityFormatException(string file, long line, string message, Exception? innerException = null)
        : base(line > 0 ? FormattableString.Invariant($"{file}, line {line}: {message}") : $"{file}: {message}", innerException)
    {
        File = file;
        Line = line;
    }

    /// <summary>No message; for serialisers alone.</summary>
    public CommunityFormatException() { }

    /// <summary>The file's name; null where the data came from no file.</summary>
    public string? File { get; }

    /// <summary>The line in the file, from 1; 0 where the whole file, or no file, is meant.</summary>
    public long Line { get; }
}
