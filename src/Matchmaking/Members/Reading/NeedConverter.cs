using System.Text.Json;

namespace Matchmaking.Members;

internal sealed class NeedConverter() : TopicConverter<Need>(TopicFigures.Topic | TopicFigures.Level | TopicFigures.Importance)
{
    protected override Need Build(string topic, double? weight, int? level, double? importance) =>
        new()
        {
            Topic = topic,
            Level = level ?? Need.DefaultLevel,
            Importance = importance ?? Need.DefaultImportance,
        };

    public override void Write(Utf8JsonWriter writer, Need value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("topic"u8, value.Topic);
        writer.WriteNumber("level"u8, value.Level);
        writer.WriteNumber("importance"u8, value.Importance);
        writer.WriteEndObject();
    }
}
