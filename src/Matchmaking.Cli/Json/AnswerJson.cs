using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Matchmaking.Cli.Json;

/// <summary>The <c>--json</c> output; docs/cli.md describes it and scripts rely on it, so fields may be added but not renamed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [
        typeof(CamelCaseEnumConverter<IntroductionKind>),
        typeof(CamelCaseEnumConverter<ActivityKind>),
        typeof(CamelCaseEnumConverter<UnmatchedReason>),
    ]
)]
[JsonSerializable(typeof(SuggestAnswer))]
[JsonSerializable(typeof(ExplainAnswer))]
[JsonSerializable(typeof(ActivitiesAnswer))]
[JsonSerializable(typeof(GroupAnswer))]
[JsonSerializable(typeof(RoundAnswer))]
[JsonSerializable(typeof(SeriesAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    public static void Write<T>(TextWriter writer, T answer)
    {
        // Accents as they are: the output goes to files and pipes, never into a page.
        var options = new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        writer.WriteLine(JsonSerializer.Serialize(answer, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T))));
    }
}

internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
