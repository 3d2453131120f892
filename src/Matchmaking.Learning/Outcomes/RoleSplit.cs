namespace Matchmaking.Learning;

/// <summary>
/// What tells two sides apart of whom one is always introduced to the other: they choose by different lights, so that each has its own
/// directed model. An attribute of two values, the part taken in mentoring, or an attribute that one side alone tells.
/// </summary>
internal sealed record RoleSplit(RoleMark Mark, string Attribute, string First, string Second)
{
    private const double LeastShare = .99;
    private const int LeastRows = 100;

    /// <summary>Beyond so many combinations a mark does not divide.</summary>
    private const int MostCombinations = 20;

    /// <summary>The attributes of so many of the first pairs are tried.</summary>
    private const int PairsLookedAt = 50;

    private const string Told = "told",
        NotTold = "not told";

    /// <summary>For reports.</summary>
    public string Shown =>
        Mark switch
        {
            RoleMark.Mentoring => "the part they take in mentoring",
            RoleMark.Telling => $"who tells {Attribute}",
            _ => Attribute,
        };

    /// <summary>Null where nothing divides the pairs.</summary>
    /// <param name="members">By position.</param>
    /// <param name="pairs">What is learned from.</param>
    /// <param name="isCommon">Whether so many people tell something that it may be kept by name.</param>
    public static RoleSplit? Of(IReadOnlyList<Member> members, IReadOnlyList<LabelledPair> pairs, Func<int, bool> isCommon)
    {
        string[] names =
        [
            .. pairs
                .Take(PairsLookedAt)
                .SelectMany(pair => members[pair.From].Attributes.Keys)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        IEnumerable<(RoleMark Mark, string Attribute)> marks =
        [
            .. names.Select(name => (RoleMark.Value, name)),
            (RoleMark.Mentoring, ""),
            .. names.Select(name => (RoleMark.Telling, name)),
        ];
        return marks
            .Select(mark => Of(members, pairs, mark.Mark, mark.Attribute))
            .FirstOrDefault(split =>
                split is not null && isCommon(members.Count(split.IsFirst)) && isCommon(members.Count(split.IsSecond))
            );
    }

    /// <summary>0 or 1; −1 for one of neither side.</summary>
    public int RoleOf(Member member) =>
        ValueOf(member, Mark, Attribute) is not { } value ? -1
        : value == First ? 0
        : value == Second ? 1
        : -1;

    private bool IsFirst(Member member) => RoleOf(member) == 0;

    private bool IsSecond(Member member) => RoleOf(member) == 1;

    public void Write(BinaryWriter writer)
    {
        writer.Write((int)Mark);
        writer.WriteStrings([Attribute, First, Second]);
    }

    public static RoleSplit Read(BinaryReader reader)
    {
        var mark = (RoleMark)reader.ReadCount((int)RoleMark.Telling);
        return reader.ReadStrings(3) is [var attribute, var first, var second]
            ? new RoleSplit(mark, attribute, first, second)
            : throw new InvalidDataException("the sides have no names");
    }

    private static RoleSplit? Of(IReadOnlyList<Member> members, IReadOnlyList<LabelledPair> pairs, RoleMark mark, string attribute)
    {
        Dictionary<(string, string), int> counts = [];
        foreach (LabelledPair pair in pairs)
        {
            if (ValueOf(members[pair.From], mark, attribute) is { } from && ValueOf(members[pair.To], mark, attribute) is { } to)
                counts[(from, to)] = counts.GetValueOrDefault((from, to)) + 1;
            if (counts.Count > MostCombinations)
                return null;
        }

        if (counts.Count < 2)
            return null;
        ((string first, string second), int forth) = counts
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key.Item1, StringComparer.Ordinal)
            .First();
        int back = counts.GetValueOrDefault((second, first));
        if (first == second || back < LeastRows || forth + back < LeastShare * pairs.Count)
            return null;
        return string.CompareOrdinal(first, second) < 0
            ? new RoleSplit(mark, attribute, first, second)
            : new RoleSplit(mark, attribute, second, first);
    }

    private static string? ValueOf(Member member, RoleMark mark, string attribute) =>
        mark switch
        {
            RoleMark.Value => member.Attributes.TryGetValue(attribute, out AttributeValue? value) ? CategoryFeatures.ValueOf(value) : null,
            RoleMark.Mentoring => member.Mentoring?.Role.ToString(),
            _ => member.Attributes.ContainsKey(attribute) ? Told : NotTold,
        };
}
