using System.Collections.Frozen;

namespace Matchmaking.Evaluation;

/// <summary>The same order for everybody, by the last 90 days.</summary>
internal sealed class PopularityRanker : IRanker
{
    private static readonly TimeSpan s_window = TimeSpan.FromDays(90);

    private readonly double[] _counts;

    private PopularityRanker(double[] counts) => _counts = counts;

    public string Name => "popularity";

    /// <summary>Members by how often they took part in anything.</summary>
    public static PopularityRanker OfMembers(Community community, DateTimeOffset cut)
    {
        double[] counts = new double[community.Members.Count];
        foreach ((int member, _) in Recent(community, cut))
            counts[member]++;
        return new PopularityRanker(counts);
    }

    /// <summary>Activities by how many members took part in them; who takes part in a child takes part in its parents.</summary>
    public static PopularityRanker OfActivities(Community community, DateTimeOffset cut)
    {
        FrozenDictionary<string, int> index = Index(community);
        HashSet<(int Member, int Activity)> seen = [];
        double[] counts = new double[community.Activities.Count];
        foreach ((int member, int activity) in Recent(community, cut))
        {
            for (int a = activity; a >= 0; a = community.Activities[a].Parent is { } parent ? index[parent] : -1)
                counts[a] += seen.Add((member, a)) ? 1 : 0;
        }

        return new PopularityRanker(counts);
    }

    public void Score(RankingQuery query, Span<double> scores)
    {
        for (int i = 0; i < scores.Length; i++)
            scores[i] = _counts[query.Candidates[i]];
    }

    private static FrozenDictionary<string, int> Index(Community community) =>
        community.Activities.Index().ToFrozenDictionary(a => a.Item.Id, a => a.Index);

    private static IEnumerable<(int Member, int Activity)> Recent(Community community, DateTimeOffset cut)
    {
        FrozenDictionary<string, int> index = Index(community);
        return community
            .Participations.Select(p => (Member: community.IndexOf(p.MemberId), Activity: index[p.ActivityId], p.Time))
            .Where(p => (p.Time ?? community.Activities[p.Activity].Time) >= cut - s_window)
            .Select(p => (p.Member, p.Activity));
    }
}
