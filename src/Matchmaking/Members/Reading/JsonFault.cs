using System.Globalization;
using System.Text.Json;

namespace Matchmaking.Members;

/// <summary>Words for what is wrong with JSON itself, before it comes to members.</summary>
internal static class JsonFault
{
    /// <summary>"is not valid JSON at column 12: …", or that the text ends too early.</summary>
    /// <param name="json">The text, or its rest.</param>
    /// <param name="state">The state of the reader where <paramref name="json"/> begins.</param>
    /// <param name="fault">What the reader threw.</param>
    public static string Syntax(ReadOnlySpan<byte> json, JsonReaderState state, JsonException fault)
    {
        if (EndsEarly(json, state))
            return "ends in the middle of the JSON; is the file truncated?";
        string message = fault.Message;
        if (message.IndexOf(" Path: ", StringComparison.Ordinal) is var path and > 0)
            message = message[..path];
        if (message.IndexOf(" LineNumber: ", StringComparison.Ordinal) is var number and > 0)
            message = message[..number];
        return string.Create(CultureInfo.InvariantCulture, $"is not valid JSON at column {(fault.BytePositionInLine ?? 0) + 1}: {message}");
    }

    /// <summary>Whether a text is JSON to its end.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read()) { }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // A reader that is told that more will come finds nothing wrong with a text that merely ends too early.
    public static bool EndsEarly(ReadOnlySpan<byte> json, JsonReaderState state)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, state);
        try
        {
            while (reader.Read()) { }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The "id" of an object, as far as it can be read: of a line that is broken further on, too.</summary>
    public static string? FindId(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("id"u8))
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The fault itself is being reported already; here only the id is looked for.
        }

        return null;
    }
}
