using System.Text.Json.Serialization;

namespace Matchmaking.Members;

/// <summary>
/// How members (<see cref="MemberRow"/>), activities and rows are read and written, generated at compile time: one form for files and for
/// <see cref="CommunityJsonConverter"/>.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(InterestConverter),
        typeof(OfferConverter),
        typeof(NeedConverter),
        typeof(AttributeValueConverter),
        typeof(FieldPurposesConverter),
        typeof(MomentConverter),
        typeof(TimeOfDayConverter),
        typeof(NameConverter<DayOfWeek>),
        typeof(NameConverter<MentoringRole>),
        typeof(NameConverter<ActivityKind>),
        typeof(NameConverter<OutcomeKind>),
        typeof(NameConverter<IntroductionKind>),
    ]
)]
[JsonSerializable(typeof(MemberRow))]
[JsonSerializable(typeof(ActivityRow))]
[JsonSerializable(typeof(ParticipationRow))]
[JsonSerializable(typeof(InteractionRow))]
[JsonSerializable(typeof(OutcomeRow))]
[JsonSerializable(typeof(RoundRow))]
internal sealed partial class CommunityJson : JsonSerializerContext;
