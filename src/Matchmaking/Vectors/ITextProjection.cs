namespace Matchmaking;

/// <summary>From the terms of a text to a point. Immutable.</summary>
internal interface ITextProjection
{
    /// <summary>The terms that it knows, and whether trigrams are among them.</summary>
    TermWeights Terms { get; }

    /// <returns>A row of length 1, all rows as long; null where the text says nothing that is known.</returns>
    float[]? Project(TextTerms text);

    /// <param name="writer">Where to.</param>
    /// <param name="points">The points of all texts that there are. Where a word is a dimension, words that no text has are not written; latent topics are made of all words.</param>
    void Write(SectionWriter writer, IEnumerable<float[]> points);
}
