namespace Matchmaking;

/// <summary>
/// How well each member suits a group: what the group takes part in together, and how the member's profile suits the profiles of the group, half and half
/// where the community has both.
/// </summary>
internal sealed class GroupScorer : IDisposable
{
    private const double TogetherShare = .5;

    private readonly PairQuery[] _queries;
    private readonly PairScorer _profiles;
    private readonly double[]? _together;

    public GroupScorer(CommunityIndex index, IReadOnlyList<int> group, DateTimeOffset now)
    {
        _queries = [.. group.Select(member => new PairQuery(index, member, IntroductionKind.Any, now))];
        _profiles = new PairScorer(index, DefaultWeights.WithinGroup);
        _together = index.Network.HasTies ? index.Groups.Scores(group) : null;
    }

    public IReadOnlyList<PairQuery> Queries => _queries;

    public double Score(int candidate) => (_together, _profiles.HasData) switch
    {
        (null, false) => 0,
        (null, true) => Profiles(candidate),
        ({ } together, false) => together[candidate],
        ({ } together, true) => (TogetherShare * together[candidate]) + ((1 - TogetherShare) * Profiles(candidate)),
    };

    /// <summary>The value of what the group does together, before its share.</summary>
    public double Together(int candidate) => _together?[candidate] ?? 0;

    /// <summary>How the candidate's profile suits the group's; NaN where the community has no profiles.</summary>
    public double Profile(int candidate) => _profiles.HasData ? Profiles(candidate) : double.NaN;

    public void Dispose()
    {
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
