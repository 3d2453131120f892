namespace Matchmaking;

/// <summary>How files are read.</summary>
public sealed record LoadOptions
{
    /// <summary>
    /// False (the default): the first fault ends the reading with a <see cref="CommunityFormatException"/>. True: a row at fault is left
    /// out, counted and named in <see cref="Community.Warnings"/>, as is a file whose name is nearly that of one of a community; a fault of
    /// a whole file (not found, wrong encoding, broken JSON array) still throws.
    /// </summary>
    public bool Lenient { get; init; }
}
