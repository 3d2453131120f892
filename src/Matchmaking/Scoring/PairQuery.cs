using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>One member's question, with what all its candidates have in common computed once. For use by one thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PairQuery : IDisposable
{
    private readonly DateOnly _today;
    private readonly WeekHours? _hours;
    private NetworkQuery? _network;
    private (object Owner, object State)[] _states = [];
    private PairQuery? _other;

    /// <summary>A question of one member.</summary>
    public PairQuery(CommunityIndex index, int member, IntroductionKind kind, DateTimeOffset now)
    {
        Index = index;
        Member = member;
        Kind = kind;
        Now = now;
        _today = DateOnly.FromDateTime(now.UtcDateTime);
        _hours = index.ComparesHours ? index.LikelyHoursFrom(_today, member) : null;
    }

    /// <summary>The community that is asked.</summary>
    public CommunityIndex Index { get; }

    /// <summary>The position of the member who asks.</summary>
    public int Member { get; }

    internal IntroductionKind Kind { get; }

    /// <summary>Whether candidates are wanted whom a rule forbids, so that no bound may leave them out for it.</summary>
    internal bool IgnoresRules { get; init; }

    /// <summary>
    /// With kind mentor: from how many mentors on a mentee gets no further one; <see cref="int.MaxValue"/>: never.
    /// </summary>
    internal int MentorLimit { get; init; } = 1;

    /// <summary>With kind mentor: whether the member asks for mentors alone, though they may be one themselves.</summary>
    internal bool AsksAsMentee { get; init; }

    /// <summary>Whether two met, as only a round's history tells; null: nothing is known beside the community.</summary>
    internal Func<int, int, bool>? HaveMet { get; init; }

    /// <summary>Whether the member and a candidate have had anything to do with each other, be it next to nothing.</summary>
    internal bool AreTied(int candidate) => Index.Network.AreTied(Member, candidate) || HaveMet?.Invoke(Member, candidate) == true;

    /// <summary>The moment of the question. Training moves it from row to row; the hours in common stay those of the first.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>What the member who asks tells.</summary>
    public Member Profile => Index.Members[Member];

    /// <summary>The same as vectors.</summary>
    public MemberVector Vector => Index.Vectors[Member];

    /// <summary>What the network says of the member; made at first use.</summary>
    public NetworkQuery Network => _network ??= Index.Network.For(Member);

    /// <summary>What the network says of the member and everybody at most; measured at first use.</summary>
    internal NetworkReach NetworkReach => Network.Reach(Kind == IntroductionKind.Bridge);

    /// <summary>How many hours the two have in common in the coming week; null where they do not both tell theirs.</summary>
    public double? CommonHours(int candidate) =>
        _hours is { IsTold: true } ? WeekHours.Common(_hours, Index.HoursFrom(_today, candidate)) : null;

    /// <summary>
    /// The hours that the two are likely to have in common, by what they tell and by their time zones; null where it is not known.
    /// </summary>
    internal LikelyHours? LikelyHours(int candidate)
    {
        if (
            _hours is null
            || Index.LikelyHoursFrom(_today, candidate) is not { } theirs
            || WeekHours.Common(_hours, theirs) is not { } common
        )
            return null;
        bool isAssumed = !_hours.IsTold && !theirs.IsTold;
        return new LikelyHours(common, isAssumed ? Math.Min(_hours.Total, theirs.Total) : null);
    }

    /// <summary>As <see cref="CommonHours"/> by all that the two told, for rules: those hold whatever is withheld from matching.</summary>
    internal double? RecordedHours(int candidate)
    {
        Member other = Index.Members[candidate];
        return Profile.Original is null && other.Original is null
            ? CommonHours(candidate)
            : WeekHours.Common(WeekHours.Of(Profile.Record, _today), WeekHours.Of(other.Record, _today));
    }

    /// <summary>What a feature source works out once for all candidates of this query.</summary>
    /// <param name="owner">The bound source.</param>
    /// <param name="make">Makes it at first use.</param>
    public T State<T>(object owner, Func<PairQuery, T> make)
        where T : class
    {
        foreach ((object known, object state) in _states)
        {
            if (ReferenceEquals(known, owner))
                return (T)state;
        }

        T made = make(this);
        _states = [.. _states, (owner, made)];
        return made;
    }

    /// <summary>The same question to another index of the same members; kept for the next candidate.</summary>
    public PairQuery On(CommunityIndex index)
    {
        if (ReferenceEquals(index, Index))
            return this;
        if (_other is null || !ReferenceEquals(_other.Index, index))
        {
            _other?.Dispose();
            _other = new PairQuery(index, Member, Kind, Now)
            {
                MentorLimit = MentorLimit,
                AsksAsMentee = AsksAsMentee,
                HaveMet = HaveMet,
            };
        }

        return _other;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        _network?.Dispose();
        _other?.Dispose();
    }
}
