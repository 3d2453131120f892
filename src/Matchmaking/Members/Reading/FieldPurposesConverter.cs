using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Members;

/// <summary>Purposes as a list of their names: ["shown", "matching"].</summary>
internal sealed class FieldPurposesConverter : JsonConverter<FieldPurposes>
{
    public const string Expected = "a list of shown, matching, learning";

    private static readonly (string Name, FieldPurposes Purpose)[] s_names =
    [
        ("shown", FieldPurposes.Shown),
        ("matching", FieldPurposes.Matching),
        ("learning", FieldPurposes.Learning),
    ];

    public override bool HandleNull => true;

    public override FieldPurposes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw NoPurposes();
        FieldPurposes purposes = FieldPurposes.None;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            FieldPurposes purpose = Array.Find(s_names, known => known.Name.Equals(text, StringComparison.OrdinalIgnoreCase)).Purpose;
            purposes |= purpose == FieldPurposes.None ? throw NoPurposes() : purpose;
        }

        return purposes;
    }

    public override void Write(Utf8JsonWriter writer, FieldPurposes value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach ((string name, FieldPurposes purpose) in s_names)
        {
            if (value.HasFlag(purpose))
                writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    private static MemberValueException NoPurposes() => new($"must be {Expected}");
}
