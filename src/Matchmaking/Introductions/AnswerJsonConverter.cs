using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaking.Internal;

/// <summary>
/// Reads and writes answers as JSON, under the names of the tool's. Of a member an answer shows what that member shows to others
/// (<see cref="Member.ShownToOthers"/>): never a hidden field, a block, a pause or a cap. The types name it themselves, so that
/// <see cref="JsonSerializer"/> needs no options.
/// </summary>
/// <remarks>
/// What is read back has the members as they were shown, for a client or a test; it is no way to store members. An unknown property is
/// passed over, so that an older client reads a newer answer.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AnswerJsonConverter : JsonConverterFactory
{
    private static readonly Dictionary<Type, JsonConverter> s_converters = new()
    {
        [typeof(Introduction)] = new RowConverter<Introduction, IntroductionRow>(
            static () => AnswerJson.Default.IntroductionRow,
            IntroductionRow.Of,
            static row => row.ToIntroduction()
        ),
        [typeof(Explanation)] = new RowConverter<Explanation, ExplanationRow>(
            static () => AnswerJson.Default.ExplanationRow,
            ExplanationRow.Of,
            static row => row.ToExplanation()
        ),
        [typeof(MemberIntroductions)] = new RowConverter<MemberIntroductions, MemberIntroductionsRow>(
            static () => AnswerJson.Default.MemberIntroductionsRow,
            MemberIntroductionsRow.Of,
            static row => row.ToMemberIntroductions()
        ),
        [typeof(ActivitySuggestion)] = new RowConverter<ActivitySuggestion, ActivitySuggestionRow>(
            static () => AnswerJson.Default.ActivitySuggestionRow,
            ActivitySuggestionRow.Of,
            static row => row.ToActivitySuggestion()
        ),
        [typeof(GroupSuggestion)] = new RowConverter<GroupSuggestion, GroupSuggestionRow>(
            static () => AnswerJson.Default.GroupSuggestionRow,
            GroupSuggestionRow.Of,
            static row => row.ToGroupSuggestion()
        ),
    };

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => s_converters.ContainsKey(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        s_converters.GetValueOrDefault(typeToConvert);
}
