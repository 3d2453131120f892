using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>A member who should join a group of members.</summary>
[JsonConverter(typeof(AnswerJsonConverter))]
public sealed record GroupSuggestion
{
    /// <summary>The member to ask.</summary>
    public required Member Member { get; init; }

    /// <summary>How well they suit the group, in [0, 1].</summary>
    public required double Score { get; init; }

    /// <summary>Why, strongest first.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>The <see cref="Reasons"/> in one line.</summary>
    public string Because => Reason.InOneLine(Reasons);

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(GroupSuggestion? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
