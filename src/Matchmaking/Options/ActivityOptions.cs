using System.Globalization;
using System.Runtime.CompilerServices;

namespace Matchmaking;

/// <summary>Which activities to suggest to a member.</summary>
public sealed record ActivityOptions
{
    internal static ActivityOptions Default { get; } = new();

    /// <summary>How many at the most, 1..1,000,000. Default 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public int Count
    {
        get;
        init => field = Guard.InRange(value, 1, 1_000_000);
    } = 10;

    /// <summary>The language of the reasons, as in <see cref="SuggestOptions.Culture"/>.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>Ids of activities not to suggest. Default: none.</summary>
    /// <exception cref="ArgumentException">An id is null.</exception>
    public IReadOnlyCollection<string> Exclude
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>The only kind to suggest; null (the default): any.</summary>
    public ActivityKind? Kind { get; init; }

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(ActivityOptions? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
