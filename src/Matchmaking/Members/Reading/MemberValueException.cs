using System.Text.Json;

namespace Matchmaking.Members;

/// <summary>A value of a member's JSON is not what it should be, said in words of our own; the serialiser adds the path.</summary>
internal sealed class MemberValueException(string message, Exception? cause = null) : JsonException(message, cause);
