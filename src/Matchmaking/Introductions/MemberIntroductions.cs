using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>Whom to introduce to one member; what <see cref="Matchmaker.SuggestAll"/> streams.</summary>
[JsonConverter(typeof(AnswerJsonConverter))]
public sealed record MemberIntroductions
{
    /// <summary>The member asked for.</summary>
    public required Member Member { get; init; }

    /// <summary>Whom to introduce to them, best first; as <see cref="Matchmaker.Suggest"/> tells.</summary>
    public required IReadOnlyList<Introduction> Introductions { get; init; }

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(MemberIntroductions? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
