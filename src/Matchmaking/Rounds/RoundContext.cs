namespace Matchmaking.Rounds;

/// <summary>
/// What every stage of planning one round works on: the community as the call found it, the moment, who takes part, and what is allowed.
/// Safe for several threads.
/// </summary>
internal sealed class RoundContext
{
    /// <summary>The last tier that a round tells from others.</summary>
    public const int LastTier = 16;

    private readonly HashSet<int> _participants;
    private readonly Func<Member, Member, bool>? _allow;
    private readonly SuggestOptions _calls;
    private readonly HostRules? _host;
    private readonly DateTimeOffset? _neverAgainFrom;
    private bool? _needsCheck;

    public RoundContext(
        CommunityIndex index,
        IModel? model,
        RoundOptions options,
        DateTimeOffset now,
        RoundProgressReporter progress,
        CancellationToken cancellationToken,
        DateTimeOffset? neverAgainFrom = null
    )
    {
        (Index, Model, Options, Now, Progress, CancellationToken) = (index, model, options, now, progress, cancellationToken);
        _neverAgainFrom = neverAgainFrom;
        Scorer = model.Scorer(index, options.Kind);
        Past = new PastMeetings(
            index.Community,
            options,
            options.CoolDown ?? index.Options.CoolDown,
            now,
            neverAgainFrom ?? DateTimeOffset.MaxValue
        );
        _participants = options.Participants is { } ids
            ? [.. ids.Where(index.Community.Contains).Select(index.Community.IndexOf)]
            : [.. Enumerable.Range(0, index.Members.Count)];
        Left = new int[index.Members.Count];
        foreach (int member in _participants)
            Left[member] = IntroductionsWanted(member);
        _allow = Combine(options.Allow, index.Options.Allow, bothWays: !IsDirected);
        _host = HostRules.Of(index.Options.Rules, options.Rules, bothWays: !IsDirected);
        Wishes = Wished(index.Community, options);
        _calls = new SuggestOptions
        {
            Kind = options.Kind,
            IncludeConnected = options.IncludeConnected,
            MinimumScore = options.MinimumScore,
            Allow = _allow,
        };
    }

    /// <summary>The same round by other options.</summary>
    public RoundContext With(RoundOptions options) =>
        new(Index, Model, options, Now, new RoundProgressReporter(null), CancellationToken, _neverAgainFrom) { Threads = Threads };

    public CommunityIndex Index { get; }

    public IModel? Model { get; }

    public RoundOptions Options { get; }

    public DateTimeOffset Now { get; }

    public IPairScorer Scorer { get; }

    public PastMeetings Past { get; }

    /// <summary>What a member gains by a wish for another, 0..1, by the two positions.</summary>
    public IReadOnlyDictionary<(int Member, int Other), double> Wishes { get; }

    public RoundProgressReporter Progress { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>How many threads work on the round; −1: as many as there are cores for. The answer does not depend on it.</summary>
    public int Threads { get; init; } = -1;

    public ParallelOptions Parallel => ParallelWork.Here(Threads, CancellationToken);

    /// <summary>How many introductions each member still wants; 0 for who takes no part.</summary>
    public int[] Left { get; }

    /// <summary>Whether the two sides of a pair differ: a mentee and a mentor, a newcomer and a settled member.</summary>
    public bool IsDirected => Options.Kind is IntroductionKind.Mentor or IntroductionKind.Buddy;

    public bool IsInvited(int member) => _participants.Contains(member);

    /// <summary>Whether the round is to serve the member: everybody, or the mentees, or the newcomers.</summary>
    public bool Seeks(int member) =>
        IsInvited(member)
        && Options.Kind switch
        {
            IntroductionKind.Mentor => Index.Members[member].Mentoring is { SeeksMentor: true } && MentorsWanted(member) > 0,
            IntroductionKind.Buddy => Tenure.IsNewcomer(Index, member, Now),
            _ => true,
        };

    /// <summary>How many mentors a mentee is to get beside those they have.</summary>
    public int MentorsWanted(int mentee) =>
        Options.Mentors.MentorsPerMentee - (Options.Mentors.IncludeMentored ? 0 : Mentoring.MentorsOf(Index, mentee, Now));

    /// <summary>Whether the member serves those who seek: everybody, or the mentors, or the settled.</summary>
    public bool Serves(int member) =>
        IsInvited(member)
        && Options.Kind switch
        {
            IntroductionKind.Mentor => Index.Members[member].Mentoring is { Mentors: true },
            IntroductionKind.Buddy => Tenure.IsSettled(Index, member, Now),
            _ => true,
        };

    /// <summary>Those who seek, are not paused and want introductions still.</summary>
    public IEnumerable<int> Seekers() => Enumerable.Range(0, Index.Members.Count).Where(member => Left[member] > 0 && Seeks(member));

    public PairQuery Query(int member) =>
        new(Index, member, Options.Kind, Now)
        {
            AsksAsMentee = Options.Kind == IntroductionKind.Mentor,
            HaveMet = Past.HaveMet,
            MentorLimit = Options.Mentors.IncludeMentored ? int.MaxValue : Options.Mentors.MentorsPerMentee,
        };

    /// <summary>The member's best, best first, under all rules.</summary>
    public Candidate[] Best(PairQuery query, int count)
    {
        SuggestOptions calls = _calls with
        {
            Count = count,
            Exclude = [.. Past.CoolingDown(query.Member).Select(other => Index.Members[other].Id)],
        };
        if (NeedsCheck)
            calls = calls with
            {
                Allow = (a, b) =>
                    Left[Index.Community.IndexOf(b.Id)] > 0 && Serves(Index.Community.IndexOf(b.Id)) && _allow?.Invoke(a, b) != false,
            };
        return Selector.Select(query, Scorer, calls, _host);
    }

    /// <summary>The rules as one member's candidates meet them; the exclusions of the history are asked by themselves.</summary>
    public RuleQuery Rules(PairQuery query) => new(query, _calls, _host);

    /// <summary>Whether two may meet: by all rules, by the history, and for who takes part. The score is not asked.</summary>
    public bool Allows(RuleQuery from, int to) =>
        Left[from.Member] > 0
        && Left[to] > 0
        && Seeks(from.Member)
        && Serves(to)
        && !Past.IsCoolingDown(from.Member, to)
        && RuleSet.Allows(from, to);

    /// <summary>Whether the host has rules that may name tiers.</summary>
    public bool HasTiers => _host is not null;

    /// <summary>
    /// The tier of two whom the rules allow to each other, 0..16: those beyond count as 16, so that sums of tiers stay below what numbers
    /// hold. A pair that is kept though it breaks a rule is in the first.
    /// </summary>
    public int Tier(int from, int to) =>
        Math.Min(
            _host?.Tier(
                new ProposedIntroduction
                {
                    From = Index.Members[from].Record,
                    To = Index.Members[to].Record,
                    Kind = Options.Kind,
                    Time = Now,
                }
            ) ?? 0,
            LastTier
        );

    /// <summary>What stands against two meeting.</summary>
    public IReadOnlyList<Refusal> Obstacles(RuleQuery from, int to)
    {
        List<Refusal> all = [.. RuleSet.Obstacles(from, to)];
        if (Past.IsCoolingDown(from.Member, to) && !Holds(ObstacleKind.CoolingDown))
            all.Add(new Refusal(ObstacleKind.CoolingDown));
        if (Left[to] == 0 && !Holds(ObstacleKind.Paused) && !Holds(ObstacleKind.MonthlyCapReached))
            all.Add(new Refusal(ObstacleKind.MonthlyCapReached));
        return all;

        bool Holds(ObstacleKind kind) => all.Exists(refusal => refusal.Kind == kind);
    }

    /// <summary>
    /// Whether there is anybody of whom the rules alone do not know that they are no candidates: who does not take part, whose cap the
    /// history fills, who is a newcomer.
    /// </summary>
    private bool NeedsCheck =>
        _needsCheck ??= Enumerable
            .Range(0, Index.Members.Count)
            .Any(member =>
                Options.Kind == IntroductionKind.Mentor
                    ? Index.Members[member].Mentoring is { Mentors: true } && IsUnknown(member)
                    : IsUnknown(member) || !Serves(member)
            );

    private bool IsUnknown(int member) =>
        Left[member] == 0 && !PauseRule.IsPaused(Index.Members[member], Now) && !Index.Introductions.HasReachedCap(member, Now);

    private int IntroductionsWanted(int member) =>
        PauseRule.IsPaused(Index.Members[member], Now)
            ? 0
            : Math.Max(0, Index.Introductions.IntroductionsLeft(member, Now) - Past.MeetingsThisMonth(member, Index.Introductions));

    /// <summary>Whether one introduction more a month would let the member meet one more.</summary>
    public bool IsOneShort(int member) =>
        Index.Members[member].Availability?.IntroductionsPerMonth is { } cap
        && Index.Introductions.IntroducedThisMonth(member, Now) + Past.MeetingsThisMonth(member, Index.Introductions) == cap;

    /// <summary>The wish at place k counts 1/k.</summary>
    private static Dictionary<(int, int), double> Wished(Community community, RoundOptions options)
    {
        Dictionary<(int, int), double> wishes = [];
        foreach ((string id, IReadOnlyList<string> others) in options.Wishes)
        {
            for (int place = 0; place < others.Count; place++)
            {
                if (community.TryIndexOf(id, out int member) && community.TryIndexOf(others[place], out int other))
                    wishes.TryAdd((member, other), 1.0 / (place + 1));
            }
        }

        return wishes;
    }

    /// <summary>The call's rule and, the other way round, the host's: the host's own way is asked by the rules themselves.</summary>
    private static Func<Member, Member, bool>? Combine(Func<Member, Member, bool>? call, Func<Member, Member, bool>? host, bool bothWays)
    {
        if (call is null && (host is null || !bothWays))
            return null;
        return (a, b) => call?.Invoke(a, b) != false && (!bothWays || (call?.Invoke(b, a) != false && host?.Invoke(b, a) != false));
    }
}
