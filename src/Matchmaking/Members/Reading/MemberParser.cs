using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Matchmaking.Members;

/// <summary>One member's JSON to a <see cref="Member"/>, or to a fault in words.</summary>
internal static class MemberParser
{
    private const string NoMember = "is not a member: expected an object such as {\"id\": \"amelie\", \"interests\": [\"jazz\"]}";

    public static bool TryParse(ReadOnlySpan<byte> json, [NotNullWhen(true)] out Member? member, [NotNullWhen(false)] out RowFault? fault)
    {
        member = null;
        fault = null;
        try
        {
            member = JsonSerializer.Deserialize(json, CommunityJson.Default.MemberRow)?.ToMember();
            if (member is null)
                fault = new RowFault(NoMember, 0, null);
        }
        catch (JsonException refused)
        {
            fault = new RowFault(Named(json, Describe(json, refused)), refused.LineNumber ?? 0, refused);
        }
        catch (ArgumentException outOfRange)
        {
            fault = new RowFault(Named(json, FaultText.Of(outOfRange)), 0, outOfRange);
        }

        return fault is null;
    }

    private static string Named(ReadOnlySpan<byte> json, string message) =>
        JsonFault.FindId(json) is { } id ? $"member '{id}': {message}" : message;

    private static string Describe(ReadOnlySpan<byte> json, JsonException refused)
    {
        string path = refused.Path ?? "$";
        if (refused is MemberValueException)
            return Joined(path, refused.Message);
        if (refused.InnerException is JsonException)
        {
            return json.Contains((byte)0)
                ? "contains a NUL byte"
                : JsonFault.Syntax(json, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }), refused);
        }

        // The serialiser has no codes for its faults, only messages.
        if (refused.Message.StartsWith("Duplicate propert", StringComparison.Ordinal))
            return $"the property '{MemberShape.Display(path)}' stands twice";
        if (
            refused.InnerException is InvalidOperationException { Message: var inner }
            && inner.Contains("UTF-16", StringComparison.Ordinal)
        )
            return $"{MemberShape.Display(path)} contains half a character (\\uD800 to \\uDFFF stand in pairs)";
        return path == "$" ? NoMember : MemberShape.Fault(path);
    }

    // "interests[0]" and "weight must …" make "interests[0].weight must …"; what begins with a verb of its own follows a space.
    private static string Joined(string path, string message) =>
        FaultText.IsPredicate(message) ? $"{MemberShape.Display(path)} {message}"
        : message.StartsWith("unknown ", StringComparison.Ordinal) || message.StartsWith("the ", StringComparison.Ordinal)
            ? $"{MemberShape.Display(path)}: {message}"
        : $"{MemberShape.Display(path)}.{message}";
}
