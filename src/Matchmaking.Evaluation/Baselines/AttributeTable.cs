namespace Matchmaking.Evaluation;

/// <summary>
/// What members tell as discrete values: categories as they are, numbers by the fifths of the community, as RECON and counting need.
/// </summary>
internal sealed class AttributeTable
{
    private const int Bins = 5;

    private readonly Dictionary<string, double[]> _bounds = [];
    private readonly Dictionary<string, Dictionary<string, string[]>> _values;

    public AttributeTable(Community community)
    {
        foreach (
            var numbers in community
                .Members.SelectMany(m => m.Attributes)
                .Where(a => a.Value.Kind == AttributeKind.Number)
                .GroupBy(a => a.Key, a => a.Value.Number)
        )
        {
            double[] sorted = [.. numbers.Order()];
            _bounds.Add(numbers.Key, [.. Enumerable.Range(1, Bins - 1).Select(i => sorted[i * sorted.Length / Bins]).Distinct()]);
        }

        _values = community.Members.ToDictionary(m => m.Id, m => m.Attributes.ToDictionary(a => a.Key, a => Values(a.Key, a.Value)));
    }

    /// <summary>A member's values by attribute; one for a number or category, any number for a set.</summary>
    public IReadOnlyDictionary<string, string[]> this[string member] => _values[member];

    private string[] Values(string name, AttributeValue value) =>
        value.Kind == AttributeKind.Number ? [$"#{_bounds[name].Count(bound => value.Number >= bound)}"] : [.. value.Categories];
}
