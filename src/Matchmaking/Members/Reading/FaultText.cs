using System.Globalization;

namespace Matchmaking.Members;

/// <summary>Words for faults that the types and the platform report in their own.</summary>
internal static class FaultText
{
    private const int Longest = 400;

    /// <summary>"weight must lie in (0, 1], is 3" for what an init accessor throws.</summary>
    public static string Of(ArgumentException fault)
    {
        string message = Predicate(fault);
        string field = Field(fault.ParamName);
        return IsPredicate(message) ? $"{field} {message}" : $"{field}: {message}";
    }

    /// <summary>What files call a property.</summary>
    private static string Field(string? property) =>
        property switch
        {
            null or "" => "a value",
            nameof(Outcome.FromId) => "from",
            nameof(Outcome.ToId) => "to",
            nameof(Participation.MemberId) => "member",
            nameof(Participation.ActivityId) => "activity",
            _ => char.ToLowerInvariant(property[0]) + property[1..],
        };

    /// <summary>"must lie in (0, 1], is 3", without the name of what must.</summary>
    public static string Predicate(ArgumentException fault)
    {
        string message = fault.Message;
        // The platform appends the parameter and, on a line of its own, the value.
        if (fault.ParamName is { } name && message.IndexOf($" (Parameter '{name}')", StringComparison.Ordinal) is var end and >= 0)
            message = message[..end];
        if (fault is ArgumentOutOfRangeException { ActualValue: { } actual })
            message += string.Create(CultureInfo.InvariantCulture, $", is {actual}");
        return message;
    }

    /// <summary>Whether a message goes on from the name of what is at fault.</summary>
    public static bool IsPredicate(string message) =>
        message.StartsWith("must ", StringComparison.Ordinal) || message.StartsWith("contains ", StringComparison.Ordinal);

    /// <summary>
    /// A message that is safe to print: what a file holds gets into messages, and control characters get into terminals.
    /// </summary>
    public static string Printable(string message) =>
        message.Length <= Longest ? PrintableText.Of(message) : PrintableText.Of(message[..Longest]) + "…";
}
