using System.Text.Json;

namespace Matchmaking.Members;

internal sealed class OfferConverter() : TopicConverter<Offer>(TopicFigures.Topic | TopicFigures.Level)
{
    protected override Offer Build(string topic, double? weight, int? level, double? importance) =>
        new() { Topic = topic, Level = level ?? Offer.DefaultLevel };

    public override void Write(Utf8JsonWriter writer, Offer value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("topic"u8, value.Topic);
        writer.WriteNumber("level"u8, value.Level);
        writer.WriteEndObject();
    }
}
