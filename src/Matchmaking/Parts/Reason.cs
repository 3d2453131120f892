using System.Runtime.CompilerServices;

namespace Matchmaking;

/// <summary>One reason for an introduction, as one of its two sides reads it.</summary>
public sealed record Reason
{
    /// <summary>The part of the score that it tells of.</summary>
    public required ScorePart Part { get; init; }

    /// <summary>How much the part adds to this side's gain, in [0, 1].</summary>
    public required double Strength { get; init; }

    /// <summary>The topics, activities or languages that count, as their owners wrote them; never one from a hidden field.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The reason in words, in the reader's language.</summary>
    public required string Text { get; init; }

    /// <summary>Whole sentences, one after the other.</summary>
    internal static string InOneLine(IEnumerable<Reason> reasons) => string.Join(' ', reasons.Select(reason => reason.Text));

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(Reason? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
