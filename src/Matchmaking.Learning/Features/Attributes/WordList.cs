namespace Matchmaking.Learning;

/// <summary>Words that members tell in one place: an attribute of categories, or a list of topics.</summary>
internal sealed record WordList
{
    private const string Interests = "interests",
        Needs = "needs",
        Offers = "offers";

    /// <summary>An answer that says nothing of what was asked.</summary>
    private static readonly HashSet<string> s_answers = new(
        ["yes", "no", "true", "false", "none", "other", "any", "oui", "non", "vrai", "faux", "aucun", "autre"],
        StringComparer.OrdinalIgnoreCase
    );

    private WordList(AttributeName? attribute, string topics) => (Attribute, Topics) = (attribute, topics);

    /// <summary>Null for a list of topics.</summary>
    public AttributeName? Attribute { get; }

    /// <summary>Which list of topics; empty for an attribute.</summary>
    public string Topics { get; }

    public string Shown => Attribute?.Shown ?? Topics;

    /// <summary>All that members tell in words.</summary>
    public static IEnumerable<WordList> Of(IReadOnlyList<Member> members)
    {
        var names = AttributeNames.Of(members);
        HashSet<AttributeName> told = [];
        foreach (Member member in members)
        {
            foreach ((string name, AttributeValue value) in member.Attributes)
            {
                if (value.Kind != AttributeKind.Number)
                    told.Add(names[name]);
            }
        }

        return
        [
            .. told.OrderBy(name => name.Name, StringComparer.Ordinal).Select(name => new WordList(name, "")),
            new(null, Interests),
            new(null, Needs),
            new(null, Offers),
        ];
    }

    /// <summary>A member's words. Codes are none: that two tell "2" of two things says nothing.</summary>
    public IEnumerable<string> WordsOf(Member member)
    {
        IEnumerable<string> words = Topics switch
        {
            Interests => member.Interests.Select(interest => interest.Topic),
            Needs => member.Needs.Select(need => need.Topic),
            Offers => member.Offers.Select(offer => offer.Topic),
            _ => Attribute!.TryGet(member, out AttributeValue? value) && value.Kind != AttributeKind.Number ? value.Categories : [],
        };
        return words.Where(word => word.Length > 1 && word.Any(char.IsLetter) && !s_answers.Contains(word));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Topics);
        Attribute?.Write(writer);
    }

    public static WordList Read(BinaryReader reader) =>
        reader.ReadString() switch
        {
            "" => new WordList(AttributeName.Read(reader), ""),
            var topics when topics is Interests or Needs or Offers => new WordList(null, topics),
            var topics => throw new InvalidDataException($"there is no list of topics called '{topics}'"),
        };
}
