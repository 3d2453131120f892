using System.Globalization;
using System.Runtime.CompilerServices;

namespace Matchmaking;

/// <summary>How a round is planned. The defaults plan pairs, as many as the rules allow, the best of those.</summary>
public sealed record RoundOptions
{
    internal static RoundOptions Default { get; } = new();

    /// <summary>
    /// What the introductions are for. <see cref="IntroductionKind.Mentor"/> assigns mentees to mentors,
    /// <see cref="IntroductionKind.Buddy"/> newcomers to settled members; the other kinds serve everybody alike. Default: whatever helps
    /// most.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no kind.</exception>
    public IntroductionKind Kind
    {
        get;
        init => field = Guard.Defined(value);
    } = IntroductionKind.Any;

    /// <summary>How many meet, 2..12: 2 (the default) plans pairs, 3 and more groups. Mentors and buddies meet in pairs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 2..12.</exception>
    public int GroupSize
    {
        get;
        init => field = Guard.InRange(value, 2, 12);
    } = 2;

    /// <summary>
    /// The seed of ties and of the search for groups. The same seed and community give the same round, whatever the number of threads.
    /// Default 1.
    /// </summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// How many of each member's best candidates are weighed, 1..1000. Default 30. Where somebody would stay alone for want of candidates,
    /// more of theirs are weighed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1..1000.</exception>
    public int Candidates
    {
        get;
        init => field = Guard.InRange(value, 1, 1000);
    } = 30;

    /// <summary>The ids of those who take part; null (the default): everybody. Unknown ids are passed over.</summary>
    /// <exception cref="ArgumentException">An id is null.</exception>
    public IReadOnlyCollection<string>? Participants
    {
        get;
        init => field = value is null ? null : Guard.NoNulls(value);
    }

    /// <summary>
    /// Whom members wish to meet: by a member's id the ids of others, the dearest first. The wish at place k adds 1/k to what the member
    /// gains by meeting the other, and to the score of the two: the first ones count for more than all gains and scores. No rule is broken
    /// for a wish. Unknown ids are passed over. Default: none.
    /// </summary>
    /// <exception cref="ArgumentException">A list or an id is null.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Wishes
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (IReadOnlyList<string> wishes in Guard.NoNulls<IReadOnlyList<string>>([.. value.Values], nameof(Wishes)))
                Guard.NoNulls(wishes, nameof(Wishes));
            field = value;
        }
    } = System.Collections.ObjectModel.ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>
    /// A rule for this round beside <see cref="MatchmakerOptions.Allow"/>; null: none. Two who meet on equal terms must be allowed to each
    /// other in both orders; a mentee and a mentor, a newcomer and a buddy, in this order. Called from several threads.
    /// </summary>
    public Func<Member, Member, bool>? Allow { get; init; }

    /// <summary>
    /// Rules for this round beside <see cref="MatchmakerOptions.Rules"/>, asked as <see cref="Allow"/> is. A round serves as many as it
    /// can, and uses pairs of later tiers only where that serves more. Default: none.
    /// </summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public IReadOnlyList<IIntroductionRule> Rules
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>Whether those who know each other already may meet. Default false.</summary>
    public bool IncludeConnected { get; init; }

    /// <summary>The least score of two who meet, in [0, 1]. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside [0, 1] or not a number.</exception>
    public double MinimumScore
    {
        get;
        init => field = Guard.InRange(value, 0, 1);
    }

    /// <summary>
    /// The language of reasons, as in <see cref="SuggestOptions.Culture"/>. What is said to the host about the round is in English where it
    /// is null.
    /// </summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>
    /// Whether those sit out who are over when the number does not divide: nobody twice in a row, and whoever sat out before is seated
    /// first. Else they join a pair, which becomes a trio, or a group, which becomes larger by one (or groups become smaller by one), as
    /// far as the rules allow. Default false.
    /// </summary>
    public bool OddOnesSitOut { get; init; }

    /// <summary>
    /// Rounds of before: their pairs do not meet again within the cool-down, and who was left out comes first. Default: none.
    /// </summary>
    public RoundHistory History
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(History));
    } = RoundHistory.Empty;

    /// <summary>
    /// For how long two of a past round do not meet again, not negative; null (the default): <see cref="MatchmakerOptions.CoolDown"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan? CoolDown
    {
        get;
        init => field = value is { } time ? Guard.NotNegative(time) : null;
    }

    /// <summary>
    /// After the cool-down two who met count for less than strangers: 2·2^(−t/Recovery) is taken off their score and gains, t being the
    /// time since the cool-down ended. So for one <c>Recovery</c> anybody new comes before them, whatever the scores, and what is taken off
    /// halves with each. Not negative; zero: they count in full at once. Default 90 days.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan Recovery
    {
        get;
        init => field = Guard.NotNegative(value);
    } = TimeSpan.FromDays(90);

    /// <summary>
    /// Pairs that are settled: they are kept, and the rest is planned around them. Cool-down, acquaintance, a monthly cap or a mentor's
    /// capacity do not stand against them; a block, a pause and an unknown id do, and then the pair is named in
    /// <see cref="Round.UnkeptPairs"/>. Somebody who is over joins such a pair where all rules allow the three and no other
    /// pair does, unless they sit out (<see cref="OddOnesSitOut"/>): the two meet all the same. For mentors: from is the mentee. Default:
    /// none.
    /// </summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public IReadOnlyList<LockedPair> Locked
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>What a round of pairs needs beside.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public PairRoundOptions Pairs
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Pairs));
    } = new();

    /// <summary>What a round of mentors needs beside: how mentees come to mentors.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public MentorRoundOptions Mentors
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Mentors));
    } = new();

    /// <summary>What a round of groups needs beside: of whom groups are made.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public GroupRoundOptions Groups
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Groups));
    } = new();

    /// <summary>The time from one round to the next where several are planned, more than zero. Default 7 days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public TimeSpan Interval
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(Interval), value, "must be positive");
    } = TimeSpan.FromDays(7);

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(RoundOptions? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>Two who are to meet whatever else is planned.</summary>
public sealed record LockedPair
{
    /// <summary>The id of the one; of the mentee, of the newcomer.</summary>
    public required string FromId { get; init; }

    /// <summary>The id of the other; of the mentor, of the buddy.</summary>
    public required string ToId { get; init; }
}
