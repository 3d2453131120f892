using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// Where faults of single rows go: the first one ends the reading, or, where the host chose lenience, each becomes a warning.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RowFaults(bool lenient, bool tolerant = false)
{
    private readonly List<LoadWarning> _warnings = [];

    /// <summary>Whether values and rows at fault are left out.</summary>
    internal bool Lenient => lenient;

    /// <summary>Whether files may be otherwise than the format has them (<see cref="LoadOptions.Tolerant"/>).</summary>
    internal bool Tolerant => tolerant;

    /// <summary>What was left out so far, and what else there is to tell.</summary>
    public IReadOnlyList<LoadWarning> Warnings => _warnings;

    /// <summary>Tells what is wrong with a row.</summary>
    /// <exception cref="CommunityFormatException">Nothing may be left out.</exception>
    public void Add(string file, long line, string message, Exception? cause = null)
    {
        message = FaultText.Printable(message);
        if (!lenient)
            throw new CommunityFormatException(file, line, message, cause);
        Add(file, line, message, leftOut: true);
    }

    /// <summary>Tells how something was read.</summary>
    internal void Note(string file, long line, string message) => Add(file, line, FaultText.Printable(message), leftOut: false);

    private void Add(string file, long line, string message, bool leftOut) =>
        _warnings.Add(
            new LoadWarning
            {
                File = file,
                Line = line,
                Message = message,
                LeftOut = leftOut,
            }
        );
}
