namespace Matchmaking;

public sealed partial class Matchmaker
{
    /// <summary>
    /// Writes the whole matchmaker to a file, in place of one that may be there: the community, what was fitted, what is ready for
    /// queries, and the sections of packages (<see cref="Use"/>). Calls and changes go on meanwhile; the file holds the community as it is
    /// when this is called.
    /// </summary>
    /// <remarks>
    /// A file that is there is always whole: the new one is written beside it, brought to the disk, and moved there when it is complete.
    /// Nothing of a removed member is in it, nor a topic or a word that nobody has any more. Options that are code
    /// (<see cref="MatchmakerOptions.TimeProvider"/>, <see cref="MatchmakerOptions.EmbeddingGenerator"/>,
    /// <see cref="MatchmakerOptions.Allow"/>) are not written. The file is about people: where the system knows file modes, a new one is
    /// for its owner alone (0600), and one that is there keeps its mode. A link leads to the new file.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the work; the file stays as it was.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written, or is a folder.</exception>
    /// <exception cref="NotSupportedException">
    /// One part of the community (all members, all participations and so on) takes more than 2 GB; the file stays as it was.
    /// </exception>
    public void Save(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SnapshotFile.Write(path, Sections(), cancellationToken);
    }

    /// <summary>As <see cref="Save(string, CancellationToken)"/>, to a stream, which stays open.</summary>
    /// <param name="stream">Where to, from where it is; nobody makes it whole should the work end early.</param>
    /// <param name="cancellationToken">Ends the work between two sections.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="NotSupportedException">One part of the community takes more than 2 GB.</exception>
    public void Save(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (ReadOnlyMemory<byte> piece in SnapshotFile.Pieces(Sections(), cancellationToken))
            stream.Write(piece.Span);
    }

    /// <summary>As <see cref="Save(Stream, CancellationToken)"/>, without a thread that waits for the stream.</summary>
    /// <param name="stream">Where to, from where it is; nobody makes it whole should the work end early.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="NotSupportedException">One part of the community takes more than 2 GB.</exception>
    public async Task SaveAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (ReadOnlyMemory<byte> piece in SnapshotFile.Pieces(Sections(), cancellationToken))
            await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
    }

    private IReadOnlyList<(string Name, Action<SectionWriter> Write)> Sections()
    {
        LiveState now;
        Upkeep.Drift drift;
        SectionShelf.Kept kept;
        lock (_changes)
            (now, drift, kept) = (_now, _upkeep.Drifted, _sections.Now());
        return MatchmakerSnapshot.Sections(now.Index, drift, _sections.Write(this, kept));
    }

    /// <summary>
    /// Reads what <see cref="Save(string, CancellationToken)"/> wrote. Loading runs nothing from the file.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">
    /// How the matchmaker works from now on; null: as when it was saved, with the system's clock. Where another half-life, size of small
    /// activities, seed, number of latent topics or list of synonyms is asked for, what hangs on it is worked out again, which takes as
    /// long as to create it.
    /// </param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="SnapshotFormatException">
    /// The file is no matchmaker's, is cut short or altered, was written by another version, or is a folder, a pipe or a device.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// An embedding generator placed the texts, and the options give none; or none did, and the options give one. Or another text analyser
    /// than the default one read them, and no options are given.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Matchmaker Load(string path, MatchmakerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (CommunityIndex index, Upkeep.Drift? drift, Dictionary<string, byte[]> sections) = MatchmakerSnapshot.Load(
            path,
            options,
            cancellationToken
        );
        return new Matchmaker(index, drift: drift, sections: sections);
    }

    /// <summary>
    /// As <see cref="Load(string, MatchmakerOptions, CancellationToken)"/>, from a stream, of which the rest is read.
    /// </summary>
    /// <param name="stream">Where from; it stays open. Up to 2 GB, which are in memory while this runs.</param>
    /// <param name="options">How the matchmaker works from now on; null: as when it was saved, with the system's clock.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="SnapshotFormatException">The bytes are no matchmaker's, cut short, altered, or of another version.</exception>
    /// <exception cref="InvalidOperationException">
    /// An embedding generator or a text analyser is missing or one too many, as of a file.
    /// </exception>
    public static Matchmaker Load(Stream stream, MatchmakerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Load(bytes, options, cancellationToken);
    }

    /// <summary>
    /// As <see cref="Load(Stream, MatchmakerOptions, CancellationToken)"/>, without a thread that waits for the stream.
    /// </summary>
    /// <param name="stream">Where from; it stays open. Up to 2 GB, which are in memory while this runs.</param>
    /// <param name="options">How the matchmaker works from now on; null: as when it was saved, with the system's clock.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="SnapshotFormatException">The bytes are no matchmaker's, cut short, altered, or of another version.</exception>
    /// <exception cref="InvalidOperationException">
    /// An embedding generator or a text analyser is missing or one too many, as of a file.
    /// </exception>
    public static async Task<Matchmaker> LoadAsync(
        Stream stream,
        MatchmakerOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => Load(bytes, options, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static Matchmaker Load(MemoryStream bytes, MatchmakerOptions? options, CancellationToken cancellationToken)
    {
        (CommunityIndex index, Upkeep.Drift? drift, Dictionary<string, byte[]> sections) = MatchmakerSnapshot.Load(
            () => SnapshotFile.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length)),
            "stream",
            options,
            cancellationToken
        );
        return new Matchmaker(index, drift: drift, sections: sections);
    }

    /// <summary>
    /// Lets a package or a host keep a section of its own in snapshots (<see cref="Save(string, CancellationToken)"/>). Where the file that
    /// this matchmaker was loaded from has the section, it is read at once. Who saves meanwhile saves the section as it was in the file, or
    /// waits.
    /// </summary>
    /// <remarks>
    /// A section that nobody has asked for is kept as it is and written again, until a member is removed: what it holds of them nobody
    /// could take out, so that it goes then (<see cref="UnusedSections"/>).
    /// </remarks>
    /// <param name="section">The section. A second one of the same name takes the place of the first.</param>
    /// <returns>This matchmaker.</returns>
    /// <exception cref="ArgumentException">The name is empty or one of the library's own.</exception>
    /// <exception cref="SnapshotFormatException">What the file has is not what the section expects; nothing is changed.</exception>
    public Matchmaker Use(ISnapshotSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        _sections.Use(this, section);
        return this;
    }

    /// <summary>
    /// Names of the sections of the file that this matchmaker was loaded from which nobody has asked for yet (<see cref="Use"/>).
    /// </summary>
    public IReadOnlyCollection<string> UnusedSections => _sections.Unused;
}
