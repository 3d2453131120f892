namespace Matchmaking;

/// <summary>Tells a community whom to introduce to whom, and why.</summary>
/// <remarks>
/// Safe for use by several threads: any number may ask while one changes; a call sees the community as it was when the call began, whole.
/// The same community, options, seed and time give the same answers. What a host's own code throws (<see cref="MatchmakerOptions.Allow"/>
/// and the rules of calls) comes out of the call as it was thrown; where several threads meet it, the first.
/// </remarks>
public sealed class Matchmaker
{
    private readonly MatchmakerOptions _options;
    private readonly Lock _changes = new();
    private readonly Lock _learning = new();
    private readonly Upkeep _upkeep;
    private volatile LiveState _now;

    internal Matchmaker(CommunityIndex index, LearnedModel? model = null, UpkeepPolicy? policy = null, Upkeep.Drift? drift = null)
    {
        _options = index.Options;
        _now = model is null ? new LiveState(index, null) : new LiveState(index.Compact, new LearnedView(model, index.Compact));
        _upkeep = new Upkeep(index.Live, policy ?? UpkeepPolicy.Default, _changes, () => _now, state => _now = state, drift);
    }

    /// <summary>A matchmaker for a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="options">How it works; null: the defaults.</param>
    /// <exception cref="InvalidOperationException">An embedding generator is set; use <see cref="CreateAsync"/>.</exception>
    public static Matchmaker Create(Community community, MatchmakerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(community);
        options ??= new MatchmakerOptions();
        RefuseEmbeddings(options, nameof(CreateAsync));
        return new Matchmaker(CommunityIndex.Build(community, options, Vectorizer.Fit(community.Members, options)));
    }

    /// <summary>
    /// A matchmaker for a community, with texts embedded by <see cref="MatchmakerOptions.EmbeddingGenerator"/> where there is one.
    /// </summary>
    /// <param name="community">The community.</param>
    /// <param name="options">How it works; null: the defaults.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">
    /// The generator gave no embedding that can be used: none, an empty one, zeros, a number that is not finite, or one of another length
    /// than the one before.
    /// </exception>
    public static Task<Matchmaker> CreateAsync(
        Community community,
        MatchmakerOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(community);
        return BuildAsync(community, options ?? new MatchmakerOptions(), cancellationToken);
    }

    /// <summary>
    /// The community as it is now. After a change it is put together when first asked for, which takes as long as its size.
    /// </summary>
    public Community Community => _now.Index.Community;

    /// <summary>Whom to introduce to a member, best first, with reasons.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="options">What to suggest; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    public IReadOnlyList<Introduction> Suggest(string memberId, SuggestOptions? options = null)
    {
        options ??= SuggestOptions.Default;
        using PairQuery query = Query(memberId, options.Kind);
        return Introduce(query, options);
    }

    /// <summary>As <see cref="Suggest"/> for every member, in the order of <see cref="Community"/>, on all cores.</summary>
    /// <remarks>
    /// All answers are of the community as it is when this is called, whatever changes meanwhile. They are worked out while they are read,
    /// a few hundred at most ahead of the reader, so that a community of any size needs little memory. Reading a second time works them out
    /// again.
    /// </remarks>
    /// <param name="options">What to suggest; null: the defaults.</param>
    /// <param name="progress">Is told how many members have been answered; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work: reading on throws.</param>
    /// <exception cref="OperationCanceledException">On reading: the token was cancelled.</exception>
    public IEnumerable<MemberIntroductions> SuggestAll(
        SuggestOptions? options = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        LiveState now = _now;
        DateTimeOffset moment = _options.TimeProvider.GetUtcNow();
        return CommunityStream.Run(
            [.. Enumerable.Range(0, now.Index.Members.Count).Where(member => !now.Index.IsRemoved(member))],
            Answer,
            progress,
            cancellationToken
        );

        MemberIntroductions Answer(int member)
        {
            using PairQuery query = Query(now, member, (options ?? SuggestOptions.Default).Kind, moment);
            return new MemberIntroductions(query.Profile, Introduce(query, options ?? SuggestOptions.Default));
        }
    }

    /// <summary>As <see cref="Suggest"/>, without reasons: for long lists and whole communities.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="options">What to rank; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    public IReadOnlyList<RankedMember> Rank(string memberId, SuggestOptions? options = null)
    {
        options ??= SuggestOptions.Default;
        using PairQuery query = Query(memberId, options.Kind);
        Candidate[] candidates = Selector.Select(query, Scorer(query), options);
        return Array.ConvertAll(candidates, candidate => new RankedMember(query.Index.Members[candidate.Member].Id, candidate.Score));
    }

    /// <summary>The score of a pair, whether or not a rule forbids it.</summary>
    /// <param name="fromId">The id of the member who would be asked for.</param>
    /// <param name="toId">The id of the other member.</param>
    /// <param name="kind">What the introduction would be for.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    public PairScore Score(string fromId, string toId, IntroductionKind kind = IntroductionKind.Any)
    {
        ArgumentNullException.ThrowIfNull(toId);
        using PairQuery query = Query(fromId, kind);
        return Scorer(query).Score(query, query.Index.IndexOf(toId));
    }

    /// <summary>Everything about a pair: all parts of its score, the reasons, and what stands against suggesting it.</summary>
    /// <param name="fromId">The id of the member who would be asked for.</param>
    /// <param name="toId">The id of the other member.</param>
    /// <param name="options">The kind, the culture and the rules of the call; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    public Explanation Explain(string fromId, string toId, SuggestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(toId);
        options ??= SuggestOptions.Default;
        using PairQuery query = Query(fromId, options.Kind);
        int to = query.Index.IndexOf(toId);
        var phrases = Phrases.For(options.Culture, query.Profile);
        return new Explanation
        {
            Introduction = IntroductionWriter.Write(query, Scorer(query), to, options.Culture),
            Obstacles =
            [
                .. RuleSet.Obstacles(new RuleQuery(query, options), to).Select(kind => IntroductionWriter.Obstacle(kind, phrases)),
            ],
        };
    }

    /// <summary>Which activities a member should join, best first; not those they take part in already, nor those that are over.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="options">Which to suggest; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    public IReadOnlyList<ActivitySuggestion> SuggestActivities(string memberId, ActivityOptions? options = null)
    {
        using PairQuery query = Query(memberId, IntroductionKind.Any);
        return ActivitySelector.Select(query, options ?? ActivityOptions.Default);
    }

    /// <summary>Who should join a group of members, best first.</summary>
    /// <param name="memberIds">The ids of the group's members, at least one.</param>
    /// <param name="options">Whom to suggest; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    /// <exception cref="ArgumentException">There is no id, or one is null.</exception>
    public IReadOnlyList<GroupSuggestion> SuggestForGroup(IReadOnlyCollection<string> memberIds, GroupOptions? options = null)
    {
        Guard.NoNulls(memberIds, nameof(memberIds));
        if (memberIds.Count == 0)
            throw new ArgumentException("A group has at least one member.", nameof(memberIds));
        LiveState now = _now;
        return GroupSelector.Select(
            now.Index,
            now.View,
            Positions(now, memberIds),
            _options.TimeProvider.GetUtcNow(),
            options ?? GroupOptions.Default
        );
    }

    /// <summary>
    /// Decides for the whole community at once who meets whom: pairs, groups, or mentees and mentors. No rule is ever broken; where not
    /// everybody can be served the round serves as many as it can, and names for each of the others the reason and what would help.
    /// </summary>
    /// <remarks>
    /// A round is planned, and nothing is recorded: keep it by <see cref="RoundHistory.Append"/>, and hand the history in with the next.
    /// </remarks>
    /// <param name="options">What to plan; null: pairs, by the defaults.</param>
    /// <param name="progress">Is told how far it has come; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">Mentors or buddies are to meet in groups.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Round PlanRound(
        RoundOptions? options = null,
        IProgress<RoundProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        LiveState now = _now;
        return RoundPlanner.Plan(
            now.Index.Compact,
            now.View?.Model,
            options ?? RoundOptions.Default,
            _options.TimeProvider.GetUtcNow(),
            progress,
            cancellationToken
        );
    }

    /// <summary>
    /// Plans several rounds ahead, <see cref="RoundOptions.Interval"/> apart, in which nobody meets the same member twice, and says how far
    /// the community's size carries that.
    /// </summary>
    /// <param name="count">How many rounds, 1..100.</param>
    /// <param name="options">What to plan; null: pairs, by the defaults.</param>
    /// <param name="progress">Is told how far it has come; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1..100.</exception>
    /// <exception cref="ArgumentException">
    /// Mentors or buddies are to meet in groups, or the last round would be after the year 9999.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public RoundSeries PlanRounds(
        int count,
        RoundOptions? options = null,
        IProgress<RoundProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        LiveState now = _now;
        return SeriesPlanner.Plan(
            now.Index.Compact,
            now.View?.Model,
            Guard.InRange(count, 1, 100, nameof(count)),
            options ?? RoundOptions.Default,
            _options.TimeProvider.GetUtcNow(),
            progress,
            cancellationToken
        );
    }

    /// <summary>
    /// Mends a round of groups after somebody left or joined, with the fewest changes: groups that still hold stay as they are. Who joined
    /// is whoever takes part by <see cref="RoundOptions.Participants"/> and is in no group; a member who was removed from the community has
    /// left.
    /// </summary>
    /// <param name="round">The round, as it was planned or last mended.</param>
    /// <param name="left">The ids of those who left their groups; null: nobody beside those who are no members any more.</param>
    /// <param name="options">As for the planning; null: the defaults, with the round's kind and size.</param>
    /// <param name="progress">Is told how far it has come; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">
    /// The round is none of groups of three or more, the options are for another size or kind, or an id is null.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public GroupRepair RepairGroup(
        Round round,
        IReadOnlyCollection<string>? left = null,
        RoundOptions? options = null,
        IProgress<RoundProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(round);
        options ??= new RoundOptions { Kind = round.Kind, GroupSize = round.GroupSize };
        if (round.GroupSize < 3)
            throw new ArgumentException(
                "Only rounds of groups of three or more are mended; plan pairs anew, with the good ones locked.",
                nameof(round)
            );
        if (options.GroupSize != round.GroupSize || options.Kind != round.Kind)
            throw new ArgumentException(
                $"The round is one of {round.GroupSize} and of kind {round.Kind}, the options are for {options.GroupSize} and "
                    + $"{options.Kind}.",
                nameof(options)
            );
        LiveState now = _now;
        return GroupRepairer.Repair(
            now.Index.Compact,
            now.View?.Model,
            options,
            round,
            left is null ? [] : Guard.NoNulls(left, nameof(left)),
            progress,
            cancellationToken
        );
    }

    /// <summary>
    /// Ranks for everybody at once, so that lists share the community's attention out instead of crowding the popular: what maximises
    /// mutual matches where many look at few.
    /// </summary>
    /// <param name="options">Whose lists, and what they are to bring about; null: the defaults.</param>
    /// <param name="progress">Is told how far it has come; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MarketRankings RankMarket(
        MarketOptions? options = null,
        IProgress<RoundProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        LiveState now = _now;
        return new MarketPlanner(
            now.Index.Compact,
            now.View?.Model,
            options ?? MarketOptions.Default,
            _options.TimeProvider.GetUtcNow(),
            progress,
            cancellationToken
        ).Plan();
    }

    /// <summary>As <see cref="SuggestActivities"/>, without reasons.</summary>
    internal IReadOnlyList<RankedActivity> RankActivities(string memberId, ActivityOptions? options = null)
    {
        using PairQuery query = Query(memberId, IntroductionKind.Any);
        return Array.ConvertAll(ActivitySelector.Rank(query, options ?? ActivityOptions.Default), chosen => new RankedActivity(
            query.Index.Live.Tree.Activities[chosen.Member].Id,
            chosen.Score
        ));
    }

    /// <summary>As <see cref="SuggestForGroup"/>, without reasons.</summary>
    internal IReadOnlyList<RankedMember> RankForGroup(IReadOnlyCollection<string> memberIds, GroupOptions? options = null)
    {
        LiveState now = _now;
        int[] group = Positions(now, memberIds);
        using var scorer = new GroupScorer(now.Index, group, _options.TimeProvider.GetUtcNow());
        return Array.ConvertAll(
            GroupSelector.Rank(scorer, now.Index, now.View, group, options ?? GroupOptions.Default),
            chosen => new RankedMember(now.Index.Members[chosen.Member].Id, chosen.Score)
        );
    }

    /// <summary>Adds a member, or replaces the one with the same id. The next call sees it.</summary>
    /// <remarks>
    /// A change takes about as long as what it touches is large, whatever the size of the community; those who ask do not wait for it.
    /// Vocabulary and scales are fitted again in the background when enough has changed. What was learned is bound to the change before the
    /// next call in communities of up to 1,000 members and 10,000 participations, interactions and outcomes, and in the background in
    /// larger ones: until then the member is scored by the rules, on the scale of what was learned. Rules such as blocks and pauses hold at
    /// once.
    /// </remarks>
    /// <param name="member">The member.</param>
    /// <exception cref="InvalidOperationException">
    /// An embedding generator is set: use <see cref="UpsertAsync"/>. Or work in the background failed since the last change: this one was
    /// not made, and may be made again; so with every change.
    /// </exception>
    public void Upsert(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        RefuseEmbeddings(_options, nameof(UpsertAsync));
        Vectorizer vectorizer = _now.Index.Vectorizer;
        Put(member, vectorizer, vectorizer.Vectorize(member));
    }

    /// <summary>
    /// As <see cref="Upsert"/>, with texts embedded by <see cref="MatchmakerOptions.EmbeddingGenerator"/> where there is one.
    /// </summary>
    /// <param name="member">The member.</param>
    /// <param name="cancellationToken">Ends the work; nothing is changed then.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">
    /// The generator gave no embedding that can be used: none, an empty one, zeros, a number that is not finite, or one of another length
    /// than those that there are, also those of a file that was loaded; nothing is changed. Or work in the background failed since the last
    /// change: this one was not made, and may be made again.
    /// </exception>
    public async Task UpsertAsync(Member member, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(member);
        Vectorizer vectorizer = _now.Index.Vectorizer;
        Put(member, vectorizer, await vectorizer.VectorizeAsync(member, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Removes a member with everything that names them: participations, interactions, outcomes, and others' <see cref="Member.Blocks"/>.
    /// The next call sees it.
    /// </summary>
    /// <remarks>
    /// Who comes back under the same id is somebody new: what stood between them and others is forgotten, blocks as well.
    /// </remarks>
    /// <param name="memberId">The member's id.</param>
    /// <returns>Whether there was such a member.</returns>
    /// <exception cref="InvalidOperationException">
    /// Work in the background failed since the last change: this one was not made, and may be made again.
    /// </exception>
    public bool Remove(string memberId)
    {
        ArgumentNullException.ThrowIfNull(memberId);
        bool removed = false;
        // One change: between the two, who comes back under the id would have the effects of who left.
        lock (_changes)
        {
            Change(index =>
            {
                bool known = index.Live.TryIndexOf(memberId, out _);
                removed |= known;
                return known ? index.Without(memberId) : index;
            });
            if (removed)
                _upkeep.Forget(memberId);
        }

        return removed;
    }

    /// <summary>
    /// Records what became of an introduction. The next call sees it: its rules at once, its learned scores as <see cref="Upsert"/> tells.
    /// </summary>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    /// <exception cref="CommunityFormatException">
    /// Both ids are the same, or it is <see cref="OutcomeKind.Rated"/> and has no rating.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Work in the background failed since the last change: this one was not made, and may be made again.
    /// </exception>
    public void Record(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Change(index => index.With(outcome));
    }

    /// <summary>Records that one member did something towards another. The next call sees it.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    /// <exception cref="CommunityFormatException">Both ids are the same.</exception>
    /// <exception cref="InvalidOperationException">
    /// Work in the background failed since the last change: this one was not made, and may be made again.
    /// </exception>
    public void Record(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        Change(index => index.With(interaction));
    }

    /// <summary>Records that a member took part in an activity. The next call sees it.</summary>
    /// <param name="participation">The participation.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    /// <exception cref="CommunityFormatException">The community has no such activity.</exception>
    /// <exception cref="InvalidOperationException">
    /// Work in the background failed since the last change: this one was not made, and may be made again.
    /// </exception>
    public void Record(Participation participation)
    {
        ArgumentNullException.ThrowIfNull(participation);
        Change(index => index.With(participation));
    }

    /// <summary>
    /// Learns whom to introduce to whom from what became of earlier introductions. Suggestions use what was learned from then on, where it
    /// did better than the rules on people and pairs held out; the report tells. Calls go on meanwhile, and see the model when it is
    /// complete.
    /// </summary>
    /// <remarks>
    /// It learns from the community as it is when the call begins. Later changes of members and outcomes count in every score, at once or,
    /// in a community of more than 1,000 members or 10,000 participations, interactions and outcomes, some seconds later, when the model
    /// was bound to them in the background. They change what was learned only when this is called again; should nothing better than the
    /// rules be found then, an earlier model stays in use. One call learns at a time; a second waits. Trees are trained by LightGBM where
    /// it runs (x64), elsewhere by FastTree: the same rows and seed give the same model on one kind of machine, a slightly other one on
    /// another. What was learned on one is loaded and used on any.
    /// </remarks>
    /// <param name="options">How to learn; null: the defaults.</param>
    /// <param name="progress">Is told how far it has come; null: nobody.</param>
    /// <param name="cancellationToken">
    /// Ends the call within a second, also where it waits for another; nothing is changed then, and no more progress told. A training that
    /// has begun cannot be stopped: it ends unseen, some seconds later.
    /// </param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public LearningReport Learn(
        LearningOptions? options = null,
        IProgress<LearningProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        while (!_learning.TryEnter(TimeSpan.FromMilliseconds(100)))
            cancellationToken.ThrowIfCancellationRequested();
        try
        {
            IProgress<LearningProgress>? told = progress is null ? null : new ProgressUntilCancelled(progress, cancellationToken);
            LearningReport report = null!;
            bool isNew = _upkeep.Adopt(
                () =>
                {
                    (LearnedModel? model, report) = LearningRun.Learn(
                        _now.Index is { Changes: > 0 } changed ? changed.Rebuilt(null) : _now.Index,
                        options ?? new LearningOptions(),
                        told,
                        cancellationToken
                    );
                    cancellationToken.ThrowIfCancellationRequested();
                    return model;
                },
                cancellationToken
            );
            return isNew || _now.View is null
                ? report
                : report with
                {
                    IsUsed = true,
                    Summary = report.Summary + " The model from before stays in use.",
                };
        }
        finally
        {
            _learning.Exit();
        }
    }

    /// <summary>Writes what was learned to a file, in place of one that may be there. A file that is there is always whole.</summary>
    /// <remarks>
    /// It names members: where the system knows file modes, a new file is for its owner alone (0600), and one that is there keeps its mode.
    /// A link leads to the new file.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written, or is a folder.</exception>
    /// <exception cref="InvalidOperationException">Nothing was learned yet, or nothing better than the rules.</exception>
    public void SaveModel(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        LiveState now = _now;
        LearnedModelFile.Save(
            path,
            now.View?.Model
                ?? throw new InvalidOperationException(
                    "There is no model: call Learn first, and see whether its report says that one is used."
                ),
            VocabularyFingerprint.Of(now.Index)
        );
    }

    /// <summary>
    /// Reads what <see cref="SaveModel"/> wrote; suggestions use it when this returns. Loading runs nothing from the file.
    /// </summary>
    /// <remarks>
    /// It is made ready for the community first, which may take seconds in a large one; calls and changes go on meanwhile. Of what the file
    /// knows of single people it keeps what is of members: who comes later is somebody new to it. The file itself may name who was removed
    /// since: write it anew, and delete old ones.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFormatException">
    /// The file is no model, is cut short or altered, is of another version, or was learned with another vocabulary: less than half of its
    /// topics or of its attributes are in this community, or it compares texts in another way. What is new in the community is no reason.
    /// Or it is a folder.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public void LoadModel(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _upkeep.Adopt(() => LearnedModelFile.Load(path, VocabularyFingerprint.Of(_now.Index)), CancellationToken.None);
    }

    /// <summary>
    /// Writes the whole matchmaker to a file, in place of one that may be there: the community, what was fitted and learned, and what is
    /// ready for queries. Calls and changes go on meanwhile; the file holds the community as it is when this is called.
    /// </summary>
    /// <remarks>
    /// A file that is there is always whole: the new one is written beside it, brought to the disk, and moved there when it is complete.
    /// Nothing of a removed member is in it, nor a topic or a word that nobody has any more. Options that are code
    /// (<see cref="MatchmakerOptions.TimeProvider"/>, <see cref="MatchmakerOptions.EmbeddingGenerator"/>,
    /// <see cref="MatchmakerOptions.Allow"/>) are not written. The file is about people: where the system knows file modes, a new one is
    /// for its owner alone (0600), and one that is there keeps its mode. A link leads to the new file.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the work; the file stays as it was.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written, or is a folder.</exception>
    /// <exception cref="NotSupportedException">
    /// One part of the community (all members, all participations and so on) takes more than 2 GB; the file stays as it was.
    /// </exception>
    public void Save(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        LiveState now;
        Upkeep.Drift drift;
        lock (_changes)
            (now, drift) = (_now, _upkeep.Drifted);
        MatchmakerSnapshot.Save(path, now.Index, now.View?.Model, drift, cancellationToken);
    }

    /// <summary>
    /// Reads what <see cref="Save"/> wrote. Loading runs nothing from the file. What was learned is made ready before this returns.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">
    /// How the matchmaker works from now on; null: as when it was saved, with the system's clock. Where another half-life, size of small
    /// activities, seed, number of latent topics or list of synonyms is asked for, what hangs on it is worked out again, which takes as
    /// long as to create it.
    /// </param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="SnapshotFormatException">
    /// The file is no matchmaker's, is cut short or altered, was written by another version, or is a folder.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// An embedding generator placed the texts, and the options give none; or none did, and the options give one. Or another text analyser
    /// than the default one read them, and no options are given.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Matchmaker Load(string path, MatchmakerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (CommunityIndex index, LearnedModel? model, Upkeep.Drift? drift) = MatchmakerSnapshot.Load(path, options, cancellationToken);
        var matchmaker = new Matchmaker(index, model, drift: drift);
        matchmaker._now.View?.Prepare(cancellationToken);
        return matchmaker;
    }

    private static async Task<Matchmaker> BuildAsync(Community community, MatchmakerOptions options, CancellationToken cancellationToken)
    {
        Vectorizer vectorizer = await Vectorizer.FitAsync(community.Members, options, cancellationToken).ConfigureAwait(false);
        return new Matchmaker(await CommunityIndex.BuildAsync(community, options, vectorizer, cancellationToken).ConfigureAwait(false));
    }

    private static void RefuseEmbeddings(MatchmakerOptions options, string instead)
    {
        if (options.EmbeddingGenerator is not null)
            throw new InvalidOperationException($"An embedding generator works asynchronously: use {instead}.");
    }

    private static IReadOnlyList<Introduction> Introduce(PairQuery query, SuggestOptions options)
    {
        IPairScorer scorer = Scorer(query);
        return
        [
            .. Selector
                .Select(query, scorer, options)
                .Select(candidate => IntroductionWriter.Write(query, scorer, candidate.Member, options.Culture)),
        ];
    }

    /// <summary>The index in use.</summary>
    internal CommunityIndex Index => _now.Index;

    /// <summary>What was learned, as it is bound now.</summary>
    internal LearnedView? View => _now.View;

    /// <summary>Upkeep that may go on in the background.</summary>
    internal Task UpkeepWork => _upkeep.WhenIdle();

    private PairQuery Query(string memberId, IntroductionKind kind)
    {
        ArgumentNullException.ThrowIfNull(memberId);
        LiveState now = _now;
        return Query(now, now.Index.IndexOf(memberId), kind, _options.TimeProvider.GetUtcNow());
    }

    private static PairQuery Query(LiveState now, int member, IntroductionKind kind, DateTimeOffset moment) =>
        new(now.Index, member, kind, moment) { View = now.View };

    /// <summary>A vocabulary that was fitted since has other numbers for topics.</summary>
    private void Put(Member member, Vectorizer vectorizer, MemberVector vector) =>
        Change(index =>
            index.With(member, ReferenceEquals(index.Vectorizer, vectorizer) ? vector : index.Vectorizer.VectorizeAgain(member, vector))
        );

    /// <summary>Writers queue; readers go on with the index that they hold.</summary>
    private void Change(Func<CommunityIndex, CommunityIndex> change)
    {
        lock (_changes)
        {
            _upkeep.ThrowIfFailed();
            LiveState before = _now;
            CommunityIndex after = change(before.Index);
            if (!ReferenceEquals(after, before.Index))
                _now = _upkeep.After(before, after, change);
        }
    }

    /// <summary>By what was learned; by the rules where nothing was.</summary>
    private static IPairScorer Scorer(PairQuery query) =>
        query.View?.Scorer(query.Index, query.Kind) ?? new PairScorer(query.Index, query.Kind);

    private static int[] Positions(LiveState now, IReadOnlyCollection<string> memberIds) =>
        [.. memberIds.Distinct(StringComparer.Ordinal).Select(now.Index.IndexOf)];
}
