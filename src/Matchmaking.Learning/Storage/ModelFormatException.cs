namespace Matchmaking.Learning;

/// <summary>
/// A model file is not one that can be used here: cut short, altered, of another version, or learned with another vocabulary.
/// </summary>
public sealed class ModelFormatException : MatchmakingDataException
{
    /// <summary>A fault of a model file.</summary>
    /// <param name="message">What is wrong.</param>
    public ModelFormatException(string message)
        : base(message) { }

    /// <summary>A fault of a model file.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What found it.</param>
    public ModelFormatException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>No message; for serialisers alone.</summary>
    public ModelFormatException() { }
}
