using System.Text.Json.Serialization;

namespace Matchmaking.Learning;

/// <summary>Writes reports without reflection; names are camel case, as all JSON here.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(FiniteNumberConverter), typeof(CapitalPartConverter)]
)]
[JsonSerializable(typeof(LearningReport))]
internal sealed partial class LearningReportJson : JsonSerializerContext;
