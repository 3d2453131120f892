using System.Collections.Concurrent;

namespace Matchmaking;

/// <summary>
/// A community made ready for queries: vectors, network and history by member position. Immutable but for caches; a change makes a new one that
/// shares what the change does not touch.
/// </summary>
internal sealed class CommunityIndex
{
    private readonly ConcurrentDictionary<DateOnly, WeekHours?[]> _hours = new();
    private readonly Lazy<ActivityRecommender> _activities;
    private readonly Lazy<GroupRecommender> _groups;
    private readonly Lazy<NetworkFeatures> _networkFeatures;
    private readonly Lazy<CandidateIndex> _candidates;

    private CommunityIndex(Community community, MatchmakerOptions options, Vectorizer vectorizer, MemberVector[] vectors, ActivityVector[] activityVectors, MemberNetwork? network = null)
    {
        Community = community;
        Options = options;
        Vectorizer = vectorizer;
        Vectors = vectors;
        ActivityVectors = activityVectors;
        Network = network ?? MemberNetwork.Build(community, options);
        _activities = new(() => ActivityRecommender.Build(Network));
        _groups = new(() => GroupRecommender.Build(Network, options));
        _networkFeatures = new(() => NetworkFeatures.Bind(this));
        _candidates = new(() => CandidateIndex.Build(this));
        Introductions = new IntroductionLedger(community, options);
        Blocks = new BlockList(community);
        InterestSimilarity = TopicSimilarity.Of(options.InterestSimilarity, vectorizer.Topics.FittedCount);
        foreach (Member member in community.Members)
        {
            HasInterests |= member.Interests.Count > 0;
            HasNeeds |= member.Needs.Count > 0;
            HasOffers |= member.Offers.Count > 0;
            HasLanguages |= member.Languages.Count > 0;
            HasHours |= member.Availability is { Windows.Count: > 0 };
            HasLocations |= member.Location is not null;
            HasMentors |= member.Mentoring is { Mentors: true };
            HasMentees |= member.Mentoring is { SeeksMentor: true };
        }
    }

    public Community Community { get; }

    public IReadOnlyList<Member> Members => Community.Members;

    public MatchmakerOptions Options { get; }

    public Vectorizer Vectorizer { get; }

    public MemberVector[] Vectors { get; }

    public ActivityVector[] ActivityVectors { get; }

    public MemberNetwork Network { get; }

    /// <summary>What members join next; made ready at first use, for many hosts never ask.</summary>
    public ActivityRecommender Activities => _activities.Value;

    /// <summary>Who goes with whom; made ready at first use.</summary>
    public GroupRecommender Groups => _groups.Value;

    /// <summary>What learned models see of the network; made ready at first use.</summary>
    public NetworkFeatures NetworkFeatures => _networkFeatures.Value;

    /// <summary>What finds candidates without scoring everybody; made ready at first use.</summary>
    public CandidateIndex Candidates => _candidates.Value;

    public IntroductionLedger Introductions { get; }

    public BlockList Blocks { get; }

    public ITopicSimilarity InterestSimilarity { get; }

    public bool HasInterests { get; }

    public bool HasNeeds { get; }

    public bool HasOffers { get; }

    public bool HasLanguages { get; }

    public bool HasHours { get; }

    public bool HasLocations { get; }

    public bool HasMentors { get; }

    public bool HasMentees { get; }

    public static CommunityIndex Build(Community community, MatchmakerOptions options, Vectorizer vectorizer) =>
        new(community, options, vectorizer, vectorizer.VectorizeAll(community.Members), ActivityVector.OfAll(community.Activities, vectorizer));

    public static async Task<CommunityIndex> BuildAsync(Community community, MatchmakerOptions options, Vectorizer vectorizer, CancellationToken cancellationToken)
    {
        MemberVector[] vectors = await vectorizer.VectorizeAllAsync(community.Members, cancellationToken).ConfigureAwait(false);
        ActivityVector[] activityVectors = await ActivityVector.OfAllAsync(community.Activities, vectorizer, cancellationToken).ConfigureAwait(false);
        return new CommunityIndex(community, options, vectorizer, vectors, activityVectors);
    }

    /// <summary>With a member added or replaced. Replacing leaves the network as it is: it knows members by their position.</summary>
    public CommunityIndex With(Member member, MemberVector vector)
    {
        bool known = Community.TryIndexOf(member.Id, out int position);
        Community community = Community.With(member);
        MemberVector[] vectors = known ? [.. Vectors] : [.. Vectors, vector];
        if (known)
            vectors[position] = vector;
        return new CommunityIndex(community, Options, Vectorizer, vectors, ActivityVectors, known ? Network : null);
    }

    /// <summary>Without a member and all that names them.</summary>
    public CommunityIndex Without(string memberId)
    {
        int position = Community.IndexOf(memberId);
        return new CommunityIndex(Community.Without(memberId), Options, Vectorizer, [.. Vectors[..position], .. Vectors[(position + 1)..]], ActivityVectors);
    }

    public CommunityIndex With(Outcome outcome) =>
        new(new Community(Members, Community.Activities, Community.Participations, Community.Interactions, [.. Community.Outcomes, outcome]), Options, Vectorizer, Vectors, ActivityVectors);

    public CommunityIndex With(Interaction interaction) =>
        new(new Community(Members, Community.Activities, Community.Participations, [.. Community.Interactions, interaction], Community.Outcomes), Options, Vectorizer, Vectors, ActivityVectors);

    public CommunityIndex With(Participation participation) =>
        new(new Community(Members, Community.Activities, [.. Community.Participations, participation], Community.Interactions, Community.Outcomes), Options, Vectorizer, Vectors, ActivityVectors);

    /// <summary>
    /// As it was at an earlier moment, which is also its now. Nothing dated from then on reaches it; vectors and vocabulary are shared, for profiles
    /// have no history. Members who joined later keep their positions, and must not be taken for candidates.
    /// </summary>
    public CommunityIndex AsOf(DateTimeOffset cut)
    {
        (Community community, int[] activities) = CommunityCut.Before(Community, cut);
        return new CommunityIndex(
            community, Options with { TimeProvider = new FixedTime(cut) }, Vectorizer, Vectors, [.. activities.Select(i => ActivityVectors[i])]);
    }

    /// <summary>
    /// Without what became of introductions, for features of which outcomes are the target: they must not come back through the network.
    /// This same index where there are none.
    /// </summary>
    public CommunityIndex WithoutOutcomes() => Community.Outcomes.Count == 0 ? this : new CommunityIndex(
        new Community(Members, Community.Activities, Community.Participations, Community.Interactions), Options, Vectorizer, Vectors, ActivityVectors);

    /// <summary>Every member's hours in the seven days from a date; computed once a day.</summary>
    public WeekHours?[] HoursFrom(DateOnly firstDay) => _hours.GetOrAdd(firstDay, day =>
    {
        // Yesterday's week is of no use to anybody any more.
        _hours.Clear();
        var hours = new WeekHours?[Members.Count];
        for (int i = 0; i < hours.Length; i++)
            hours[i] = WeekHours.Of(Members[i], day);
        return hours;
    });
}
