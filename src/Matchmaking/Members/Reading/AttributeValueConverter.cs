using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Members;

/// <summary>An attribute's value: a number, a category as a text, or a set of categories as a list of texts.</summary>
internal sealed class AttributeValueConverter : JsonConverter<AttributeValue>
{
    public override bool HandleNull => true;

    public override AttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.TokenType switch
            {
                JsonTokenType.Number when reader.TryGetDouble(out double number) => AttributeValue.Of(number),
                JsonTokenType.String => AttributeValue.Of(reader.GetString()!),
                JsonTokenType.StartArray => AttributeValue.Of(ReadSet(ref reader)),
                _ => throw NoValue(),
            };
        }
        catch (ArgumentException fault)
        {
            throw new MemberValueException(FaultText.Predicate(fault), fault);
        }
    }

    public override void Write(Utf8JsonWriter writer, AttributeValue value, JsonSerializerOptions options)
    {
        switch (value.Kind)
        {
            case AttributeKind.Number:
                writer.WriteNumberValue(value.Number);
                break;
            case AttributeKind.Category:
                writer.WriteStringValue(value.Categories[0]);
                break;
            default:
                writer.WriteStartArray();
                foreach (string category in value.Categories)
                    writer.WriteStringValue(category);
                writer.WriteEndArray();
                break;
        }
    }

    private static List<string> ReadSet(ref Utf8JsonReader reader)
    {
        var categories = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            categories.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw NoValue());
        return categories;
    }

    private static MemberValueException NoValue() => new("must be a number, a text or a list of texts");
}
