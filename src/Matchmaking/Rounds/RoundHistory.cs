namespace Matchmaking;

/// <summary>
/// The rounds of before, in the order of their time. Kept in a file of JSON lines, a meeting a line; <c>docs/data-format.md</c> describes
/// it.
/// </summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
public sealed class RoundHistory
{
    /// <summary>A history of the given rounds.</summary>
    /// <param name="rounds">The rounds, in any order.</param>
    /// <exception cref="ArgumentException">A round is null.</exception>
    public RoundHistory(IEnumerable<HistoryEntry> rounds)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        Rounds = [.. Guard.NoNulls<HistoryEntry>([.. rounds], nameof(rounds)).OrderBy(round => round.Time)];
    }

    internal RoundHistory(IEnumerable<HistoryEntry> rounds, IReadOnlyList<LoadWarning> warnings)
        : this(rounds) => Warnings = warnings;

    /// <summary>No rounds yet.</summary>
    public static RoundHistory Empty { get; } = new([]);

    /// <summary>The rounds, earliest first.</summary>
    public IReadOnlyList<HistoryEntry> Rounds { get; }

    /// <summary>
    /// What was left out when the history was read: a last line that was never written to its end, as after a power cut. Empty for a
    /// history that came from no file.
    /// </summary>
    public IReadOnlyList<LoadWarning> Warnings { get; } = [];

    /// <summary>This history and one more round.</summary>
    /// <param name="round">The round.</param>
    public RoundHistory With(HistoryEntry round) => new([.. Rounds, round]);

    /// <summary>
    /// This history without a member, as for one who is to be forgotten: the others of a group of three or more still met, and what names
    /// nobody any more is left out.
    /// </summary>
    /// <param name="memberId">The member's id.</param>
    public RoundHistory Without(string memberId)
    {
        ArgumentNullException.ThrowIfNull(memberId);
        return new(Rounds.Select(round => round.Without(memberId)).Where(round => round.Groups.Count > 0 || round.LeftOut.Count > 0));
    }

    /// <summary>
    /// Writes the history to a file, in place of one that may be there: under its name there is always a whole one, the old or the new. To
    /// add rounds, <see cref="Append"/> them.
    /// </summary>
    /// <remarks>
    /// What is appended while this runs is lost. Where the system knows file modes, a new file is for its owner alone (0600), and one that
    /// is there keeps its mode.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written, or is a folder.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RoundHistoryFile.Write(path, Rounds);
    }

    /// <summary>Writes the history to a stream, which stays open, as <see cref="Save(string)"/> does to a file.</summary>
    /// <param name="stream">Where to, from where it is.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(RoundHistoryFile.Bytes(Rounds));
    }

    /// <summary>As <see cref="Save(Stream)"/>, without a thread that waits for the stream.</summary>
    /// <param name="stream">Where to, from where it is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task SaveAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await stream.WriteAsync(RoundHistoryFile.Bytes(Rounds), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a history from a stream, which stays open and is read to its end.</summary>
    /// <param name="stream">Where from.</param>
    /// <exception cref="CommunityFormatException">The lines are not what they should be; the message names the line.</exception>
    public static RoundHistory Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return RoundHistoryFile.Read(stream, "stream");
    }

    /// <summary>As <see cref="Load(Stream)"/>, without a thread that waits for the stream.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="CommunityFormatException">The lines are not what they should be; the message names the line.</exception>
    public static async Task<RoundHistory> LoadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        bytes.Position = 0;
        return Load(bytes);
    }

    /// <summary>Reads a history from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CommunityFormatException">The file is missing or not what it should be; the message names the line.</exception>
    public static RoundHistory Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return RoundHistoryFile.Read(path);
    }

    /// <summary>
    /// Adds rounds to the end of a file, which is made where there is none. All of them are on the disk when the call returns, or, where it
    /// throws, none: a full disk leaves the file as it was. A last line that was never written to its end is taken away.
    /// </summary>
    /// <remarks>Where the system knows file modes, a new file is for its owner alone (0600).</remarks>
    /// <param name="path">The file.</param>
    /// <param name="rounds">The rounds.</param>
    /// <exception cref="ArgumentException">A round is null.</exception>
    /// <exception cref="IOException">The file cannot be written, is a pipe or a device, or another process has it open.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written, or is a folder.</exception>
    public static void Append(string path, params IReadOnlyList<HistoryEntry> rounds)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RoundHistoryFile.Append(path, Guard.NoNulls(rounds, nameof(rounds)));
    }
}
