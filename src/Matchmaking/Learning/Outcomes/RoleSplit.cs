namespace Matchmaking;

/// <summary>
/// An attribute of two values such that one is always introduced to the other: the two sides choose by different lights, so that each has its own
/// directed model.
/// </summary>
internal sealed record RoleSplit(string Attribute, string First, string Second)
{
    private const double LeastShare = .99;
    private const int LeastRows = 100;

    /// <summary>Null where no attribute divides the pairs.</summary>
    public static RoleSplit? Of(IReadOnlyList<Member> members, IReadOnlyList<LabelledPair> pairs)
    {
        IEnumerable<string> names = pairs.Take(50).SelectMany(pair => members[pair.From].Attributes.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (string name in names)
        {
            Dictionary<(string, string), int> counts = [];
            foreach (LabelledPair pair in pairs)
            {
                if (ValueOf(members[pair.From], name) is { } from && ValueOf(members[pair.To], name) is { } to)
                    counts[(from, to)] = counts.GetValueOrDefault((from, to)) + 1;
                if (counts.Count > 20)
                    break;
            }

            if (counts.Count is < 2 or > 20)
                continue;
            ((string first, string second), int forth) = counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key.Item1, StringComparer.Ordinal).First();
            int back = counts.GetValueOrDefault((second, first));
            if (first != second && back >= LeastRows && forth + back >= LeastShare * pairs.Count)
                return string.CompareOrdinal(first, second) < 0 ? new RoleSplit(name, first, second) : new RoleSplit(name, second, first);
        }

        return null;
    }

    /// <summary>0 or 1; −1 for one of neither side.</summary>
    public int RoleOf(Member member) => ValueOf(member, Attribute) is not { } value ? -1 : value == First ? 0 : value == Second ? 1 : -1;

    private static string? ValueOf(Member member, string name) =>
        member.Attributes.TryGetValue(name, out AttributeValue? value) ? CategoryFeatures.ValueOf(value) : null;
}
