using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>A topic that a member offers, needs, teaches or learns.</summary>
/// <param name="Topic">The topic's id in the <see cref="TopicVocabulary"/>.</param>
/// <param name="Level">The level, 1..5: had (offers, teaches), wanted (needs), or had already by who wants to learn (0: none told).</param>
/// <param name="Importance">How much a need matters, in (0, 1]; 1 for what is not a need.</param>
/// <param name="Source">The position in the list from which it was read: of offers, of needs, or of mentoring topics.</param>
/// <param name="Start">Where in a sentence that stands there the topic's words begin.</param>
/// <param name="Length">How long these words are; 0: the whole is the topic.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TopicLevel(int Topic, int Level, float Importance, int Source, int Start = 0, int Length = 0)
{
    /// <summary>The topic's words, of what stands at its source.</summary>
    internal string In(string written) => Length > 0 && Start + Length <= written.Length ? written.Substring(Start, Length) : written;
}
