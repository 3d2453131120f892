using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Learning;

/// <summary>A part with a capital, as reports have always had it.</summary>
internal sealed class CapitalPartConverter : JsonConverter<ScorePart>
{
    public override ScorePart Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } name ? new ScorePart(char.ToLowerInvariant(name[0]) + name[1..]) : default;

    public override void Write(Utf8JsonWriter writer, ScorePart value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name.Length == 0 ? "" : char.ToUpperInvariant(value.Name[0]) + value.Name[1..]);
}
