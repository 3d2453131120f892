namespace Matchmaking;

/// <summary>How files are read.</summary>
public sealed record LoadOptions
{
    /// <summary>
    /// False (the default): the first fault ends the reading with a <see cref="CommunityFormatException"/>. True: a row at fault is
    /// left out, counted and named in <see cref="Community.Warnings"/>, as is a file whose name is nearly that of one of a community.
    /// Of a member only the value at fault is left out, unless it is the id. A fault of a whole file (not found, broken JSON
    /// array) still throws.
    /// </summary>
    public bool Lenient { get; init; }

    /// <summary>
    /// False (the default): files are as <c>docs/data-format.md</c> has them. True: also as people have them. Tables may have semicolons
    /// or tabs, and columns that nobody knows; members may be a table (<c>members.csv</c>); texts may be UTF-16, Windows-1252, Macintosh or
    /// code page 850, told by their content. Properties and columns of members that the library does not know are kept as attributes, or,
    /// where they can be none, passed over. Each such thing is named once in <see cref="Community.Warnings"/>.
    /// </summary>
    public bool Tolerant { get; init; }
}
