namespace Matchmaking;

/// <summary>
/// Keeps an index in shape while it changes: folds what lies over its flat tables into them, closes gaps, and fits anew what holds for the community
/// as a whole. It works on one thread beside readers and writers; what changed meanwhile is changed again in what it built, before that is used.
/// </summary>
internal sealed class Upkeep
{
    private const int FewLeft = 32;

    // Parallel loops of the work run on the scheduler that it runs on: one thread for all of it leaves the other cores to those who ask.
    private readonly TaskScheduler _oneThread = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ConcurrentScheduler;
    private readonly UpkeepPolicy _policy;
    private readonly Lock _changes;
    private readonly Action<CommunityIndex> _publish;
    private List<Func<CommunityIndex, CommunityIndex>>? _meanwhile;
    private Task _work = Task.CompletedTask;
    private Exception? _failure;
    private Drift _drift;

    /// <param name="index">The index as it begins.</param>
    /// <param name="policy">When to do what.</param>
    /// <param name="changes">Held by whoever changes the index.</param>
    /// <param name="publish">Puts an index in place; called with the lock held.</param>
    /// <param name="drift">How far the community has moved from what was fitted; null: it was fitted to it.</param>
    public Upkeep(CommunityIndex index, UpkeepPolicy policy, Lock changes, Action<CommunityIndex> publish, Drift? drift)
    {
        (_policy, _changes, _publish) = (policy, changes, publish);
        Fitted(index.Live, all: true);
        _drift = drift ?? _drift;
    }

    /// <summary>How far the community has moved from what was fitted; to be asked with the lock held.</summary>
    public Drift Drifted => _drift;

    /// <summary>What goes on in the background.</summary>
    public Task Work
    {
        get
        {
            lock (_changes)
                return _work;
        }
    }

    /// <summary>To be called with the lock held, before a change.</summary>
    /// <exception cref="InvalidOperationException">Upkeep failed since; the next change goes on without.</exception>
    public void ThrowIfFailed()
    {
        if (_failure is not { } failure)
            return;
        _failure = null;
        throw new InvalidOperationException("What was changed is in place, but to fold it into the index failed in the background; this change was not made, and may be made again.", failure);
    }

    /// <summary>To be called with the lock held, after a change and before it is published.</summary>
    /// <param name="before">The index before it.</param>
    /// <param name="after">The index after it.</param>
    /// <param name="change">The change.</param>
    /// <returns>The index to publish.</returns>
    public CommunityIndex After(CommunityIndex before, CommunityIndex after, Func<CommunityIndex, CommunityIndex> change)
    {
        _meanwhile?.Add(change);
        _drift = _drift with
        {
            RowsChanged = _drift.RowsChanged + Math.Abs(Rows(after.Live) - Rows(before.Live)),
            MembersChanged = _drift.MembersChanged + (ReferenceEquals(before.Members, after.Members) ? 0 : 1),
        };
        if (_meanwhile is not null)
            return after;

        int members = after.Members.Count - after.Live.Removed;
        bool vocabulary = _drift.MembersChanged >= Math.Max(1, _policy.RefitVocabularyAtShare * _drift.MembersFitted);
        bool network = _drift.RowsChanged >= Math.Max(1, _policy.RefitNetworkAtShare * _drift.RowsFitted) || (_drift.RowsChanged > 0 && Rows(after.Live) <= _policy.SmallCommunity);
        if (vocabulary && members <= _policy.FewMembers)
            return Done(after.Refitted(), all: true);
        if (network && !vocabulary && Rows(after.Live) <= _policy.SmallCommunity)
            return Done(after.Rebuilt(null), all: false);
        if (vocabulary || network || after.Changes >= Math.Max(_policy.FoldAfter, members * _policy.FoldAtShare))
            Start(after, vocabulary, network);
        return after;
    }

    /// <summary>What the network is fitted to; a member who comes counts, for they are one more of whom something is typical.</summary>
    private static int Rows(LiveCommunity community) => community.Members.Count - community.Removed + community.Participations.Count + community.Interactions.Count + community.Outcomes.Count;

    private CommunityIndex Done(CommunityIndex index, bool all)
    {
        Fitted(index.Live, all);
        return index;
    }

    private void Fitted(LiveCommunity community, bool all)
    {
        _drift = _drift with { RowsFitted = Rows(community), RowsChanged = 0 };
        if (all)
            _drift = _drift with { MembersFitted = community.Members.Count - community.Removed, MembersChanged = 0 };
    }

    private void Start(CommunityIndex from, bool vocabulary, bool network)
    {
        _meanwhile = [];
        if (vocabulary || network)
            Fitted(from.Live, vocabulary);
        _work = Task.Factory.StartNew(() => Run(from, vocabulary, network), CancellationToken.None, TaskCreationOptions.LongRunning, _oneThread);
    }

    private void Run(CommunityIndex from, bool vocabulary, bool network)
    {
        try
        {
            CommunityIndex built = vocabulary ? from.Refitted() : from.Rebuilt(network ? null : from.Network.Fit);
            // Made ready here, the next who ask need not wait for it.
            if (from.HasCandidates)
                _ = built.Candidates;
            while (true)
            {
                List<Func<CommunityIndex, CommunityIndex>> changes;
                lock (_changes)
                {
                    changes = _meanwhile!;
                    if (changes.Count <= FewLeft)
                    {
                        foreach (Func<CommunityIndex, CommunityIndex> change in changes)
                            built = change(built);
                        _meanwhile = null;
                        _publish(built);
                        return;
                    }

                    _meanwhile = [];
                }

                foreach (Func<CommunityIndex, CommunityIndex> change in changes)
                    built = change(built);
            }
        }
        catch (Exception failure)
        {
            // Told to whoever changes something next: nobody waits for this thread.
            lock (_changes)
                (_failure, _meanwhile) = (failure, null);
        }
    }

    /// <summary>How much was fitted to, and how much has changed since.</summary>
    internal readonly record struct Drift(int MembersFitted, int MembersChanged, int RowsFitted, int RowsChanged);
}
