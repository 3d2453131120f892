namespace Matchmaking.Vectors;

/// <summary>From the terms of a text to a point. Immutable.</summary>
internal interface ITextProjection
{
    /// <summary>The terms that it knows, and whether trigrams are among them.</summary>
    TermWeights Terms { get; }

    /// <returns>A row of length 1, all rows as long; null where the text says nothing that is known.</returns>
    float[]? Project(TextTerms text);

    /// <param name="writer">Where to.</param>
    /// <param name="points">
    /// The points of all texts that there are. Where a word is a dimension, they tell which words no text has any more; those are not
    /// written.
    /// </param>
    /// <param name="count">
    /// Counts the words of all texts that there are, for where points do not tell; null: no text has come or gone since the words were
    /// fitted.
    /// </param>
    void Write(SectionWriter writer, IEnumerable<float[]> points, Func<TextCounts>? count);
}
