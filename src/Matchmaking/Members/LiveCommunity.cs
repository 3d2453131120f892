using System.Collections.Immutable;
using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// A community by positions, of which a changed copy is cheap. A member keeps their position; who comes is added at the end; who goes
/// leaves an empty place (<see cref="Nobody"/>), so that everybody else's position stays. <see cref="Compact"/> closes the gaps.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LiveCommunity
{
    /// <summary>Stands where a member was removed: says nothing, and is nobody's candidate.</summary>
    internal static readonly Member Nobody = new() { Id = "-" };

    private readonly Dictionary<string, int> _ids;
    private readonly ImmutableDictionary<string, int> _added;
    private readonly Lazy<Community> _community;

    private LiveCommunity(
        PersistentArray<Member> members,
        int removed,
        Dictionary<string, int> ids,
        ImmutableDictionary<string, int> added,
        ActivityTree tree,
        BlockList blocks,
        EventLog<Participation> participations,
        EventLog<Interaction> interactions,
        EventLog<Outcome> outcomes,
        Community? community = null
    )
    {
        (Members, Removed, _ids, _added, Tree, Blocks) = (members, removed, ids, added, tree, blocks);
        (Participations, Interactions, Outcomes) = (participations, interactions, outcomes);
        _community = community is null ? new Lazy<Community>(ToCommunity) : new Lazy<Community>(community);
    }

    /// <summary>By position, <see cref="Nobody"/> where one was removed.</summary>
    internal PersistentArray<Member> Members { get; }

    /// <summary>How many places are empty.</summary>
    internal int Removed { get; }

    internal ActivityTree Tree { get; }

    /// <summary>Who has blocked whom.</summary>
    internal BlockList Blocks { get; }

    /// <summary>From members to activities.</summary>
    internal EventLog<Participation> Participations { get; }

    internal EventLog<Interaction> Interactions { get; }

    /// <summary>What came of introductions.</summary>
    public EventLog<Outcome> Outcomes { get; }

    /// <summary>As the host knows it; made when first asked for. Its positions are these where nobody was removed.</summary>
    internal Community Community => _community.Value;

    /// <summary>A community by positions, which are those of its members.</summary>
    public static LiveCommunity Of(Community community)
    {
        var tree = ActivityTree.Of(community.Activities);
        int members = community.Members.Count;
        return new LiveCommunity(
            PersistentArray<Member>.From(community.Members),
            0,
            community.MemberIndex,
            ImmutableDictionary.Create<string, int>(StringComparer.Ordinal),
            tree,
            BlockList.Of(community.Members, community.MemberIndex),
            EventLog<Participation>.From(
                community.Participations,
                row => (community.IndexOf(row.MemberId), tree.IndexOf(row.ActivityId)),
                members,
                tree.Activities.Count
            ),
            EventLog<Interaction>.From(
                community.Interactions,
                row => (community.IndexOf(row.FromId), community.IndexOf(row.ToId)),
                members,
                members
            ),
            EventLog<Outcome>.From(
                community.Outcomes,
                row => (community.IndexOf(row.FromId), community.IndexOf(row.ToId)),
                members,
                members
            ),
            community
        );
    }

    /// <summary>Of parts whose rows name members and activities by position.</summary>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public static LiveCommunity Of(
        Member[] members,
        ActivityTree tree,
        EventLog<Participation> participations,
        EventLog<Interaction> interactions,
        EventLog<Outcome> outcomes
    )
    {
        var ids = new Dictionary<string, int>(members.Length, StringComparer.Ordinal);
        for (int i = 0; i < members.Length; i++)
            ids.Add(members[i].Id, i);
        return new LiveCommunity(
            PersistentArray<Member>.From(members),
            0,
            ids,
            ImmutableDictionary.Create<string, int>(StringComparer.Ordinal),
            tree,
            BlockList.Of(members, ids),
            participations,
            interactions,
            outcomes
        );
    }

    internal bool IsRemoved(int position) => ReferenceEquals(Members[position], Nobody);

    /// <summary>The position of a member; false where no member has the id.</summary>
    public bool TryIndexOf(string id, out int position) =>
        _added.TryGetValue(id, out position) || (_ids.TryGetValue(id, out position) && !IsRemoved(position));

    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    internal int IndexOf(string id) => TryIndexOf(id, out int position) ? position : throw MemberNotFoundException.ForId(id);

    /// <summary>With a member added at the end, or replaced in their place.</summary>
    internal LiveCommunity With(Member member)
    {
        if (TryIndexOf(member.Id, out int position))
            return Copy(
                Members.With(position, member),
                Removed,
                _added,
                Blocks.With(position, Members[position], member, this),
                Participations,
                Interactions,
                Outcomes
            );
        return Copy(
            Members.Add(member),
            Removed,
            _added.SetItem(member.Id, Members.Count),
            Blocks.With(Members.Count, null, member, this),
            Participations,
            Interactions,
            Outcomes
        );
    }

    internal LiveCommunity With(Participation row)
    {
        int member = IndexOf(row.MemberId);
        if (!Tree.TryIndexOf(row.ActivityId, out int activity))
            throw new CommunityFormatException($"activity names '{row.ActivityId}', which is not among the activities");
        return Copy(Members, Removed, _added, Blocks, Participations.With(member, activity, row), Interactions, Outcomes);
    }

    internal LiveCommunity With(Interaction row)
    {
        (int from, int to) = Pair(row.FromId, row.ToId);
        return Copy(Members, Removed, _added, Blocks, Participations, Interactions.With(from, to, row), Outcomes);
    }

    internal LiveCommunity With(Outcome row)
    {
        (int from, int to) = Pair(row.FromId, row.ToId);
        if (row is { Kind: OutcomeKind.Rated, Rating: null })
            throw new CommunityFormatException($"'{row.FromId}' rated '{row.ToId}', but the rating (1 to 5) is missing");
        return Copy(Members, Removed, _added, Blocks, Participations, Interactions, Outcomes.With(from, to, row));
    }

    /// <summary>Without a member and every row that names them; nobody's list of blocked members names them either.</summary>
    internal LiveCommunity Without(int position)
    {
        Member member = Members[position];
        PersistentArray<Member>.Editor members = Members.Edit();
        members[position] = Nobody;
        foreach (int blocker in Blocks.Blockers(member.Id))
        {
            if (blocker != position)
                members[blocker] = WithoutBlock(members[blocker], member.Id);
        }

        return Copy(
            members.ToArray(),
            Removed + 1,
            _added.Remove(member.Id),
            Blocks.Without(position, member),
            Participations.Without(position),
            Interactions.Without(position, position),
            Outcomes.Without(position, position)
        );
    }

    /// <summary>The same without gaps: everybody else moves up. Nothing of who was removed is left.</summary>
    internal LiveCommunity Compact() => Of(Community);

    /// <summary>The same without gaps, as a purpose sees its members.</summary>
    internal LiveCommunity Seen(FieldPurposes purpose, HiddenFields hidden) => Of(MemberView.For(Community, purpose, hidden));

    private static Member WithoutBlock(Member member, string id)
    {
        Member? original = member.Original is { } record ? WithoutBlock(record, id) : null;
        return member with { Blocks = [.. member.Blocks.Where(blocked => blocked != id)], Original = original };
    }

    private (int From, int To) Pair(string from, string to)
    {
        (int, int) pair = (IndexOf(from), IndexOf(to));
        return from != to ? pair : throw new CommunityFormatException($"from and to are the same member, '{from}'");
    }

    private LiveCommunity Copy(
        PersistentArray<Member> members,
        int removed,
        ImmutableDictionary<string, int> added,
        BlockList blocks,
        EventLog<Participation> participations,
        EventLog<Interaction> interactions,
        EventLog<Outcome> outcomes
    ) => new(members, removed, _ids, added, Tree, blocks, participations, interactions, outcomes);

    private Community ToCommunity()
    {
        var members = new Member[Members.Count - Removed];
        var index = new Dictionary<string, int>(members.Length, StringComparer.Ordinal);
        foreach (Member member in Members)
        {
            if (!ReferenceEquals(member, Nobody))
            {
                members[index.Count] = member;
                index.Add(member.Id, index.Count);
            }
        }

        return new Community(members, index, Tree.Activities, [.. Participations.Rows], [.. Interactions.Rows], [.. Outcomes.Rows], []);
    }
}
