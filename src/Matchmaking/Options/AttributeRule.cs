using System.Globalization;

namespace Matchmaking.Options;

/// <summary>What two members' values of an attribute must be to each other.</summary>
internal enum AttributeRelation
{
    /// <summary>They have a value in common.</summary>
    Equal,

    /// <summary>They have no value in common.</summary>
    Different,

    /// <summary>Their numbers are no further apart than a distance.</summary>
    Within,

    /// <summary>Neither's attribute names the other's id.</summary>
    NotNamed,

    /// <summary>The attribute of one of them names the other's id.</summary>
    Named,
}

/// <summary>A rule on one attribute, as a file of rules tells it: it refuses with a text, or puts the others in a later tier.</summary>
internal sealed class AttributeRule : IIntroductionRule
{
    private static readonly RuleVerdict s_hidden = RuleVerdict.Refuse(ObstacleKind.HostRule, culture =>
        culture.TwoLetterISOLanguageName == "fr" ? "Non disponible." : "Not available."
    );

    private readonly string _field;
    private RuleVerdict _otherwise;

    /// <param name="attribute">The attribute's name.</param>
    /// <param name="relation">What must be.</param>
    public AttributeRule(string attribute, AttributeRelation relation)
    {
        (Attribute, Relation) = (attribute, relation);
        _field = MemberField.AttributePrefix + attribute;
    }

    public string Attribute { get; }

    public AttributeRelation Relation { get; }

    public double Distance { get; init; }

    /// <summary>For which kinds of introductions; null: for all.</summary>
    public IReadOnlyList<IntroductionKind>? Kinds { get; init; }

    /// <summary>Whether two of whom one does not tell the attribute are as if the rule were broken.</summary>
    public bool MustTell { get; init; }

    /// <summary>The tier of those who break the rule.</summary>
    public int Tier
    {
        init => _otherwise = RuleVerdict.InTier(value);
    }

    /// <summary>Refuses who breaks the rule.</summary>
    /// <param name="code">The rule's code.</param>
    /// <param name="texts">The reason, by language; "" for the language of all others.</param>
    public AttributeRule Refusing(ObstacleKind code, IReadOnlyDictionary<string, string> texts)
    {
        _otherwise = RuleVerdict.Refuse(code, culture => Text(texts, culture));
        return this;
    }

    public RuleVerdict Judge(ProposedIntroduction proposed)
    {
        if (Kinds is not null && !Kinds.Contains(proposed.Kind))
            return RuleVerdict.Allow;
        AttributeValue? value = proposed.From.Attributes.GetValueOrDefault(Attribute),
            other = proposed.To.Attributes.GetValueOrDefault(Attribute);
        if (Relation is AttributeRelation.Named or AttributeRelation.NotNamed)
        {
            bool named = Names(value, proposed.To.Id) || Names(other, proposed.From.Id);
            bool untold = value is null && other is null;
            return (untold ? !MustTell : named == (Relation == AttributeRelation.Named)) ? RuleVerdict.Allow : Otherwise(proposed);
        }

        return (value is null || other is null ? !MustTell : Holds(value, other)) ? RuleVerdict.Allow : Otherwise(proposed);
    }

    private RuleVerdict Otherwise(ProposedIntroduction proposed) =>
        _otherwise.IsRefusal && (IsHidden(proposed.From) || IsHidden(proposed.To)) ? s_hidden : _otherwise;

    /// <summary>Whether a refusal would tell what a member does not show.</summary>
    private bool IsHidden(Member member) =>
        (member.Hidden.Count > 0 || member.Consent.Count > 0) && (member.PurposesOf(_field) & FieldPurposes.Shown) == 0;

    private bool Holds(AttributeValue value, AttributeValue other) =>
        Relation switch
        {
            AttributeRelation.Equal => Share(value, other),
            AttributeRelation.Different => !Share(value, other),
            _ => value.Kind == AttributeKind.Number
                && other.Kind == AttributeKind.Number
                && Math.Abs(value.Number - other.Number) <= Distance,
        };

    private static bool Share(AttributeValue value, AttributeValue other) =>
        value.Kind == AttributeKind.Number || other.Kind == AttributeKind.Number
            ? value.Equals(other)
            : value.Categories.Any(category => other.Categories.Contains(category, StringComparer.Ordinal));

    private static bool Names(AttributeValue? value, string id) =>
        value is not null
        && (value.Kind == AttributeKind.Number ? value.ToString() == id : value.Categories.Contains(id, StringComparer.Ordinal));

    private static string Text(IReadOnlyDictionary<string, string> texts, CultureInfo culture) =>
        texts.TryGetValue(culture.TwoLetterISOLanguageName, out string? text) ? text
        : texts.TryGetValue("", out text) ? text
        : texts.TryGetValue("en", out text) ? text
        : texts.OrderBy(pair => pair.Key, StringComparer.Ordinal).First().Value;
}
