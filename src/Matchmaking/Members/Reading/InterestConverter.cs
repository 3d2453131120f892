using System.Text.Json;

namespace Matchmaking.Members;

internal sealed class InterestConverter() : TopicConverter<Interest>(TopicFigures.Topic | TopicFigures.Weight)
{
    protected override Interest Build(string topic, double? weight, int? level, double? importance) =>
        new() { Topic = topic, Weight = weight ?? Interest.DefaultWeight };

    public override void Write(Utf8JsonWriter writer, Interest value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("topic"u8, value.Topic);
        writer.WriteNumber("weight"u8, value.Weight);
        writer.WriteEndObject();
    }
}
