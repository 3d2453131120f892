namespace Matchmaking;

/// <summary>The words of a text.</summary>
/// <param name="Text">The text in the form in which its words are cut out of it: in lower case, for instance.</param>
/// <param name="Words">Where in <paramref name="Text"/> each word stands, in order, stop words among them.</param>
/// <param name="Language">The language in which the words are stemmed; a name of the analyser's own.</param>
public readonly record struct TextWords(string Text, IReadOnlyList<Range> Words, string Language);
