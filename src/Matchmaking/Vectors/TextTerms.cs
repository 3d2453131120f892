namespace Matchmaking.Vectors;

/// <summary>
/// What a text is compared by: the stems of its words and, where they are counted, the trigrams of those words; as often as they occur.
/// </summary>
internal readonly record struct TextTerms(List<string> Stems, List<ulong> Trigrams);
