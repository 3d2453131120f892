namespace Matchmaking.Cli.Input;

/// <summary>Pairs that are not to be suggested, whichever of the two is asked for.</summary>
internal sealed class ExcludedPairs
{
    public static ExcludedPairs None { get; } = new();

    private readonly Dictionary<string, HashSet<string>> _partners = new(StringComparer.Ordinal);

    public static ExcludedPairs Read(string path, Community community)
    {
        var pairs = new ExcludedPairs();
        foreach (string[] row in CsvTable.Read(path, community, "from", "to"))
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
