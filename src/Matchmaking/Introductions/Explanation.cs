using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>Everything about one pair: what speaks for it and what stands against it.</summary>
[JsonConverter(typeof(AnswerJsonConverter))]
public sealed record Explanation
{
    /// <summary>The pair with its score, parts and reasons, as it is or as it would be.</summary>
    public required Introduction Introduction { get; init; }

    /// <summary>Every rule that forbids the introduction; empty where it may be suggested.</summary>
    public required IReadOnlyList<Obstacle> Obstacles { get; init; }

    /// <summary>
    /// The tier into which the host's rules put the pair (<see cref="RuleVerdict.InTier"/>); 0: the first, also where one refuses it.
    /// </summary>
    public int Tier { get; init; }

    /// <summary>Whether no rule stands against the introduction.</summary>
    public bool IsAllowed => Obstacles.Count == 0;

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(Explanation? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
