using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Matchmaking.Members;

/// <summary>
/// Reads and writes a record by way of its row, in which everything may be missing: the names, defaults and faults are those of files,
/// whatever options the caller has.
/// </summary>
/// <param name="contract">The row's generated contract.</param>
/// <param name="of">What is written of a record.</param>
/// <param name="to">The record of a row; throws <see cref="ArgumentException"/> where it is none.</param>
internal sealed class RowConverter<T, TRow>(Func<JsonTypeInfo<TRow>> contract, Func<T, TRow> of, Func<TRow, T> to) : JsonConverter<T>
    where T : class
    where TRow : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        TRow row = JsonSerializer.Deserialize(ref reader, contract()) ?? throw new JsonException();
        try
        {
            return to(row);
        }
        catch (ArgumentException fault)
        {
            throw new JsonException(FaultText.Of(fault), fault);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, of(value), contract());
}
