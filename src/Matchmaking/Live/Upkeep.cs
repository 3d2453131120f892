using System.Diagnostics;

namespace Matchmaking.Live;

/// <summary>
/// Keeps an index in shape while it changes: lays out who changed in a segment, folds what lies over its flat tables into them, closes
/// gaps, fits anew what holds for the community as a whole, and binds what was learned to it. It works on one thread beside readers and
/// writers; what changed meanwhile is changed again in what it built, before that is used.
/// </summary>
internal sealed class Upkeep
{
    private const int FewLeft = 32;

    // All loops of the work keep to it (ParallelWork): one thread leaves the other cores to those who ask.
    private readonly TaskScheduler _oneThread = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ConcurrentScheduler;
    private readonly UpkeepPolicy _policy;
    private readonly Lock _changes;
    private readonly Func<LiveState> _now;
    private readonly Action<LiveState> _publish;
    private readonly List<ComingModel> _coming = [];
    private List<Func<CommunityIndex, CommunityIndex>>? _meanwhile;
    private Task _work = Task.CompletedTask;
    private Exception? _failure;
    private Drift _drift;
    private int _adopting;
    private long _restedAt;
    private Task? _resting;

    /// <param name="community">The community as it begins.</param>
    /// <param name="policy">When to do what.</param>
    /// <param name="changes">Held by whoever changes the state.</param>
    /// <param name="now">The state in place.</param>
    /// <param name="publish">Puts a state in place; called with the lock held.</param>
    /// <param name="drift">How far the community has moved from what was fitted; null: it was fitted to it.</param>
    public Upkeep(LiveCommunity community, UpkeepPolicy policy, Lock changes, Func<LiveState> now, Action<LiveState> publish, Drift? drift)
    {
        (_policy, _changes, _now, _publish) = (policy, changes, now, publish);
        Fitted(community, all: true);
        _drift = drift ?? _drift;
    }

    /// <summary>How far the community has moved from what was fitted; to be asked with the lock held.</summary>
    public Drift Drifted => _drift;

    /// <summary>Ends when nothing goes on in the background, nor waits to.</summary>
    public async Task WhenIdle()
    {
        while (true)
        {
            Task work;
            lock (_changes)
                work = _work;
            if (work.IsCompleted)
                return;
            await work.ConfigureAwait(false);
        }
    }

    /// <summary>What the last work in the background failed with; null where it went well, or there was none.</summary>
    public Exception? Failure
    {
        get
        {
            lock (_changes)
                return _failure;
        }
    }

    /// <summary>Raised by the thread of the work, without the lock.</summary>
    public event EventHandler<ErrorEventArgs>? Failed;

    /// <summary>To be called with the lock held, after a change and before it is published.</summary>
    /// <param name="before">The state before it.</param>
    /// <param name="after">The index after it.</param>
    /// <param name="change">The change.</param>
    /// <returns>The state to publish.</returns>
    public LiveState After(LiveState before, CommunityIndex after, Func<CommunityIndex, CommunityIndex> change)
    {
        _meanwhile?.Add(change);
        _drift = _drift with
        {
            RowsChanged = _drift.RowsChanged + Math.Abs(Rows(after.Live) - Rows(before.Index.Live)),
            MembersChanged = _drift.MembersChanged + (ReferenceEquals(before.Index.Members, after.Members) ? 0 : 1),
        };
        LiveState state = Bound(before with { Index = _meanwhile is null ? FittedAtOnce(after) : after });
        Begin(state);
        return state;
    }

    /// <summary>To be called with the lock held, when a member leaves.</summary>
    public void Forget(string id)
    {
        _now().View?.Model.Forget(id);
        foreach (ComingModel coming in _coming)
            coming.Forget(id);
    }

    /// <summary>Puts a model in use. It is told of whoever leaves from now on, while it is learned or read.</summary>
    /// <param name="learn">Learns or reads the model; null: none came of it, and what is in use stays.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether there was one.</returns>
    public bool Adopt(Func<IModel?> learn, CancellationToken cancellationToken)
    {
        var coming = new ComingModel();
        lock (_changes)
            _coming.Add(coming);
        try
        {
            if (learn() is not { } model)
                return false;
            lock (_changes)
                coming.Arrive(model);
            Adopt(model, cancellationToken);
            return true;
        }
        finally
        {
            lock (_changes)
                _coming.Remove(coming);
        }
    }

    /// <summary>Binds a model to the community as it is when this ends. Changes and questions go on meanwhile.</summary>
    private void Adopt(IModel model, CancellationToken cancellationToken) =>
        Alone(from => Run(from, static index => index.ForLearning, model, cancellationToken, isNew: true), cancellationToken);

    /// <summary>
    /// Puts in place what is built whole from the community as it is; returns when it is. Changes and questions go on meanwhile.
    /// </summary>
    /// <param name="build">Builds it, with its network fitted; what it throws comes out of this, and nothing is changed.</param>
    public void Rebuild(Func<CommunityIndex, CommunityIndex> build) =>
        Alone(
            from =>
            {
                Run(from, build, _now().View?.Model, CancellationToken.None);
                lock (_changes)
                    Fitted(_now().Index.Live, all: false);
            },
            CancellationToken.None
        );

    /// <summary>Does what the background does, in its place, when it has nothing else to do.</summary>
    private void Alone(Action<CommunityIndex> work, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_changes)
            _adopting++;
        try
        {
            CommunityIndex? from = null;
            while (from is null)
            {
                Task before;
                lock (_changes)
                {
                    before = _work;
                    if (_meanwhile is null)
                        (from, _meanwhile, _work) = (_now().Index, [], done.Task);
                }

                if (from is null)
                    before.Wait(cancellationToken);
            }

            work(from);
        }
        finally
        {
            lock (_changes)
            {
                _adopting--;
                Begin(_now());
            }

            done.SetResult();
        }
    }

    /// <summary>What the network is fitted to; a member who comes counts, for they are one more of whom something is typical.</summary>
    private static int Rows(LiveCommunity community) =>
        community.Members.Count
        - community.Removed
        + community.Participations.Count
        + community.Interactions.Count
        + community.Outcomes.Count;

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

    /// <summary>In small communities what is fitted is fitted before it is seen.</summary>
    private CommunityIndex FittedAtOnce(CommunityIndex index)
    {
        if (NeedsVocabulary)
            return index.Members.Count - index.Live.Removed <= _policy.FewMembers ? Done(index.Refitted(), all: true) : index;
        return _drift.RowsChanged > 0 && Rows(index.Live) <= _policy.SmallCommunity ? Done(index.Rebuilt(null), all: false) : index;
    }

    /// <summary>
    /// In small communities, and where positions are others than the view's, the learned model is bound to the state itself, at its first
    /// question.
    /// </summary>
    private LiveState Bound(LiveState state)
    {
        LiveCommunity live = state.Index.Live;
        bool small =
            live.Members.Count - live.Removed <= _policy.BindMembers
            && live.Participations.Count + live.Interactions.Count + live.Outcomes.Count <= _policy.BindRows;
        return IsUpToDate(state) || (!small && ReferenceEquals(state.View!.Index.Base, state.Index.Base))
            ? state
            : new LiveState(state.Index.ForLearning, new ModelView(state.View!.Model, state.Index.ForLearning));
    }

    private static bool IsUpToDate(LiveState state) => state.View is null || ReferenceEquals(state.View.Index, state.Index);

    private bool NeedsVocabulary => _drift.MembersChanged >= Math.Max(1, _policy.RefitVocabularyAtShare * _drift.MembersFitted);

    /// <summary>Begins what is to be done, one thing at a time; to be called with the lock held.</summary>
    private void Begin(LiveState state)
    {
        if (_meanwhile is not null || _adopting > 0)
            return;
        CommunityIndex index = state.Index;
        bool network = _drift.RowsChanged >= Math.Max(1, _policy.RefitNetworkAtShare * _drift.RowsFitted);
        if (NeedsVocabulary)
        {
            Fitted(index.Live, all: true);
            Start(state, static index => index.Refitted());
        }
        else if (network)
        {
            Fitted(index.Live, all: false);
            Start(state, static index => index.Rebuilt(null));
        }
        else if (index.Changes >= Math.Max(_policy.FoldAfter, (index.Members.Count - index.Live.Removed) * _policy.FoldAtShare))
            Start(state, static index => index.Rebuilt(index.Network.Fit));
        else if (Segments.AreLaidOut(index) && _policy.NeedsSegment(index.Recent.Length, index.Delta?.Count ?? 0))
            Start(state, Segments.LayOutChanged, binds: false);
        else if (!IsUpToDate(state) && _policy.BindBeside)
        {
            long rest = _restedAt - Stopwatch.GetTimestamp();
            if (rest <= 0)
                Start(state, static index => index.ForLearning);
            else
                _work = _resting ??= AfterRest(TimeSpan.FromSeconds((double)rest / Stopwatch.Frequency));
        }
    }

    private async Task AfterRest(TimeSpan rest)
    {
        // Never none at all: whoever began this holds the lock.
        await Task.Delay(rest + TimeSpan.FromMilliseconds(1), TimeProvider.System).ConfigureAwait(false);
        lock (_changes)
        {
            _resting = null;
            Begin(_now());
        }
    }

    private void Start(LiveState from, Func<CommunityIndex, CommunityIndex> build, bool binds = true)
    {
        _meanwhile = [];
        // The task is kept when it is done, and must not keep with it what it began from.
        LiveState? start = from;
        _work = Task.Factory.StartNew(RunBeside, CancellationToken.None, TaskCreationOptions.LongRunning, _oneThread);

        void RunBeside()
        {
            try
            {
                (CommunityIndex index, IModel? model) = (start!.Index, binds ? start.View?.Model : null);
                start = null;
                Run(index, build, model, CancellationToken.None);
            }
            catch (Exception failure)
            {
                // Nobody waits for this thread: it is told as state and event. The next change begins the work again.
                lock (_changes)
                    _failure = failure;
                Failed?.Invoke(this, new ErrorEventArgs(failure));
            }
        }
    }

    /// <summary>
    /// Builds an index, binds the model to it, and puts both in place with what changed meanwhile. Without a model the view stays, whose
    /// positions are the index's.
    /// </summary>
    private void Run(
        CommunityIndex from,
        Func<CommunityIndex, CommunityIndex> build,
        IModel? model,
        CancellationToken cancellationToken,
        bool isNew = false
    )
    {
        try
        {
            long began = Stopwatch.GetTimestamp();
            CommunityIndex built = build(from);
            // Made ready here, the next who ask need not wait for it.
            if (Segments.AreLaidOut(from))
                _ = Segments.Of(built);
            ModelView? view = model is null ? null : new ModelView(model, built).Prepare(cancellationToken);
            while (true)
            {
                List<Func<CommunityIndex, CommunityIndex>> changes;
                lock (_changes)
                {
                    // Where nothing was built, what changed meanwhile is changed already.
                    (built, changes) = ReferenceEquals(built, from) ? (_now().Index, []) : (built, _meanwhile!);
                    if (changes.Count <= FewLeft)
                    {
                        foreach (Func<CommunityIndex, CommunityIndex> change in changes)
                            built = change(built);
                        _meanwhile = null;
                        _failure = null;
                        // Of those who left before it was learned or written it may know still: they are in no model that is in use.
                        if (isNew)
                            model!.KeepOnly(built.Live);
                        long now = Stopwatch.GetTimestamp();
                        _restedAt = now + (long)(_policy.RestAfterBinding * (now - began));
                        _publish(Bound(new LiveState(built, view ?? _now().View)));
                        Begin(_now());
                        return;
                    }

                    _meanwhile = [];
                }

                foreach (Func<CommunityIndex, CommunityIndex> change in changes)
                    built = change(built);
            }
        }
        catch
        {
            lock (_changes)
                _meanwhile = null;
            throw;
        }
    }

    /// <summary>How much was fitted to, and how much has changed since.</summary>
    internal readonly record struct Drift(int MembersFitted, int MembersChanged, int RowsFitted, int RowsChanged);
}
