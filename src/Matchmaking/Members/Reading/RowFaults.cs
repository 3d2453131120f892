namespace Matchmaking.Members;

/// <summary>
/// Where faults of single rows go: the first one ends the reading, or, where the host chose lenience, each becomes a warning.
/// </summary>
internal sealed class RowFaults(bool lenient)
{
    private readonly List<LoadWarning> _warnings = [];

    public IReadOnlyList<LoadWarning> Warnings => _warnings;

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
