using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>What kind of value a host's own attribute has.</summary>
public enum AttributeKind
{
    /// <summary>A finite number: an age, a seniority in years, an answer from 1 to 10.</summary>
    Number,

    /// <summary>One of a few categories: an office, a department, a pronoun.</summary>
    Category,

    /// <summary>A set of categories: badges, schools, channels.</summary>
    Set,
}

/// <summary>
/// The value of an attribute that the host knows and the library does not: a number, a category or a set of categories.
/// Attributes reach the score only through learning, and <see cref="SuggestOptions.Allow"/>.
/// </summary>
[JsonConverter(typeof(CommunityJsonConverter))]
public sealed class AttributeValue : IEquatable<AttributeValue>
{
    private readonly IReadOnlyList<string> _categories;

    private AttributeValue(AttributeKind kind, double number, IReadOnlyList<string> categories)
    {
        Kind = kind;
        Number = number;
        _categories = categories;
    }

    /// <summary>Whether this is a number, a category or a set.</summary>
    public AttributeKind Kind { get; }

    /// <summary>The number; NaN for a category or a set.</summary>
    public double Number { get; }

    /// <summary>The category, or the set's categories, ordered and each once; empty for a number.</summary>
    public IReadOnlyList<string> Categories => _categories;

    /// <summary>A number.</summary>
    /// <param name="number">Any finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN or infinite.</exception>
    public static AttributeValue Of(double number) => new(AttributeKind.Number, Guard.Finite(number, nameof(number)), []);

    /// <summary>A category.</summary>
    /// <param name="category">Its name; compared as written.</param>
    /// <exception cref="ArgumentException">The name is empty or contains control characters.</exception>
    public static AttributeValue Of(string category) =>
        new(AttributeKind.Category, double.NaN, [Guard.Identifier(category, nameof(category))]);

    /// <summary>A set of categories.</summary>
    /// <param name="categories">Their names, in any order; repeated ones count once. May be empty.</param>
    /// <exception cref="ArgumentException">A name is empty or contains control characters.</exception>
    public static AttributeValue Of(IEnumerable<string> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        return new(
            AttributeKind.Set,
            double.NaN,
            [.. categories.Select(c => Guard.Identifier(c, nameof(categories))).Distinct().Order(StringComparer.Ordinal)]
        );
    }

    /// <summary>A number, as by <see cref="Of(double)"/>.</summary>
    /// <param name="number">Any finite number.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Of is the alternate.")]
    public static implicit operator AttributeValue(double number) => Of(number);

    /// <summary>A category, as by <see cref="Of(string)"/>.</summary>
    /// <param name="category">Its name.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Of is the alternate.")]
    public static implicit operator AttributeValue(string category) => Of(category);

    /// <inheritdoc/>
    public bool Equals(AttributeValue? other) =>
        other is not null
        && Kind == other.Kind
        && Number.Equals(other.Number)
        && _categories.SequenceEqual(other._categories, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AttributeValue);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Kind);
        hash.Add(Number);
        foreach (string category in _categories)
            hash.Add(category, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Kind == AttributeKind.Number ? Number.ToString("R", CultureInfo.InvariantCulture) : string.Join(", ", _categories);
}
