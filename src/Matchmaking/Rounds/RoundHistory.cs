namespace Matchmaking;

/// <summary>The rounds of before, in the order of their time. Kept in a file of JSON lines, a meeting a line; <c>docs/data-format.md</c> describes it.</summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
public sealed class RoundHistory
{
    /// <summary>A history of the given rounds.</summary>
    /// <param name="rounds">The rounds, in any order.</param>
    /// <exception cref="ArgumentException">A round is null.</exception>
    public RoundHistory(IEnumerable<PastRound> rounds)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        Rounds = [.. Guard.NoNulls<PastRound>([.. rounds], nameof(rounds)).OrderBy(round => round.Time)];
    }

    /// <summary>No rounds yet.</summary>
    public static RoundHistory Empty { get; } = new([]);

    /// <summary>The rounds, earliest first.</summary>
    public IReadOnlyList<PastRound> Rounds { get; }

    /// <summary>This history and one more round.</summary>
    /// <param name="round">The round.</param>
    public RoundHistory With(PastRound round) => new([.. Rounds, round]);

    /// <summary>Reads a history from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CommunityFormatException">The file is missing or not what it should be; the message names the line.</exception>
    public static RoundHistory Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return RoundHistoryFile.Read(path);
    }

    /// <summary>Adds rounds to the end of a file, which is made where there is none. The file is flushed to the disk before the call returns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rounds">The rounds.</param>
    public static void Append(string path, params IReadOnlyList<PastRound> rounds)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RoundHistoryFile.Append(path, Guard.NoNulls(rounds, nameof(rounds)));
    }
}
