using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Internal;

/// <summary>A part as its name, as a value and as the name of a property. There is no promise of compatibility.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScorePartJsonConverter : JsonConverter<ScorePart>
{
    /// <inheritdoc/>
    public override ScorePart Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Of(reader.GetString()!) : throw new JsonException("a part is a string");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ScorePart value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Name);
    }

    /// <inheritdoc/>
    public override ScorePart ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Of(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, ScorePart value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Name);
    }

    private static ScorePart Of(string name)
    {
        // The empty name is the default value's, so that whatever was written is read back.
        if (name.Length == 0)
            return default;
        try
        {
            return new ScorePart(name);
        }
        catch (ArgumentException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }
}
