namespace Matchmaking;

/// <summary>
/// What a package or a host keeps in a matchmaker's snapshots beside what the library writes, such as a learned model. Given to a
/// matchmaker by <see cref="Matchmaker.Use"/>.
/// </summary>
/// <remarks>
/// Called by whoever saves or loads, on any thread; the matchmaker may change meanwhile. <see cref="Write"/> is not asked while
/// <see cref="Read"/> runs; what is saved then is what stood in the file.
/// </remarks>
public interface ISnapshotSection
{
    /// <summary>The name of the section in the file: short, unique, and the same for ever.</summary>
    string Name { get; }

    /// <summary>What to keep; null: nothing. Of members who were removed there must be nothing in it.</summary>
    /// <param name="matchmaker">The matchmaker that is saved.</param>
    byte[]? Write(Matchmaker matchmaker);

    /// <summary>
    /// Takes what <see cref="Write"/> gave. It comes from a file: it may have been made to do harm, and may name who left since.
    /// </summary>
    /// <param name="matchmaker">The matchmaker that was loaded.</param>
    /// <param name="section">The bytes, held to their checksum.</param>
    /// <exception cref="InvalidDataException">
    /// They are not what they should be; it is told as <see cref="SnapshotFormatException"/>.
    /// </exception>
    void Read(Matchmaker matchmaker, byte[] section);
}
