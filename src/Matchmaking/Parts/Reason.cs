using System.Runtime.CompilerServices;

namespace Matchmaking;

/// <summary>One reason for an introduction, as one of its two sides reads it.</summary>
public sealed record Reason
{
    /// <summary>The part of the score that it tells of.</summary>
    public required ScorePart Part { get; init; }

    /// <summary>
    /// How much it says for these two, in [0, 1]: the part's weight for the kind of introduction, times its value for this side, times how
    /// few in the community it holds for. Figures of one answer compare with each other.
    /// </summary>
    public required double Strength { get; init; }

    /// <summary>The topics, activities or languages that count, as the text has them; never one from a hidden field.</summary>
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
