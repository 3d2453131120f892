using System.Runtime.CompilerServices;

namespace Matchmaking;

/// <summary>How lists for everybody are made where many look at few.</summary>
public sealed record MarketOptions
{
    internal static MarketOptions Default { get; } = new();

    /// <summary>
    /// What the introductions are for. Mentees rank mentors and mentors mentees, newcomers and settled members each other; by the other
    /// kinds everybody ranks everybody. Default: whatever helps most.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no kind.</exception>
    public IntroductionKind Kind
    {
        get;
        init => field = Guard.Defined(value);
    } = IntroductionKind.Any;

    /// <summary>
    /// What the lists are to bring about. Default: transferable utility, the only one but for the simple ones that is made for great
    /// communities.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no method.</exception>
    public MarketMethod Method
    {
        get;
        init => field = Guard.Defined(value);
    } = MarketMethod.TransferableUtility;

    /// <summary>How many stand on each list at the most, 1..1000. Default 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1..1000.</exception>
    public int Count
    {
        get;
        init => field = Guard.InRange(value, 1, 1000);
    } = 10;

    /// <summary>How many of each member's best candidates are weighed, 1..1000. Default 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1..1000.</exception>
    public int Candidates
    {
        get;
        init => field = Guard.InRange(value, 1, 1000);
    } = 100;

    /// <summary>The ids of those who rank and are ranked; null (the default): everybody. Unknown ids are passed over.</summary>
    /// <exception cref="ArgumentException">An id is null.</exception>
    public IReadOnlyCollection<string>? Participants
    {
        get;
        init => field = value is null ? null : Guard.NoNulls(value);
    }

    /// <summary>A rule for this call, as <see cref="RoundOptions.Allow"/>; null: none.</summary>
    public Func<Member, Member, bool>? Allow { get; init; }

    /// <summary>
    /// Rules for this call beside <see cref="MatchmakerOptions.Rules"/>. What they refuse stands on no list; tiers have no say here, where
    /// attention is shared out by likings alone. Default: none.
    /// </summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public IReadOnlyList<IIntroductionRule> Rules
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>Whether those who know each other already may stand on each other's lists. Default false.</summary>
    public bool IncludeConnected { get; init; }

    /// <summary>With kind mentor: whether mentees who have a mentor already stand on lists. Default false.</summary>
    public bool IncludeMentored { get; init; }

    /// <summary>What decides where a method draws lots. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(MarketOptions? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>What lists for everybody are to bring about.</summary>
public enum MarketMethod
{
    /// <summary>Each list is its reader's own preference: what members would make themselves, for comparison.</summary>
    OwnPreference,

    /// <summary>Both sides' liking multiplied: quick, and crowds the popular still.</summary>
    Product,

    /// <summary>
    /// The stable matching with transferable utility (Choo and Siow 2006), in which the wanted are dear. Made for great communities.
    /// </summary>
    TransferableUtility,

    /// <summary>The most expected matches in all. For hundreds of members on a side.</summary>
    SocialWelfare,

    /// <summary>
    /// The greatest product of everybody's expected matches: hardly anybody would rather be shown where another one is. For hundreds of
    /// members on a side.
    /// </summary>
    NashWelfare,
}
