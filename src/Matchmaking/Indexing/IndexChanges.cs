namespace Matchmaking.Indexing;

/// <summary>One change of an index: a new one that shares all that the change does not touch.</summary>
internal static class IndexChanges
{
    /// <summary>With a member added or replaced, as the index sees them.</summary>
    public static CommunityIndex With(this CommunityIndex index, Member member, MemberVector vector)
    {
        bool known = index.Live.TryIndexOf(member.Id, out int position);
        LiveCommunity live = index.Live.With(member);
        position = known ? position : index.Members.Count;
        return new CommunityIndex(
            index.Changing with
            {
                Live = live,
                Vectors = known ? index.Vectors.With(position, vector) : index.Vectors.Add(vector),
                Network =
                    known && index.Members[position].WithholdsActivities != member.WithholdsActivities
                        ? index.Network.With(live, [position], [position], [])
                        : index.Network.With(live),
                Introductions = index.Introductions.With(live),
                Counts = (known ? index.Counts.Without(index.Members[position]) : index.Counts).With(member),
                Recent = WithRecent(index.Recent, position),
            }
        );
    }

    /// <summary>Without a member and all that names them.</summary>
    public static CommunityIndex Without(this CommunityIndex index, string memberId)
    {
        int position = index.IndexOf(memberId);
        LiveCommunity live = index.Live.Without(position);
        index.Weeks.Forget(position);
        int[] contacts = index.Network.Contacts.Ties.Columns(position).ToArray();
        return new CommunityIndex(
            index.Changing with
            {
                Live = live,
                Vectors = index.Vectors.With(position, new MemberVector(LiveCommunity.Nobody)),
                Network = index.Network.With(live, [position, .. Replied(index, position)], [position, .. contacts], []),
                Introductions = index.Introductions.Without(live, position),
                Counts = index.Counts.Without(index.Members[position]),
                Recent = WithRecent(index.Recent, position),
            }
        );
    }

    public static CommunityIndex With(this CommunityIndex index, Outcome outcome)
    {
        LiveCommunity live = index.Live.With(outcome);
        return new CommunityIndex(
            index.Changing with
            {
                Live = live,
                Network = Meetings.MayChange(outcome)
                    ? index.Network.With(live, [], [index.IndexOf(outcome.FromId), index.IndexOf(outcome.ToId)], [])
                    : index.Network.With(live),
                Introductions = index.Introductions.With(live, outcome),
            }
        );
    }

    public static CommunityIndex With(this CommunityIndex index, Interaction interaction)
    {
        LiveCommunity live = index.Live.With(interaction);
        int from = index.IndexOf(interaction.FromId);
        return MoreActive(
            from,
            new CommunityIndex(
                index.Changing with
                {
                    Live = live,
                    Network = index.Network.With(live, [from], [from, index.IndexOf(interaction.ToId)], []),
                }
            )
        );
    }

    public static CommunityIndex With(this CommunityIndex index, Participation participation)
    {
        LiveCommunity live = index.Live.With(participation);
        int member = index.IndexOf(participation.MemberId);
        return MoreActive(
            member,
            new CommunityIndex(
                index.Changing with
                {
                    Live = live,
                    Network = index.Network.With(live, [member], [], [live.Tree.IndexOf(participation.ActivityId)]),
                }
            )
        );
    }

    private static CommunityIndex MoreActive(int member, CommunityIndex after)
    {
        double activity = after.Network.ActivityLevel(member);
        if (member < after.ActivityBounds.Values.Length)
            after.ActivityBounds.Raise(member, activity);
        if (after.Delta is { } delta && delta.Positions.BinarySearch(member) is >= 0 and int row)
            delta.Activity.Raise(row, activity);
        return after;
    }

    /// <summary>Who did something towards a member: how active they are counts it.</summary>
    private static HashSet<int> Replied(CommunityIndex index, int position)
    {
        HashSet<int> members = [];
        foreach (EventLog<Interaction>.Entry entry in index.Live.Interactions.To(position))
            members.Add(entry.First);
        return members;
    }

    private static int[] WithRecent(int[] recent, int position)
    {
        int at = Array.BinarySearch(recent, position);
        return at >= 0 ? recent : [.. recent.AsSpan(0, ~at), position, .. recent.AsSpan(~at)];
    }
}
