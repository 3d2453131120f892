using System.Globalization;
using System.Runtime.CompilerServices;

namespace Matchmaking;

/// <summary>Whom to suggest to a group of members.</summary>
public sealed record GroupOptions
{
    internal static GroupOptions Default { get; } = new();

    /// <summary>How many at the most, 1..1,000,000. Default 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public int Count
    {
        get;
        init => field = Guard.InRange(value, 1, 1_000_000);
    } = 10;

    /// <summary>
    /// The language of the reasons, as in <see cref="SuggestOptions.Culture"/>; null: the first language of the group's first member.
    /// </summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>Ids of members not to suggest. Default: none.</summary>
    /// <exception cref="ArgumentException">An id is null.</exception>
    public IReadOnlyCollection<string> Exclude
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>
    /// A rule for this call beside <see cref="MatchmakerOptions.Allow"/>, asked for every member of the group and the candidate; null:
    /// none.
    /// </summary>
    public Func<Member, Member, bool>? Allow { get; init; }

    /// <summary>
    /// Rules for this call beside <see cref="MatchmakerOptions.Rules"/>, asked for every member of the group and the candidate;
    /// a candidate is in the last tier that one of them names. Default: none.
    /// </summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public IReadOnlyList<IIntroductionRule> Rules
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(GroupOptions? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
