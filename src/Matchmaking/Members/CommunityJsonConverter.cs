using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Internal;

/// <summary>
/// Reads and writes members, activities and rows in the JSON of <c>docs/data-format.md</c>. The types name it themselves
/// (<see cref="JsonConverterAttribute"/>), so that <see cref="JsonSerializer"/> needs no options, and a generated context of the host's
/// works with Native AOT.
/// </summary>
/// <remarks>
/// Reading is as strict as that of files: an unknown property, one that stands twice or a value out of its range is a
/// <see cref="JsonException"/>. What is not told is not written.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CommunityJsonConverter : JsonConverterFactory
{
    private static readonly Dictionary<Type, JsonConverter> s_converters = new()
    {
        [typeof(Member)] = new RowConverter<Member, MemberRow>(
            static () => CommunityJson.Default.MemberRow,
            MemberRow.Of,
            static row => row.ToMember()
        ),
        [typeof(Location)] = new RowConverter<Location, LocationRow>(
            static () => CommunityJson.Default.LocationRow,
            LocationRow.Of,
            static row => row.ToLocation()
        ),
        [typeof(MentoringPreferences)] = new RowConverter<MentoringPreferences, MentoringRow>(
            static () => CommunityJson.Default.MentoringRow,
            MentoringRow.Of,
            static row => row.ToMentoringPreferences()
        ),
        [typeof(Availability)] = new RowConverter<Availability, AvailabilityRow>(
            static () => CommunityJson.Default.AvailabilityRow,
            AvailabilityRow.Of,
            static row => row.ToAvailability()
        ),
        [typeof(WeeklyWindow)] = new RowConverter<WeeklyWindow, WindowRow>(
            static () => CommunityJson.Default.WindowRow,
            WindowRow.Of,
            static row => row.ToWindow()
        ),
        [typeof(Activity)] = new RowConverter<Activity, ActivityRow>(
            static () => CommunityJson.Default.ActivityRow,
            ActivityRow.Of,
            static row => row.ToActivity()
        ),
        [typeof(Participation)] = new RowConverter<Participation, ParticipationRow>(
            static () => CommunityJson.Default.ParticipationRow,
            ParticipationRow.Of,
            static row => row.ToParticipation()
        ),
        [typeof(Interaction)] = new RowConverter<Interaction, InteractionRow>(
            static () => CommunityJson.Default.InteractionRow,
            InteractionRow.Of,
            static row => row.ToInteraction()
        ),
        [typeof(Outcome)] = new RowConverter<Outcome, OutcomeRow>(
            static () => CommunityJson.Default.OutcomeRow,
            OutcomeRow.Of,
            static row => row.ToOutcome()
        ),
        [typeof(Interest)] = new InterestConverter(),
        [typeof(Offer)] = new OfferConverter(),
        [typeof(Need)] = new NeedConverter(),
        [typeof(AttributeValue)] = new AttributeValueConverter(),
        [typeof(FieldPurposes)] = new FieldPurposesConverter(),
    };

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => s_converters.ContainsKey(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        s_converters.GetValueOrDefault(typeToConvert);
}
