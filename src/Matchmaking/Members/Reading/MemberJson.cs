using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>How members are read (<see cref="MemberRow"/>) and written (<see cref="Member"/>), generated at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 8,
    Converters = [
        typeof(InterestConverter),
        typeof(OfferConverter),
        typeof(NeedConverter),
        typeof(AttributeValueConverter),
        typeof(MomentConverter),
        typeof(TimeOfDayConverter),
        typeof(NameConverter<DayOfWeek>),
        typeof(NameConverter<MentoringRole>),
    ]
)]
[JsonSerializable(typeof(MemberRow))]
[JsonSerializable(typeof(Member))]
internal sealed partial class MemberJson : JsonSerializerContext;
