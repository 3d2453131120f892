namespace Matchmaking.Members;

/// <summary>What is wrong with a row.</summary>
/// <param name="Message">In words for an organiser.</param>
/// <param name="LineOffset">How many lines below the row's first one.</param>
/// <param name="Cause">What found it.</param>
internal sealed record RowFault(string Message, long LineOffset, Exception? Cause);
