namespace Matchmaking;

/// <summary>A file of phrases cannot be used: a phrase is missing, is unknown, or does not hold what the English one holds.</summary>
public sealed class PhraseFormatException : Exception
{
    /// <summary>A fault of a file.</summary>
    /// <param name="message">What is wrong.</param>
    public PhraseFormatException(string message)
        : base(message) { }

    /// <summary>A fault of a file.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What found it.</param>
    public PhraseFormatException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>No message; for serialisers alone.</summary>
    public PhraseFormatException() { }
}
