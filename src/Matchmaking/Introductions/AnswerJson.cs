using System.Text.Json.Serialization;

namespace Matchmaking.Introductions;

/// <summary>How answers are read and written, generated at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(NameConverter<IntroductionKind>)]
)]
[JsonSerializable(typeof(IntroductionRow))]
[JsonSerializable(typeof(ExplanationRow))]
[JsonSerializable(typeof(MemberIntroductionsRow))]
[JsonSerializable(typeof(ActivitySuggestionRow))]
[JsonSerializable(typeof(GroupSuggestionRow))]
internal sealed partial class AnswerJson : JsonSerializerContext;
