using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// Where faults of single rows go: the first one ends the reading, or, where the host chose lenience, each becomes a warning.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RowFaults(bool lenient)
{
    private readonly List<LoadWarning> _warnings = [];

    /// <summary>What was left out so far.</summary>
    public IReadOnlyList<LoadWarning> Warnings => _warnings;

    /// <summary>Tells what is wrong with a row.</summary>
    /// <exception cref="CommunityFormatException">Nothing may be left out.</exception>
    public void Add(string file, long line, string message, Exception? cause = null)
    {
        message = FaultText.Printable(message);
        if (!lenient)
            throw new CommunityFormatException(file, line, message, cause);
        _warnings.Add(
            new LoadWarning
            {
                File = file,
                Line = line,
                Message = message,
            }
        );
    }
}
