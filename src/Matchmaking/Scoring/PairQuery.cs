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
        _hours = index.HasHours ? index.HoursFrom(_today, member) : null;
    }

    /// <summary>The community that is asked.</summary>
    public CommunityIndex Index { get; }

    /// <summary>The position of the member who asks.</summary>
    public int Member { get; }

    internal IntroductionKind Kind { get; }

    /// <summary>Whether candidates are wanted whom a rule forbids, so that no bound may leave them out for it.</summary>
    internal bool IgnoresRules { get; init; }

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

    /// <summary>How many hours the two have in common in the coming week; null where it is not known.</summary>
    public double? CommonHours(int candidate) => _hours is null ? null : WeekHours.Common(_hours, Index.HoursFrom(_today, candidate));

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
            _other = new PairQuery(index, Member, Kind, Now);
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
