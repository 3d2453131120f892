using System.Runtime.CompilerServices;

namespace Matchmaking;

/// <summary>A round that was planned: who met whom, and who was left out. Its members need not be in the community any more.</summary>
public sealed record HistoryEntry
{
    /// <summary>The moment for which it was planned.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What its introductions were for.</summary>
    public IntroductionKind Kind
    {
        get;
        init => field = Guard.Defined(value);
    } = IntroductionKind.Any;

    /// <summary>The ids of those who met, two or more at a time.</summary>
    /// <exception cref="ArgumentException">
    /// A group is null, has fewer than two ids, or an id is empty or contains control characters.
    /// </exception>
    public required IReadOnlyList<IReadOnlyList<string>> Groups
    {
        get;
        init
        {
            foreach (IReadOnlyList<string> group in Guard.NoNulls(value))
            {
                if (group.Count < 2)
                    throw new ArgumentException("must hold groups of two ids or more", nameof(Groups));
                foreach (string id in group)
                    Guard.Identifier(id);
            }

            field = value;
        }
    }

    /// <summary>The ids of those who wanted to meet somebody and did not.</summary>
    /// <exception cref="ArgumentException">An id is null, empty or contains control characters.</exception>
    public IReadOnlyList<string> LeftOut
    {
        get;
        init
        {
            foreach (string id in Guard.NoNulls(value))
                Guard.Identifier(id);
            field = value;
        }
    } = [];

    /// <summary>The same without a member; two others of a group have met still, and one alone is no group.</summary>
    internal HistoryEntry Without(string memberId) =>
        this with
        {
            Groups =
            [
                .. Groups.Select(group => (IReadOnlyList<string>)[.. group.Where(id => id != memberId)]).Where(group => group.Count > 1),
            ],
            LeftOut = [.. LeftOut.Where(id => id != memberId)],
        };

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(HistoryEntry? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
