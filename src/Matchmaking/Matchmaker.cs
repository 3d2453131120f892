namespace Matchmaking;

/// <summary>Tells a community whom to introduce to whom, and why.</summary>
/// <remarks>
/// Safe for use by several threads: any number may ask while one changes; a call sees the community as it was when the call began, whole.
/// The same community, options, seed and time give the same answers. What a host's own code throws (<see cref="MatchmakerOptions.Allow"/>
/// and the rules of calls) comes out of the call as it was thrown; where several threads meet it, the first.
/// </remarks>
public sealed partial class Matchmaker : IIntroductionSource, ICommunityWriter
{
    private static readonly SuggestOptions s_ofAQuestion = new() { Count = 5, IncludeConnected = true };

    private readonly MatchmakerOptions _options;
    private readonly Lock _changes = new();
    private readonly Upkeep _upkeep;
    private readonly SectionShelf _sections;
    private volatile LiveState _now;

    internal Matchmaker(
        CommunityIndex index,
        IModel? model = null,
        UpkeepPolicy? policy = null,
        Upkeep.Drift? drift = null,
        IReadOnlyDictionary<string, byte[]>? sections = null
    )
    {
        _options = index.Options;
        _sections = new SectionShelf(sections);
        _now = model is null ? new LiveState(index, null) : new LiveState(index.ForLearning, new ModelView(model, index.ForLearning));
        _upkeep = new Upkeep(index.Live, policy ?? UpkeepPolicy.Default, _changes, () => _now, state => _now = state, drift);
        _upkeep.Failed += (_, failure) => BackgroundFailed?.Invoke(this, failure);
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
        community = MemberView.For(community, FieldPurposes.Matching, options.HiddenFields);
        return new Matchmaker(IndexBuilder.Build(community, options, Vectorizer.Fit(community.Members, options)));
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
    public Community Community => _now.Index.Derived.Get(static index => new Records(MemberView.Records(index.Community))).Community;

    /// <summary>Whom to introduce to a member, best first, with reasons.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="options">What to suggest; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    public IReadOnlyList<Introduction> Suggest(string memberId, SuggestOptions? options = null)
    {
        options ??= SuggestOptions.Default;
        LiveState now = _now;
        using PairQuery query = Query(now, memberId, options);
        return Introduce(now, query, options);
    }

    /// <summary>Who can help with what a member asks in their own words, in English or French, best first, with reasons.</summary>
    /// <remarks>
    /// The question's topics are found among those of the community, also by words that go with them; whoever offers them, or writes of the
    /// same, is found, those first who have time in the coming days. What somebody hides finds nobody. Where an embedding generator places
    /// texts, the topics count alone.
    /// </remarks>
    /// <param name="memberId">The id of the member who asks.</param>
    /// <param name="question">What they ask: "Who can help me with a grant application this week?"</param>
    /// <param name="options">Whom to suggest; null: the best five, also of those whom the member knows already.</param>
    /// <returns>Nobody where the question has nothing to do with what members tell.</returns>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    /// <exception cref="ArgumentException">The question is empty, contains a NUL character, or has more than 10,000 characters.</exception>
    public IReadOnlyList<Introduction> Ask(string memberId, string question, SuggestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(memberId);
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        Guard.Text(question);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.Length, Question.MostCharacters, nameof(question));
        options ??= s_ofAQuestion;
        CommunityIndex index = _now.Index;
        int member = index.IndexOf(memberId);
        CommunityIndex asked = Question.Put(index, member, question);
        using var query = new PairQuery(asked, member, options.Kind, _options.TimeProvider.GetUtcNow());
        IPairScorer scorer = Question.Scorer(asked);
        return
        [
            .. Selector
                .Select(query, scorer, Question.Answered(options, query, scorer))
                .Select(candidate => IntroductionWriter.Write(query, scorer, candidate.Member, options.Culture)),
        ];
    }

    /// <summary>As <see cref="Suggest"/> for every member, in the order of <see cref="Community"/>, on all cores.</summary>
    /// <remarks>
    /// All answers are of the community as it is when this is called, whatever changes meanwhile. They are worked out while they are read,
    /// a few hundred at most ahead of the reader, so that a community of any size needs little memory. Reading a second time works them out
    /// again.
    /// </remarks>
    /// <param name="options">What to suggest; null: the defaults.</param>
    /// <param name="progress">Is told the share of the members who have been answered; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work: reading on throws.</param>
    /// <exception cref="OperationCanceledException">On reading: the token was cancelled.</exception>
    public IEnumerable<MemberIntroductions> SuggestAll(
        SuggestOptions? options = null,
        IProgress<WorkProgress>? progress = null,
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
            using PairQuery query = Query(now, member, options ?? SuggestOptions.Default, moment);
            return new MemberIntroductions
            {
                Member = query.Profile.Record,
                Introductions = Introduce(now, query, options ?? SuggestOptions.Default),
            };
        }
    }

    /// <summary>As <see cref="SuggestAll"/>, without a thread that waits for the next answer.</summary>
    /// <param name="options">What to suggest; null: the defaults.</param>
    /// <param name="progress">Is told the share of the members who have been answered; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work: reading on throws.</param>
    /// <exception cref="OperationCanceledException">On reading: the token was cancelled.</exception>
    public IAsyncEnumerable<MemberIntroductions> SuggestAllAsync(
        SuggestOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        return Beside(SuggestAll(options, progress, cancellationToken), cancellationToken);

        static async IAsyncEnumerable<MemberIntroductions> Beside(
            IEnumerable<MemberIntroductions> answers,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            using IEnumerator<MemberIntroductions> next = answers.GetEnumerator();
            while (await Task.Run(next.MoveNext, cancellationToken).ConfigureAwait(false))
                yield return next.Current;
        }
    }

    /// <summary>As <see cref="Suggest"/>, without reasons: for long lists and whole communities.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="options">What to rank; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    public IReadOnlyList<RankedMember> Rank(string memberId, SuggestOptions? options = null)
    {
        options ??= SuggestOptions.Default;
        LiveState now = _now;
        using PairQuery query = Query(now, memberId, options);
        Candidate[] candidates = Selector.Select(query, Scorer(now, query), options);
        return Array.ConvertAll(candidates, candidate => new RankedMember
        {
            MemberId = query.Index.Members[candidate.Member].Id,
            Score = candidate.Score,
        });
    }

    /// <summary>
    /// Who is most like a member, or suits best, by one part of the score alone, best first: by shared interests, say, or by needs that
    /// each of the two meets for the other. Exact, and fast in communities of any size.
    /// </summary>
    /// <remarks>
    /// A score is the mean of what the two gain (<see cref="MatchmakerOptions.Reciprocity"/>), as if the part were the only one. No rule
    /// counts but these: nobody is listed who was removed, or where one of the two blocks the other. What was learned has no say.
    /// </remarks>
    /// <param name="memberId">The member's id.</param>
    /// <param name="part">The part: one that the rules know, the library's or the host's.</param>
    /// <param name="count">How many at the most, 1..1,000,000; there are fewer where fewer have anything of the part.</param>
    /// <param name="minimumScore">The least score, in [0, 1]; whose score is 0 is not listed in any case.</param>
    /// <returns>Those who have anything of the part; empty where the community has no data for it.</returns>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    /// <exception cref="ArgumentException">The rules know no such part.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public IReadOnlyList<RankedMember> Nearest(string memberId, ScorePart part, int count = 10, double minimumScore = 0)
    {
        ArgumentNullException.ThrowIfNull(memberId);
        Guard.InRange(count, 1, 1_000_000);
        Guard.InRange(minimumScore, 0, 1);
        CommunityIndex index = _now.Index;
        if (PartSet.Of(index).Find(part) is null)
            throw new ArgumentException($"The rules know no part '{part}'.", nameof(part));
        using var query = new PairQuery(index, index.IndexOf(memberId), IntroductionKind.Any, _options.TimeProvider.GetUtcNow())
        {
            IgnoresRules = true,
        };
        return Array.ConvertAll(NearestSearch.Find(query, part, count, minimumScore), found => new RankedMember
        {
            MemberId = index.Members[found.Member].Id,
            Score = found.Score,
        });
    }

    /// <summary>The score of a pair, whether or not a rule forbids it.</summary>
    /// <param name="fromId">The id of the member who would be asked for.</param>
    /// <param name="toId">The id of the other member.</param>
    /// <param name="kind">What the introduction would be for.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    public PairScore Score(string fromId, string toId, IntroductionKind kind = IntroductionKind.Any)
    {
        ArgumentNullException.ThrowIfNull(toId);
        LiveState now = _now;
        using PairQuery query = Query(now, fromId, new SuggestOptions { Kind = kind });
        return Scorer(now, query).Score(query, query.Index.IndexOf(toId));
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
        LiveState now = _now;
        using PairQuery query = Query(now, fromId, options);
        int to = query.Index.IndexOf(toId);
        var phrases = Phrases.For(_options.Books, options.Culture, query.Profile);
        var rules = new RuleQuery(query, options);
        return new Explanation
        {
            Introduction = IntroductionWriter.Write(query, Scorer(now, query), to, options.Culture),
            Obstacles = [.. RuleSet.Obstacles(rules, to).Select(refusal => refusal.Told(phrases))],
            Tier = rules.Host?.Tier(rules.Proposed(to)) ?? 0,
        };
    }

    /// <summary>Which activities a member should join, best first; not those they take part in already, nor those that are over.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="options">Which to suggest; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    public IReadOnlyList<ActivitySuggestion> SuggestActivities(string memberId, ActivityOptions? options = null)
    {
        LiveState now = _now;
        using PairQuery query = Query(now, memberId, SuggestOptions.Default);
        return SuggestionWriter.Activities(query, now.View, options ?? ActivityOptions.Default);
    }

    /// <summary>Who should join a group of members, best first.</summary>
    /// <param name="memberIds">The ids of the group's members, at least one.</param>
    /// <param name="options">Whom to suggest; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    /// <exception cref="ArgumentException">There is no id, or one is null.</exception>
    public IReadOnlyList<GroupSuggestion> SuggestForGroup(IReadOnlyCollection<string> memberIds, GroupOptions? options = null)
    {
        CheckGroup(memberIds);
        LiveState now = _now;
        return SuggestionWriter.ForGroup(
            now.Index,
            now.View,
            Positions(now, memberIds),
            _options.TimeProvider.GetUtcNow(),
            options ?? GroupOptions.Default
        );
    }

    /// <summary>As <see cref="SuggestActivities"/>, without reasons.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="options">Which to rank; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    public IReadOnlyList<RankedActivity> RankActivities(string memberId, ActivityOptions? options = null)
    {
        LiveState now = _now;
        using PairQuery query = Query(now, memberId, SuggestOptions.Default);
        return Array.ConvertAll(ActivitySelector.Rank(query, now.View, options ?? ActivityOptions.Default), chosen => new RankedActivity
        {
            ActivityId = query.Index.Live.Tree.Activities[chosen.Member].Id,
            Score = chosen.Score,
        });
    }

    /// <summary>As <see cref="SuggestForGroup"/>, without reasons.</summary>
    /// <param name="memberIds">The ids of the group's members, at least one.</param>
    /// <param name="options">Whom to rank; null: the defaults.</param>
    /// <exception cref="MemberNotFoundException">No member has one of the ids.</exception>
    /// <exception cref="ArgumentException">There is no id, or one is null.</exception>
    public IReadOnlyList<RankedMember> RankForGroup(IReadOnlyCollection<string> memberIds, GroupOptions? options = null)
    {
        CheckGroup(memberIds);
        LiveState now = _now;
        int[] group = Positions(now, memberIds);
        using var scorer = new GroupScorer(now.Index, group, _options.TimeProvider.GetUtcNow());
        return Array.ConvertAll(
            GroupSelector.Rank(scorer, now.Index, now.View, group, options ?? GroupOptions.Default),
            chosen => new RankedMember { MemberId = now.Index.Members[chosen.Member].Id, Score = chosen.Score }
        );
    }

    private static async Task<Matchmaker> BuildAsync(Community community, MatchmakerOptions options, CancellationToken cancellationToken)
    {
        community = MemberView.For(community, FieldPurposes.Matching, options.HiddenFields);
        Vectorizer vectorizer = await Vectorizer.FitAsync(community.Members, options, cancellationToken).ConfigureAwait(false);
        return new Matchmaker(await IndexBuilder.BuildAsync(community, options, vectorizer, cancellationToken).ConfigureAwait(false));
    }

    private static void RefuseEmbeddings(MatchmakerOptions options, string instead)
    {
        if (options.EmbeddingGenerator is not null)
            throw new InvalidOperationException($"An embedding generator works asynchronously: use {instead}.");
    }

    private static IReadOnlyList<Introduction> Introduce(LiveState now, PairQuery query, SuggestOptions options)
    {
        IPairScorer scorer = Scorer(now, query);
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
    internal ModelView? View => _now.View;

    internal (CommunityIndex Index, IModel? Model) State
    {
        get
        {
            LiveState now = _now;
            return (now.Index, now.View?.Model);
        }
    }

    internal bool Adopt(Func<IModel?> learn, CancellationToken cancellationToken) => _upkeep.Adopt(learn, cancellationToken);

    /// <summary>Upkeep that may go on in the background.</summary>
    internal Task UpkeepWork => _upkeep.WhenIdle();

    private PairQuery Query(LiveState now, string memberId, SuggestOptions options)
    {
        ArgumentNullException.ThrowIfNull(memberId);
        return Query(now, now.Index.IndexOf(memberId), options, _options.TimeProvider.GetUtcNow());
    }

    private static PairQuery Query(LiveState now, int member, SuggestOptions options, DateTimeOffset moment) =>
        new(now.Index, member, options.Kind, moment) { MentorLimit = options.IncludeMentored ? int.MaxValue : 1 };

    /// <summary>By what was learned; by the rules where nothing was.</summary>
    private static IPairScorer Scorer(LiveState now, PairQuery query) =>
        now.View?.Scorer(query.Index, query.Kind) ?? new PairScorer(query.Index, query.Kind);

    private static int[] Positions(LiveState now, IReadOnlyCollection<string> memberIds) =>
        [.. memberIds.Distinct(StringComparer.Ordinal).Select(now.Index.IndexOf)];

    private static void CheckGroup(IReadOnlyCollection<string> memberIds)
    {
        Guard.NoNulls(memberIds, nameof(memberIds));
        if (memberIds.Count == 0)
            throw new ArgumentException("A group has at least one member.", nameof(memberIds));
    }

    private sealed record Records(Community Community);
}
