namespace Matchmaking.Learning;

/// <summary>
/// What so many people tell that a model may keep it by name: names of attributes, their values, words, kinds of interactions. What fewer
/// tell says who they are, and would outlast them.
/// </summary>
internal sealed class CommonNames
{
    private readonly int _least;

    /// <param name="index">The community.</param>
    /// <param name="least">From how many people on something is common, from 1.</param>
    public CommonNames(CommunityIndex index, int least)
    {
        (Index, _least) = (index, least);
        Dictionary<(string Name, string? Value), int> counts = [];
        foreach (Member member in index.Members)
        {
            foreach ((string name, AttributeValue value) in member.Attributes)
            {
                Count((name, null));
                foreach (string category in Categories(value))
                    Count((name, category));
            }
        }

        Members = [.. index.Members.Select(member => member.Attributes.Count == 0 ? member : Common(member))];

        void Count((string, string?) told) => counts[told] = counts.GetValueOrDefault(told) + 1;

        Member Common(Member member)
        {
            Dictionary<string, AttributeValue> attributes = new(StringComparer.Ordinal);
            foreach ((string name, AttributeValue value) in member.Attributes)
            {
                if (!Has(counts[(name, null)]))
                    continue;
                if (value.Kind == AttributeKind.Number)
                {
                    attributes.Add(name, value);
                    continue;
                }

                string[] common = [.. Categories(value).Where(category => Has(counts[(name, category)]))];
                if (value.Kind == AttributeKind.Set)
                    attributes.Add(name, AttributeValue.Of(common));
                else if (common is [string category])
                    attributes.Add(name, category);
            }

            return member with
            {
                Attributes = attributes,
            };
        }
    }

    public CommunityIndex Index { get; }

    /// <summary>The members, with what is common of their attributes alone.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>Whether so many people are enough.</summary>
    public bool Has(int people) => people >= _least;

    private static IEnumerable<string> Categories(AttributeValue value) =>
        value.Kind == AttributeKind.Number ? [] : value.Categories.Distinct(StringComparer.Ordinal);
}
