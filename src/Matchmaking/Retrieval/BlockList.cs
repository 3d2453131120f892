namespace Matchmaking;

/// <summary>Who has blocked whom, in either direction.</summary>
internal sealed class BlockList
{
    private readonly HashSet<(int, int)> _pairs = [];

    public BlockList(Community community)
    {
        for (int i = 0; i < community.Members.Count; i++)
        {
            foreach (string id in community.Members[i].Blocks)
            {
                if (community.TryIndexOf(id, out int blocked))
                    _pairs.Add(Key(i, blocked));
            }
        }
    }

    public bool Contains(int a, int b) => _pairs.Contains(Key(a, b));

    private static (int, int) Key(int a, int b) => a < b ? (a, b) : (b, a);
}
