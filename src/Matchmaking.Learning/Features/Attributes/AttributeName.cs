using System.Diagnostics.CodeAnalysis;

namespace Matchmaking.Learning;

/// <summary>
/// An attribute as features know it: by one name, or by two where the two sides of a community tell the same thing under names of their own
/// ("mentee_age", "mentor_age").
/// </summary>
internal sealed record AttributeName(string Name, string? Counterpart = null)
{
    /// <summary>For reports.</summary>
    public string Shown => Counterpart is null ? Name : $"{Name} / {Counterpart}";

    /// <summary>What two names have in common.</summary>
    public string Core
    {
        get
        {
            if (Counterpart is null)
                return Name;
            int prefix = Name.AsSpan().CommonPrefixLength(Counterpart),
                suffix = 0;
            while (suffix < Math.Min(Name.Length, Counterpart.Length) - prefix && Name[^(suffix + 1)] == Counterpart[^(suffix + 1)])
                suffix++;
            return (Name[..prefix] + Name[^suffix..]).Trim('_', '.', ':', '-', '/', ' ');
        }
    }

    public bool TryGet(Member member, [NotNullWhen(true)] out AttributeValue? value) =>
        member.Attributes.TryGetValue(Name, out value)
        || (Counterpart is not null && member.Attributes.TryGetValue(Counterpart, out value));

    public void Write(BinaryWriter writer) => writer.WriteStrings(Counterpart is null ? [Name] : [Name, Counterpart]);

    public static AttributeName Read(BinaryReader reader) =>
        reader.ReadStrings(2) switch
        {
            [var name] => new AttributeName(name),
            [var name, var counterpart] => new AttributeName(name, counterpart),
            _ => throw new InvalidDataException("an attribute has no name"),
        };
}
