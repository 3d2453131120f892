namespace Matchmaking.Rounds;

/// <summary>One quota on the members' attribute, each value a number.</summary>
internal sealed class QuotaCheck
{
    private readonly int[]?[] _values;

    public QuotaCheck(GroupQuota quota, IReadOnlyList<Member> members)
    {
        Quota = quota;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _values =
        [
            .. members.Select(member =>
                member.Attributes.TryGetValue(quota.Attribute, out AttributeValue? value) ? Numbers(value, numbers) : null
            ),
        ];
    }

    public GroupQuota Quota { get; }

    /// <summary>Whether the member counts for the quota.</summary>
    public bool Counts(int member) => _values[member] is { Length: > 0 };

    /// <summary>Whether a group keeps to the quota, as far as it is complete.</summary>
    public bool Allows(ReadOnlySpan<int> group, bool complete)
    {
        int counting = 0;
        foreach (int member in group)
        {
            if (_values[member] is not { Length: > 0 } values)
                continue;
            counting++;
            foreach (int value in values)
            {
                if (Quota.NobodyAlone && complete && CountOf(value, group) == 1)
                    return false;
                if (Quota.AtMost < group.Length && CountOf(value, group) > Quota.AtMost)
                    return false;
            }
        }

        return !complete || counting >= Quota.AtLeast;
    }

    private int CountOf(int value, ReadOnlySpan<int> group)
    {
        int count = 0;
        foreach (int member in group)
            count += _values[member] is { } values && Array.IndexOf(values, value) >= 0 ? 1 : 0;
        return count;
    }

    private int[] Numbers(AttributeValue value, Dictionary<string, int> numbers)
    {
        IEnumerable<string> texts = value.Kind == AttributeKind.Number ? [value.ToString()] : value.Categories;
        return [.. texts.Where(text => Quota.Value is null || Quota.Value == text).Select(Number)];

        int Number(string text)
        {
            if (!numbers.TryGetValue(text, out int number))
                numbers.Add(text, number = numbers.Count);
            return number;
        }
    }
}
