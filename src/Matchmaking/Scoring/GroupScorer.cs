using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// How well each member suits a group: what the group takes part in together, and how the member's profile suits the profiles of the group,
/// half and half where the community has both.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GroupScorer : IDisposable
{
    private const double TogetherShare = .5;

    private readonly PairQuery[] _queries;
    private readonly PairScorer _profiles;
    private readonly MemberNumbers? _shares;

    /// <summary>A scorer for one group.</summary>
    public GroupScorer(CommunityIndex index, IReadOnlyList<int> group, DateTimeOffset now)
    {
        _queries = [.. group.Select(member => new PairQuery(index, member, IntroductionKind.Any, now))];
        _profiles = new PairScorer(index, DefaultWeights.WithinGroup);
        _shares = index.Network.HasTies ? index.Groups.SharesOfSeries(group) : null;
    }

    internal IReadOnlyList<PairQuery> Queries => _queries;

    /// <summary>How well a candidate suits the group, in [0, 1].</summary>
    public double Score(int candidate) =>
        (_shares is not null, _profiles.HasData) switch
        {
            (false, false) => 0,
            (false, true) => Profiles(candidate),
            (true, false) => Together(candidate),
            (true, true) => (TogetherShare * Together(candidate)) + ((1 - TogetherShare) * Profiles(candidate)),
        };

    /// <summary>The value of what the group does together, before its share.</summary>
    internal double Together(int candidate)
    {
        if (_shares is not { } shares)
            return 0;
        double closeness = 0;
        foreach (PairQuery query in _queries)
            closeness += query.Network.Strength(candidate) / _queries.Length;
        return GroupRecommender.Score(shares[candidate], closeness);
    }

    /// <summary>How the candidate's profile suits the group's; NaN where the community has no profiles.</summary>
    public double Profile(int candidate) => _profiles.HasData ? Profiles(candidate) : double.NaN;

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        _shares?.Dispose();
        foreach (PairQuery query in _queries)
            query.Dispose();
    }

    private double Profiles(int candidate)
    {
        double sum = 0;
        foreach (PairQuery query in _queries)
            sum += _profiles.Score(query, candidate).Score;
        return sum / _queries.Length;
    }
}
