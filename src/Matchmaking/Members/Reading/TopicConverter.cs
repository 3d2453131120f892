using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Members;

/// <summary>
/// Interests, offers and needs: an object, or the bare topic as a text ("interests": ["jazz", "chess"]). By hand, because the generated
/// reader knows one form of a type alone.
/// </summary>
internal abstract class TopicConverter<T>(TopicFigures allowed) : JsonConverter<T>
    where T : class
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? topic = null;
        double? weight = null,
            importance = null;
        int? level = null;
        if (reader.TokenType == JsonTokenType.String)
        {
            topic = reader.GetString();
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            var seen = TopicFigures.None;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                TopicFigures figure = Name(ref reader, seen);
                seen |= figure;
                reader.Read();
                if (reader.TokenType == JsonTokenType.Null)
                    continue;
                switch (figure)
                {
                    case TopicFigures.Topic:
                        topic =
                            reader.TokenType == JsonTokenType.String
                                ? reader.GetString()
                                : throw new MemberValueException("topic must be a text");
                        break;
                    case TopicFigures.Weight:
                        weight = Number(ref reader, "weight");
                        break;
                    case TopicFigures.Importance:
                        importance = Number(ref reader, "importance");
                        break;
                    default:
                        level =
                            reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int whole)
                                ? whole
                                : throw new MemberValueException("level must be a whole number from 1 to 5");
                        break;
                }
            }
        }
        else
        {
            throw new MemberValueException($"must be a topic: a text, or an object with {Names(allowed)}");
        }

        try
        {
            return Build(topic ?? throw new MemberValueException("topic must be given"), weight, level, importance);
        }
        catch (ArgumentException fault)
        {
            throw new MemberValueException(FaultText.Of(fault), fault);
        }
    }

    protected abstract T Build(string topic, double? weight, int? level, double? importance);

    private TopicFigures Name(ref Utf8JsonReader reader, TopicFigures seen)
    {
        TopicFigures figure =
            reader.ValueTextEquals("topic"u8) ? TopicFigures.Topic
            : reader.ValueTextEquals("weight"u8) ? TopicFigures.Weight
            : reader.ValueTextEquals("level"u8) ? TopicFigures.Level
            : reader.ValueTextEquals("importance"u8) ? TopicFigures.Importance
            : TopicFigures.None;
        if ((figure & allowed) == 0)
            throw new MemberValueException($"unknown property '{reader.GetString()}'; known are {Names(allowed)}");
        if ((figure & seen) != 0)
            throw new MemberValueException($"the property '{reader.GetString()}' stands twice");
        return figure;
    }

    private static double Number(ref Utf8JsonReader reader, string name) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double number)
            ? number
            : throw new MemberValueException($"{name} must be a number");

    private static string Names(TopicFigures figures) =>
        string.Join(
            ", ",
            Enum.GetValues<TopicFigures>()
                .Where(f => f != TopicFigures.None && figures.HasFlag(f))
                .Select(f => JsonNamingPolicy.CamelCase.ConvertName(f.ToString()))
        );
}
