namespace Matchmaking;

/// <summary>
/// Those who have the same value of an attribute come first, all others only if nobody of them is left: the same site first, else online.
/// Who does not tell the attribute comes with the others.
/// </summary>
public sealed class SameAttributeFirst : IIntroductionRule
{
    private readonly string _attribute;

    /// <summary>The rule for an attribute.</summary>
    /// <param name="attribute">The attribute's name in <see cref="Member.Attributes"/>.</param>
    /// <exception cref="ArgumentException">The name is empty or contains control characters.</exception>
    public SameAttributeFirst(string attribute) => _attribute = Guard.Identifier(attribute, nameof(attribute));

    /// <inheritdoc/>
    public RuleVerdict Judge(ProposedIntroduction proposed) =>
        proposed.From.Attributes.TryGetValue(_attribute, out AttributeValue? value)
        && proposed.To.Attributes.TryGetValue(_attribute, out AttributeValue? other)
        && value.Equals(other)
            ? RuleVerdict.Allow
            : RuleVerdict.InTier(1);
}
