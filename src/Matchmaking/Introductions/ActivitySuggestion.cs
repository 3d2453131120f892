using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>An activity for a member to join: a first simple step.</summary>
[JsonConverter(typeof(AnswerJsonConverter))]
public sealed record ActivitySuggestion
{
    /// <summary>The activity.</summary>
    public required Activity Activity { get; init; }

    /// <summary>How well it suits the member, in [0, 1].</summary>
    public required double Score { get; init; }

    /// <summary>Why, strongest first.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>The <see cref="Reasons"/> in one line.</summary>
    public string Because => Reason.InOneLine(Reasons);

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(ActivitySuggestion? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
