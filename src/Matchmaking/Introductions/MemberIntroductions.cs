using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>Whom to introduce to one member; what <see cref="Matchmaker.SuggestAll"/> streams.</summary>
/// <param name="Member">The member asked for.</param>
/// <param name="Introductions">Whom to introduce to them, best first; as <see cref="Matchmaker.Suggest"/> tells.</param>
[JsonConverter(typeof(AnswerJsonConverter))]
public sealed record MemberIntroductions(Member Member, IReadOnlyList<Introduction> Introductions);
