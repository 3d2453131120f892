namespace Matchmaking.Learning;

/// <summary>A set of categories that members tell, with how much each category tells about who has it (IDF).</summary>
internal sealed class SetAttribute
{
    public const int MaximumAttributes = 30;
    private const int MaximumValues = 10_000;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly float[] _idf;

    private SetAttribute(AttributeName name, string[] values, float[] idf)
    {
        Name = name;
        _idf = idf;
        foreach (string value in values)
            _ids.Add(value, _ids.Count);
    }

    public AttributeName Name { get; }

    public static SetAttribute[] Of(IReadOnlyList<Member> members)
    {
        var names = AttributeNames.Of(members);
        return
        [
            .. members
                .SelectMany(member => member.Attributes)
                .Where(pair => pair.Value is { Kind: AttributeKind.Set, Categories.Count: > 0 })
                .GroupBy(pair => names[pair.Key], pair => pair.Value.Categories)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key.Name, StringComparer.Ordinal)
                .Take(MaximumAttributes)
                .Select(group => Measure(group.Key, [.. group])),
        ];
    }

    /// <summary>Null where the member does not tell; what was unknown at fitting does not count.</summary>
    public SparseVector? Vector(Member member)
    {
        if (!Name.TryGet(member, out AttributeValue? value) || value.Kind != AttributeKind.Set)
            return null;
        int[] ids = [.. value.Categories.Select(category => _ids.GetValueOrDefault(category, -1)).Where(id => id >= 0).Order()];
        return new SparseVector(ids, [.. ids.Select(id => _idf[id])]);
    }

    public void Write(BinaryWriter writer)
    {
        Name.Write(writer);
        writer.WriteStrings(_ids.Keys);
        foreach (float idf in _idf)
            writer.Write(idf);
    }

    public static SetAttribute Read(BinaryReader reader)
    {
        var name = AttributeName.Read(reader);
        string[] values = reader.ReadStrings(MaximumValues);
        if (values.Distinct(StringComparer.Ordinal).Count() != values.Length)
            throw new InvalidDataException("a category stands twice");
        float[] idf = [.. values.Select(_ => reader.ReadFinite())];
        return idf.All(weight => weight > 0)
            ? new SetAttribute(name, values, idf)
            : throw new InvalidDataException("a weight is not positive");
    }

    private static SetAttribute Measure(AttributeName name, IReadOnlyList<IReadOnlyList<string>> sets)
    {
        (string Value, int Count)[] values =
        [
            .. sets.SelectMany(set => set)
                .GroupBy(value => value, StringComparer.Ordinal)
                .Select(group => (group.Key, group.Count()))
                .OrderByDescending(value => value.Item2)
                .ThenBy(value => value.Key, StringComparer.Ordinal)
                .Take(MaximumValues),
        ];
        return new SetAttribute(
            name,
            [.. values.Select(value => value.Value)],
            [.. values.Select(value => (float)(Math.Log((1.0 + sets.Count) / (1.0 + value.Count)) + 1))]
        );
    }
}
