namespace Matchmaking.Vectors;

/// <summary>A text, and the languages of whoever wrote it, best first.</summary>
internal readonly record struct WrittenText(string Text, IReadOnlyList<string> Languages);
