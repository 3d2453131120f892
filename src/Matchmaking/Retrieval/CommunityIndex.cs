namespace Matchmaking;

/// <summary>
/// A community made ready for queries: vectors, network and history by member position. Immutable but for caches; a change makes a new one
/// that shares all that the change does not touch.
/// </summary>
/// <remarks>
/// Positions are those of <see cref="Live"/>: stable under changes, with empty places where members were removed (<see cref="IsRemoved"/>).
/// What holds for the community as a whole, <see cref="Vectorizer"/> and <see cref="NetworkFit"/>, is fitted when an index is built and
/// kept over changes; an index built anew with the same of both gives the same answers.
/// </remarks>
internal sealed class CommunityIndex
{
    private readonly ProfileCounts _counts;
    private readonly Lazy<NetworkFeatures> _networkFeatures;
    private readonly Lazy<Segment> _whole;
    private readonly Segment? _delta;
    private readonly int[] _recent;
    private readonly Lazy<CommunityIndex> _compact;

    private CommunityIndex(Parts parts)
    {
        (Live, Options, Vectorizer, Vectors, ActivityVectors, Network) = (
            parts.Live,
            parts.Options,
            parts.Vectorizer,
            parts.Vectors,
            parts.ActivityVectors,
            parts.Network
        );
        (Introductions, _counts, Weeks) = (parts.Introductions, parts.Counts, parts.Weeks);
        Changes = parts.Changes;
        Base = parts.Base ?? this;
        (_delta, _recent) = (parts.Delta, parts.Recent);
        ActivityBounds = parts.Base?.ActivityBounds
            ?? [.. Enumerable.Range(0, Members.Count).Select(member => Segment.ActivityBound(Network.ActivityLevel(member)))];
        Activities = ActivityRecommender.Build(Network);
        Groups = GroupRecommender.Build(Network);
        _networkFeatures = new(() => NetworkFeatures.Bind(this));
        _whole = new(() => Segment.Build(this));
        _compact = new(() => Live.Removed == 0 ? this : Rebuilt(Network.Fit));
        InterestSimilarity = TopicSimilarity.Of(Options.InterestSimilarity, Vectorizer.Topics.FittedCount);
    }

    /// <summary>The members and what is known of them, by the positions used here.</summary>
    public LiveCommunity Live { get; }

    /// <summary>
    /// The community as the host knows it. Its positions are those used here where <see cref="LiveCommunity.Removed"/> is 0.
    /// </summary>
    public Community Community => Live.Community;

    /// <summary>By position; <see cref="LiveCommunity.Nobody"/> where a member was removed.</summary>
    public PersistentArray<Member> Members => Live.Members;

    public MatchmakerOptions Options { get; }

    public Vectorizer Vectorizer { get; }

    public PersistentArray<MemberVector> Vectors { get; }

    public ActivityVector[] ActivityVectors { get; }

    public MemberNetwork Network { get; }

    /// <summary>
    /// The index that was built whole from which this one came by changes; itself where it is one. Positions are the same in both.
    /// </summary>
    public CommunityIndex Base { get; }

    /// <summary>How many changes came since <see cref="Base"/>.</summary>
    public int Changes { get; }

    /// <summary>What members join next.</summary>
    public ActivityRecommender Activities { get; }

    /// <summary>Who goes with whom.</summary>
    public GroupRecommender Groups { get; }

    /// <summary>What learned models see of the network; made ready at first use.</summary>
    public NetworkFeatures NetworkFeatures => _networkFeatures.Value;

    /// <summary>What finds candidates without scoring everybody; made ready at first use.</summary>
    public Segments Segments => new(Base._whole.Value, _delta, _recent);

    /// <summary>Whether anybody has asked for <see cref="Segments"/>.</summary>
    public bool HasSegments => Base._whole.IsValueCreated;

    /// <summary>How many members changed since segments were laid out last: candidates always, each looked at by itself.</summary>
    public int Recent => _recent.Length;

    /// <summary>How many members changed before that, since <see cref="Base"/>.</summary>
    public int InDelta => _delta?.Count ?? 0;

    /// <summary>
    /// How active each member of <see cref="Base"/> is at the most, in this index and in all that came of the base so far; see
    /// <see cref="Segment.Activity"/>.
    /// </summary>
    public float[] ActivityBounds { get; }

    public IntroductionLedger Introductions { get; }

    public BlockList Blocks => Live.Blocks;

    /// <summary>Everybody's hours of this week.</summary>
    public WeekHoursCache Weeks { get; }

    public ITopicSimilarity InterestSimilarity { get; }

    public bool HasInterests => _counts.Interests > 0;

    public bool HasNeeds => _counts.Needs > 0;

    public bool HasOffers => _counts.Offers > 0;

    public bool HasLanguages => _counts.Languages > 0;

    public bool HasHours => _counts.Hours > 0;

    public bool HasLocations => _counts.Locations > 0;

    public bool HasMentors => _counts.Mentors > 0;

    public bool HasMentees => _counts.Mentees > 0;

    /// <summary>
    /// The same without empty places, for what goes by the positions of <see cref="Community"/>: learning and learned models.
    /// </summary>
    public CommunityIndex Compact => _compact.Value;

    public static CommunityIndex Build(Community community, MatchmakerOptions options, Vectorizer vectorizer) =>
        Of(
            LiveCommunity.Of(community),
            options,
            vectorizer,
            vectorizer.VectorizeAll(community.Members),
            ActivityVector.OfAll(community.Activities, vectorizer)
        );

    public static async Task<CommunityIndex> BuildAsync(
        Community community,
        MatchmakerOptions options,
        Vectorizer vectorizer,
        CancellationToken cancellationToken
    )
    {
        MemberVector[] vectors = await vectorizer.VectorizeAllAsync(community.Members, cancellationToken).ConfigureAwait(false);
        ActivityVector[] activityVectors = await ActivityVector
            .OfAllAsync(community.Activities, vectorizer, cancellationToken)
            .ConfigureAwait(false);
        return Of(LiveCommunity.Of(community), options, vectorizer, vectors, activityVectors);
    }

    /// <summary>An index built whole.</summary>
    /// <param name="live">The community, without gaps.</param>
    /// <param name="options">The options.</param>
    /// <param name="vectorizer">What the vectors were made with.</param>
    /// <param name="vectors">By member.</param>
    /// <param name="activityVectors">By activity.</param>
    /// <param name="fit">What holds for the network as a whole; null: it is fitted.</param>
    public static CommunityIndex Of(
        LiveCommunity live,
        MatchmakerOptions options,
        Vectorizer vectorizer,
        IReadOnlyList<MemberVector> vectors,
        ActivityVector[] activityVectors,
        NetworkFit? fit = null
    ) => Of(live, options, vectorizer, vectors, activityVectors, MemberNetwork.Build(live, options, fit));

    /// <summary>An index of parts that are ready.</summary>
    public static CommunityIndex Of(
        LiveCommunity live,
        MatchmakerOptions options,
        Vectorizer vectorizer,
        IReadOnlyList<MemberVector> vectors,
        ActivityVector[] activityVectors,
        MemberNetwork network,
        WeekHoursCache? hours = null
    )
    {
        ProfileCounts counts = default;
        foreach (Member member in live.Members)
            counts = counts.With(member);
        return new CommunityIndex(
            new Parts(
                live,
                options,
                vectorizer,
                vectors as PersistentArray<MemberVector> ?? PersistentArray<MemberVector>.From(vectors),
                activityVectors,
                network,
                IntroductionLedger.Of(live, options),
                counts,
                hours ?? new WeekHoursCache(),
                null,
                null,
                [],
                0
            )
        );
    }

    /// <summary>Whether a position is empty since its member was removed: nobody's candidate.</summary>
    public bool IsRemoved(int position) => Live.IsRemoved(position);

    /// <summary>The position of a member.</summary>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    public int IndexOf(string id) => Live.IndexOf(id);

    /// <summary>With a member added or replaced.</summary>
    public CommunityIndex With(Member member, MemberVector vector)
    {
        bool known = Live.TryIndexOf(member.Id, out int position);
        LiveCommunity live = Live.With(member);
        position = known ? position : Members.Count;
        return new CommunityIndex(
            Now() with
            {
                Live = live,
                Vectors = known ? Vectors.With(position, vector) : Vectors.Add(vector),
                Network = Network.With(live),
                Introductions = Introductions.With(live),
                Counts = (known ? _counts.Without(Members[position]) : _counts).With(member),
                Recent = WithRecent(position),
            }
        );
    }

    /// <summary>Without a member and all that names them.</summary>
    public CommunityIndex Without(string memberId)
    {
        int position = IndexOf(memberId);
        LiveCommunity live = Live.Without(position);
        Weeks.Forget(position);
        int[] contacts = Network.Contacts.Ties.Columns(position).ToArray();
        return new CommunityIndex(
            Now() with
            {
                Live = live,
                Vectors = Vectors.With(position, new MemberVector(LiveCommunity.Nobody)),
                Network = Network.With(live, [position, .. Replied(position)], [position, .. contacts], []),
                Introductions = Introductions.Without(live, position),
                Counts = _counts.Without(Members[position]),
                Recent = WithRecent(position),
            }
        );
    }

    public CommunityIndex With(Outcome outcome)
    {
        LiveCommunity live = Live.With(outcome);
        return new CommunityIndex(
            Now() with
            {
                Live = live,
                Network = ContactGraph.Connects(outcome)
                    ? Network.With(live, [], [IndexOf(outcome.From), IndexOf(outcome.To)], [])
                    : Network.With(live),
                Introductions = Introductions.With(live, outcome),
            }
        );
    }

    public CommunityIndex With(Interaction interaction)
    {
        LiveCommunity live = Live.With(interaction);
        int from = IndexOf(interaction.From);
        return MoreActive(
            from,
            new CommunityIndex(Now() with { Live = live, Network = Network.With(live, [from], [from, IndexOf(interaction.To)], []) })
        );
    }

    public CommunityIndex With(Participation participation)
    {
        LiveCommunity live = Live.With(participation);
        int member = IndexOf(participation.Member);
        return MoreActive(
            member,
            new CommunityIndex(
                Now() with
                {
                    Live = live,
                    Network = Network.With(live, [member], [], [live.Tree.IndexOf(participation.Activity)]),
                }
            )
        );
    }

    /// <summary>With all who changed since <see cref="Base"/> laid out in a segment of their own.</summary>
    public CommunityIndex WithDelta()
    {
        int[] positions = [.. _recent.Union(_delta is null ? [] : _delta.Positions.ToArray()).Order()];
        return new CommunityIndex(Now() with { Delta = Segment.Build(this, positions), Recent = [], Changes = Changes });
    }

    /// <summary>Built whole from the community as it is, without gaps and with nothing left of who was removed.</summary>
    /// <param name="fit">What holds for the network as a whole; null: it is fitted again.</param>
    public CommunityIndex Rebuilt(NetworkFit? fit)
    {
        LiveCommunity live = Live.Compact();
        return Of(
            live,
            Options,
            Vectorizer,
            [.. Vectors.Where((_, i) => !IsRemoved(i))],
            ActivityVectors,
            MemberNetwork.Build(live, Options, fit),
            // Where positions stay, so does what is known by them.
            Live.Removed == 0
                ? Weeks
                : null
        );
    }

    /// <summary>
    /// Built whole as <see cref="Rebuilt"/>, with everything fitted again: vocabulary, IDF, latent topics and the network.
    /// </summary>
    /// <param name="otherWords">Whether another text analyser than the options' gave the words of activities.</param>
    public CommunityIndex Refitted(bool otherWords = false)
    {
        LiveCommunity live = Live.Compact();
        Vectorizer vectorizer = Vectorizer.Refit(live.Members, Options);
        MemberVector[] vectors = vectorizer.VectorizeAgain(live.Members, [.. Vectors.Where((_, i) => !IsRemoved(i))]);
        ActivityVector[] activities = ActivityVector.Again(live.Tree.Activities, vectorizer, ActivityVectors, otherWords);
        return Of(live, Options, vectorizer, vectors, activities);
    }

    /// <summary>
    /// As it was at an earlier moment, which is also its now. Nothing dated from then on reaches it; vectors and vocabulary are shared, for
    /// profiles have no history. Members who joined later keep their positions, and must not be taken for candidates.
    /// </summary>
    public CommunityIndex AsOf(DateTimeOffset cut)
    {
        (Community community, int[] activities) = CommunityCut.Before(Community, cut);
        return Of(
            LiveCommunity.Of(community),
            Options with
            {
                TimeProvider = new FixedTime(cut),
            },
            Vectorizer,
            Compact.Vectors,
            [.. activities.Select(i => ActivityVectors[i])]
        );
    }

    /// <summary>
    /// Without what became of introductions, for features of which outcomes are the target: they must not come back through the network.
    /// This same index where there are none.
    /// </summary>
    public CommunityIndex WithoutOutcomes() =>
        Live.Outcomes.Count == 0
            ? this
            : Of(
                LiveCommunity.Of(new Community(Community.Members, Community.Activities, Community.Participations, Community.Interactions)),
                Options,
                Vectorizer,
                Compact.Vectors,
                ActivityVectors
            );

    /// <summary>A member's hours in the seven days from a date.</summary>
    public WeekHours? HoursFrom(DateOnly firstDay, int member) => Weeks.Of(firstDay, member, Members[member]);

    private static CommunityIndex MoreActive(int member, CommunityIndex after)
    {
        double activity = after.Network.ActivityLevel(member);
        if (member < after.ActivityBounds.Length)
            after.ActivityBounds[member] = Math.Max(after.ActivityBounds[member], Segment.ActivityBound(activity));
        after._delta?.Raise(member, activity);
        return after;
    }

    private Parts Now() =>
        new(
            Live,
            Options,
            Vectorizer,
            Vectors,
            ActivityVectors,
            Network,
            Introductions,
            _counts,
            Weeks,
            Base,
            _delta,
            _recent,
            Changes + 1
        );

    /// <summary>Who did something towards a member: how active they are counts it.</summary>
    private HashSet<int> Replied(int position)
    {
        HashSet<int> members = [];
        foreach (EventLog<Interaction>.Entry entry in Live.Interactions.To(position))
            members.Add(entry.First);
        return members;
    }

    private int[] WithRecent(int position)
    {
        int at = Array.BinarySearch(_recent, position);
        return at >= 0 ? _recent : [.. _recent.AsSpan(0, ~at), position, .. _recent.AsSpan(~at)];
    }

    private sealed record Parts(
        LiveCommunity Live,
        MatchmakerOptions Options,
        Vectorizer Vectorizer,
        PersistentArray<MemberVector> Vectors,
        ActivityVector[] ActivityVectors,
        MemberNetwork Network,
        IntroductionLedger Introductions,
        ProfileCounts Counts,
        WeekHoursCache Weeks,
        CommunityIndex? Base,
        Segment? Delta,
        int[] Recent,
        int Changes
    );
}
