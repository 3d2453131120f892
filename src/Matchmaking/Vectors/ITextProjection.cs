namespace Matchmaking;

/// <summary>From the stems of a text to a point. Immutable.</summary>
internal interface ITextProjection
{
    /// <returns>A row of length 1, all rows as long; null where the text says nothing that is known.</returns>
    float[]? Project(IReadOnlyList<string> stems);

    void Write(SectionWriter writer);
}
