using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Members;

/// <summary>The names of an enumeration in lower case ("monday", "mentor"), read in any case, never as numbers.</summary>
internal sealed class NameConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Names<T>.TryParse(reader.GetString()!, out T value) ? value : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Names<T>.Of(value));
}
