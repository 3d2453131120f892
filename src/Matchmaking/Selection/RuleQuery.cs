namespace Matchmaking;

/// <summary>What the rules need to know of one call.</summary>
internal sealed class RuleQuery
{
    public RuleQuery(PairQuery pair, SuggestOptions options)
    {
        Pair = pair;
        Options = options;
        foreach (string id in options.Exclude)
        {
            if (pair.Index.Live.TryIndexOf(id, out int excluded))
                Excluded.Add(excluded);
        }
    }

    public PairQuery Pair { get; }

    public SuggestOptions Options { get; }

    public HashSet<int> Excluded { get; } = [];

    public CommunityIndex Index => Pair.Index;

    public int Member => Pair.Member;

    public Member Profile => Pair.Profile;

    public DateTimeOffset Now => Pair.Now;
}
