using System.Collections.Immutable;

namespace Matchmaking.Members;

/// <summary>Who has blocked whom, in either direction. Immutable; a changed copy is cheap.</summary>
internal sealed class BlockList
{
    private readonly PersistentArray<int[]?> _others;
    private readonly ImmutableDictionary<string, ImmutableHashSet<int>> _blockers;

    private BlockList(PersistentArray<int[]?> others, ImmutableDictionary<string, ImmutableHashSet<int>> blockers) =>
        (_others, _blockers) = (others, blockers);

    public static BlockList Of(IReadOnlyList<Member> members, Dictionary<string, int> ids)
    {
        var pairs = PersistentArray<int[]>.Blank(members.Count).Edit();
        var blockers = ImmutableDictionary.CreateBuilder<string, ImmutableHashSet<int>>(StringComparer.Ordinal);
        for (int i = 0; i < members.Count; i++)
        {
            foreach (string id in members[i].Blocks)
            {
                blockers[id] = (blockers.TryGetValue(id, out ImmutableHashSet<int>? known) ? known : []).Add(i);
                if (ids.TryGetValue(id, out int blocked))
                    Join(pairs, i, blocked);
            }
        }

        return new BlockList(pairs.ToArray(), blockers.ToImmutable());
    }

    /// <summary>Whether one of the two has blocked the other.</summary>
    public bool Contains(int a, int b) => a < _others.Count && _others[a] is { } others && Array.BinarySearch(others, b) >= 0;

    /// <summary>Who has blocked an id, whether or not a member has it.</summary>
    public IReadOnlyCollection<int> Blockers(string id) => _blockers.TryGetValue(id, out ImmutableHashSet<int>? blockers) ? blockers : [];

    /// <summary>With a member at a position who may have blocked others, or been blocked before they came.</summary>
    /// <param name="position">The member's position; one more than the last where they are new.</param>
    /// <param name="before">What they told before; null: they are new.</param>
    /// <param name="member">What they tell now.</param>
    /// <param name="community">The community before.</param>
    public BlockList With(int position, Member? before, Member member, LiveCommunity community)
    {
        if (member.Blocks.Count == 0 && (before is null ? !_blockers.ContainsKey(member.Id) : before.Blocks.Count == 0))
            return this;
        var pairs = _others.Edit();
        ImmutableDictionary<string, ImmutableHashSet<int>> blockers = _blockers;
        foreach (string id in (before?.Blocks ?? []).Except(member.Blocks, StringComparer.Ordinal))
        {
            blockers = Without(blockers, id, position);
            if (community.TryIndexOf(id, out int other) && (other == position || !Blockers(member.Id).Contains(other)))
                Part(pairs, position, other);
        }

        foreach (string id in member.Blocks)
        {
            blockers = blockers.SetItem(id, (blockers.TryGetValue(id, out ImmutableHashSet<int>? known) ? known : []).Add(position));
            if (id == member.Id)
                Join(pairs, position, position);
            else if (community.TryIndexOf(id, out int other))
                Join(pairs, position, other);
        }

        if (before is null)
        {
            foreach (int blocker in Blockers(member.Id))
                Join(pairs, position, blocker);
        }

        return new BlockList(pairs.ToArray(), blockers);
    }

    /// <summary>Without a member, as one who blocks and as one who is blocked.</summary>
    public BlockList Without(int position, Member member)
    {
        ImmutableDictionary<string, ImmutableHashSet<int>> blockers = _blockers.Remove(member.Id);
        foreach (string id in member.Blocks)
            blockers = Without(blockers, id, position);
        if (position >= _others.Count || _others[position] is not { } others)
            return new BlockList(_others, blockers);
        var pairs = _others.Edit();
        foreach (int other in others)
            Part(pairs, position, other);
        return new BlockList(pairs.ToArray(), blockers);
    }

    private static ImmutableDictionary<string, ImmutableHashSet<int>> Without(
        ImmutableDictionary<string, ImmutableHashSet<int>> blockers,
        string id,
        int position
    )
    {
        if (!blockers.TryGetValue(id, out ImmutableHashSet<int>? known))
            return blockers;
        known = known.Remove(position);
        return known.IsEmpty ? blockers.Remove(id) : blockers.SetItem(id, known);
    }

    private static void Join(PersistentArray<int[]?>.Editor pairs, int a, int b)
    {
        Add(a, b);
        Add(b, a);

        void Add(int of, int other)
        {
            while (pairs.Count <= of)
                pairs.Add(null);
            if (Array.IndexOf(pairs[of] ?? [], other) < 0)
                pairs[of] = [.. (pairs[of] ?? []).Append(other).Order()];
        }
    }

    private static void Part(PersistentArray<int[]?>.Editor pairs, int a, int b)
    {
        Remove(a, b);
        Remove(b, a);

        void Remove(int of, int other)
        {
            if (of < pairs.Count && pairs[of] is { } others)
                pairs[of] = others.Length == 1 && others[0] == other ? null : [.. others.Where(known => known != other)];
        }
    }
}
