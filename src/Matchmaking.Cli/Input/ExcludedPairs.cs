namespace Matchmaking.Cli.Input;

/// <summary>Pairs that are not to be suggested, whichever of the two is asked for.</summary>
internal sealed class ExcludedPairs
{
    public static ExcludedPairs None { get; } = new();

    private readonly Dictionary<string, HashSet<string>> _partners = new(StringComparer.Ordinal);

    /// <param name="rows">Two ids each.</param>
    public static ExcludedPairs Of(IEnumerable<string[]> rows)
    {
        var pairs = new ExcludedPairs();
        foreach (string[] row in rows)
        {
            pairs.Add(row[0], row[1]);
            pairs.Add(row[1], row[0]);
        }

        return pairs;
    }

    public IReadOnlyCollection<string> Of(string id) => _partners.TryGetValue(id, out HashSet<string>? partners) ? partners : [];

    private void Add(string id, string partner)
    {
        if (!_partners.TryGetValue(id, out HashSet<string>? partners))
            _partners.Add(id, partners = new HashSet<string>(StringComparer.Ordinal));
        partners.Add(partner);
    }
}
