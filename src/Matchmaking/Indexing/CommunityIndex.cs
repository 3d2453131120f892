using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// A community made ready for queries: vectors, network and history by member position. Immutable but for caches; a change makes a new one
/// (<see cref="IndexChanges"/>) that shares all that the change does not touch.
/// </summary>
/// <remarks>
/// Positions are those of <see cref="Live"/>: stable under changes, with empty places where members were removed
/// (<see cref="IsRemoved"/>). What holds for the community as a whole, <see cref="Vectorizer"/> and <see cref="NetworkFit"/>, is fitted
/// when an index is built (<see cref="IndexBuilder"/>) and kept over changes; an index built anew with the same of both gives the same
/// answers.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CommunityIndex
{
    private readonly IndexParts _parts;
    private readonly Lazy<CommunityIndex> _compact;
    private readonly Lazy<CommunityIndex> _forLearning;

    internal CommunityIndex(IndexParts parts)
    {
        _parts = parts;
        Base = parts.Base ?? this;
        ActivityBounds = parts.Base?.ActivityBounds
            ?? new ActivityBounds([.. Enumerable.Range(0, Members.Count).Select(Network.ActivityLevel)]);
        Activities = ActivityRecommender.Build(Network);
        Groups = GroupRecommender.Build(Network);
        _compact = new(() => Live.Removed == 0 ? this : IndexBuilder.Rebuilt(this, Network.Fit));
        _forLearning = new(() =>
            Purpose == FieldPurposes.Learning || Counts.Withholding == 0 ? Compact : this.SeenFor(FieldPurposes.Learning)
        );
        InterestSimilarity = TopicSimilarity.Of(Options.InterestSimilarity, Vectorizer.Topics.FittedCount);
        Derived = new DerivedValues(this);
    }

    /// <summary>The members and what is known of them, by the positions used here.</summary>
    public LiveCommunity Live => _parts.Live;

    /// <summary>The community as the host knows it. Its positions are those used here where nobody was removed.</summary>
    public Community Community => Live.Community;

    /// <summary>
    /// By position, as the index sees them (<see cref="Member.Record"/> is what the host gave); <see cref="LiveCommunity.Nobody"/> where a
    /// member was removed.
    /// </summary>
    public PersistentArray<Member> Members => Live.Members;

    /// <summary>How the matchmaker works.</summary>
    public MatchmakerOptions Options => _parts.Options;

    /// <summary>What the vectors were made with.</summary>
    public Vectorizer Vectorizer => _parts.Vectorizer;

    /// <summary>What members tell, as vectors, by position.</summary>
    public PersistentArray<MemberVector> Vectors => _parts.Vectors;

    /// <summary>What activities are about, by their position in the community.</summary>
    public ActivityVector[] ActivityVectors => _parts.ActivityVectors;

    /// <summary>Who meets whom, and where.</summary>
    public MemberNetwork Network => _parts.Network;

    /// <summary>
    /// The index that was built whole from which this one came by changes; itself where it is one. Positions are the same in both.
    /// </summary>
    internal CommunityIndex Base { get; }

    /// <summary>How many changes came since <see cref="Base"/>.</summary>
    internal int Changes => _parts.Changes;

    /// <summary>What members join next.</summary>
    internal ActivityRecommender Activities { get; }

    /// <summary>Who goes with whom.</summary>
    public GroupRecommender Groups { get; }

    /// <summary>What later stages work out of this index once.</summary>
    public DerivedValues Derived { get; }

    /// <summary>Those who changed since <see cref="Base"/>, up to some moment, as a search laid them out; null: nobody.</summary>
    internal IChangedMembers? Delta => _parts.Delta;

    /// <summary>The positions, ascending, of those who changed since that moment.</summary>
    internal int[] Recent => _parts.Recent;

    /// <summary>How active each member of <see cref="Base"/> is at most, in this index and in all that came of the base so far.</summary>
    internal ActivityBounds ActivityBounds { get; }

    internal IntroductionLedger Introductions => _parts.Introductions;

    internal BlockList Blocks => Live.Blocks;

    /// <summary>Everybody's hours of this week.</summary>
    internal WeekHoursCache Weeks => _parts.Weeks;

    internal ITopicSimilarity InterestSimilarity { get; }

    /// <summary>Whether anybody tells interests.</summary>
    public bool HasInterests => _parts.Counts.Interests > 0;

    /// <summary>Whether anybody tells needs.</summary>
    public bool HasNeeds => _parts.Counts.Needs > 0;

    /// <summary>Whether anybody tells offers.</summary>
    public bool HasOffers => _parts.Counts.Offers > 0;

    /// <summary>Whether anybody tells languages.</summary>
    public bool HasLanguages => _parts.Counts.Languages > 0;

    /// <summary>Whether anybody tells hours.</summary>
    public bool HasHours => _parts.Counts.Hours > 0;

    /// <summary>Whether anybody tells hours, or hours are assumed of those who tell a time zone.</summary>
    internal bool ComparesHours => HasHours || (_parts.Counts.Zones > 0 && Options.AssumedHours.Count > 0);

    /// <summary>Whether anybody tells a place.</summary>
    public bool HasLocations => _parts.Counts.Locations > 0;

    /// <summary>Whether anybody mentors.</summary>
    public bool HasMentors => _parts.Counts.Mentors > 0;

    /// <summary>Whether anybody seeks a mentor.</summary>
    public bool HasMentees => _parts.Counts.Mentees > 0;

    /// <summary>
    /// The same without empty places, for what goes by the positions of <see cref="Community"/>: learning and learned models.
    /// </summary>
    public CommunityIndex Compact => _compact.Value;

    /// <summary>
    /// <see cref="Compact"/> as learning may see it: without the fields of members who do not give them for it, and with everything fitted
    /// without them.
    /// </summary>
    public CommunityIndex ForLearning => _forLearning.Value;

    /// <summary>What the index sees of members: what is for matching, or what is for learning.</summary>
    internal FieldPurposes Purpose => _parts.Purpose;

    /// <summary>A member as the index sees one.</summary>
    internal Member View(Member member) => MemberView.For(member, Purpose, Options.HiddenFields);

    /// <summary>What a change of this index starts from: one change more.</summary>
    internal IndexParts Changing => _parts with { Base = Base, Changes = Changes + 1 };

    /// <summary>How many members tell what.</summary>
    internal ProfileCounts Counts => _parts.Counts;

    /// <summary>Whether a position is empty since its member was removed: nobody's candidate.</summary>
    internal bool IsRemoved(int position) => Live.IsRemoved(position);

    /// <summary>The position of a member.</summary>
    /// <exception cref="MemberNotFoundException">No member has the id.</exception>
    internal int IndexOf(string id) => Live.IndexOf(id);

    /// <summary>The same with those who changed laid out anew.</summary>
    internal CommunityIndex WithDelta(IChangedMembers delta) => new(_parts with { Base = Base, Delta = delta, Recent = [] });

    /// <summary>The hours that a member tells, in the seven days from a date.</summary>
    internal WeekHours? HoursFrom(DateOnly firstDay, int member) =>
        LikelyHoursFrom(firstDay, member) is { IsTold: true } told ? told : null;

    /// <summary>
    /// The hours that a member tells, or those assumed by their time zone (<see cref="MatchmakerOptions.AssumedHours"/>).
    /// </summary>
    internal WeekHours? LikelyHoursFrom(DateOnly firstDay, int member) => Weeks.Of(firstDay, member, Members[member]);
}
