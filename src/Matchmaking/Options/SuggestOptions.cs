using System.Globalization;
using System.Runtime.CompilerServices;

namespace Matchmaking;

/// <summary>What to suggest to a member.</summary>
public sealed record SuggestOptions
{
    internal static SuggestOptions Default { get; } = new();

    /// <summary>What the introductions are for. Default: whatever helps most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of them.</exception>
    public IntroductionKind Kind
    {
        get;
        init => field = Guard.Defined(value);
    } = IntroductionKind.Any;

    /// <summary>How many at the most, 1..1,000,000. Default 10; that many are returned where the rules allow that many.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public int Count
    {
        get;
        init => field = Guard.InRange(value, 1, 1_000_000);
    } = 10;

    /// <summary>
    /// The language of reasons and opening lines; a language without phrases reads English (<see cref="MatchmakerOptions.Phrases"/>).
    /// Null (the default): each side reads its own first language.
    /// </summary>
    /// <remarks>
    /// The other member reads the opening line. So it is in a language that both members tell and in which there are phrases, if there is
    /// one: this culture's if it is among them, or else the asker's first of them. If there is none, it is in the language of the asker's
    /// reasons.
    /// </remarks>
    public CultureInfo? Culture { get; init; }

    /// <summary>Whether those whom the member already knows may be suggested. Default false.</summary>
    public bool IncludeConnected { get; init; }

    /// <summary>
    /// With kind mentor: whether a mentee who has a mentor (<see cref="MatchmakerOptions.MentoringPeriod"/>) may be suggested another one.
    /// Default false.
    /// </summary>
    public bool IncludeMentored { get; init; }

    /// <summary>Ids not to suggest in this call, such as those already on the screen; unknown ids are passed over. Default: none.</summary>
    /// <exception cref="ArgumentException">An id is null.</exception>
    public IReadOnlyCollection<string> Exclude
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>A rule for this call beside <see cref="MatchmakerOptions.Allow"/>; null: none.</summary>
    public Func<Member, Member, bool>? Allow { get; init; }

    /// <summary>Rules for this call beside <see cref="MatchmakerOptions.Rules"/>. Default: none.</summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public IReadOnlyList<IIntroductionRule> Rules
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>
    /// How much variety counts against score, in [0, 1]: 0 (the default) ranks by score alone; above it, each next one is chosen by
    /// (1 − d)·score − d·(greatest similarity to one already chosen): maximal marginal relevance (Carbonell and Goldstein 1998).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside [0, 1] or not a number.</exception>
    public double Diversity
    {
        get;
        init => field = Guard.InRange(value, 0, 1);
    }

    /// <summary>The least score to suggest, in [0, 1]. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside [0, 1] or not a number.</exception>
    public double MinimumScore
    {
        get;
        init => field = Guard.InRange(value, 0, 1);
    }

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(SuggestOptions? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
