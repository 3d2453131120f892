namespace Matchmaking.Cli;

/// <summary>What the user gave cannot be used; the message is all they see.</summary>
internal sealed class InputException(string message) : Exception(message);
