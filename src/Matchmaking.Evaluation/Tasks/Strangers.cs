namespace Matchmaking.Evaluation;

/// <summary>Who of the active pool never shared an event of any size before the cut.</summary>
internal sealed class Strangers
{
    private readonly HashSet<int>?[] _met;

    public Strangers(NashvilleSplit split)
    {
        Split = split;
        _met = new HashSet<int>?[split.Community.Members.Count];
        HashSet<int> active = [.. split.Active];
        Parallel.ForEach(split.Active, member =>
        {
            HashSet<int> met = split.Met(member);
            met.IntersectWith(active);
            _met[member] = met;
        });
    }

    public NashvilleSplit Split { get; }

    public bool Are(int a, int b) => _met[a] is { } met && _met[b] is not null && !met.Contains(b);

    public bool Are(Member a, Member b) => Are(Split.Community.IndexOf(a.Id), Split.Community.IndexOf(b.Id));
}
