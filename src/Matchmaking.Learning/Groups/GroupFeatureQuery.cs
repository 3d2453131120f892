namespace Matchmaking.Learning;

/// <summary>All that is seen of a group and someone who might complete it. What is missing is NaN.</summary>
internal sealed class GroupFeatureQuery : IDisposable
{
    private static readonly NetworkColumn[] s_columns =
    [
        new("series", "who comes to the same series"),
        new("places-long", "who comes to the same activities, by the last half year"),
        new("places", "different activities"),
        new("titles", "who comes to occasions of the same title"),
        new("hours", "who comes at the same weekday and hour"),
        new("places-wide", "who comes to the same activities, loosely"),
        new("close-mean", "closeness to the group on average"),
        new("close-most", "closeness to the closest of the group"),
        new("close-least", "closeness to the least close of the group"),
        new("common", "acquaintances in common with the group"),
        new("joint", "company kept with the group"),
        new("direct", "what there is between the member and the group already"),
        new("forecast", "forecast at the group's occasions"),
        new("walk", "a random walk through acquaintances"),
        new("known-share", "share of the group that the member knows"),
        new("met-most", "how often the member met the one met most"),
        new("factor-cosine", "likeness in the patterns of who comes where", FeatureForm.Likeness),
        new("text-cosine", "likeness of the texts of their activities", FeatureForm.Likeness) { Part = ScorePart.Text },
        new("profile", "likeness of profiles"),
        new("rules", "the rules' score"),
        new("group-size", "size of the group"),
    ];

    private readonly NetworkFeatures _features;
    private readonly GroupScorer _rules;
    private readonly IReadOnlyList<int> _group;
    private readonly NetworkQuery[] _queries;
    private readonly MemberNumbers[] _shares;
    private (int Candidate, double Rules) _last = (-1, 0);

    public GroupFeatureQuery(NetworkFeatures features, CommunityIndex index, IReadOnlyList<int> group, GroupScorer rules)
    {
        (_features, _group, _rules) = (features, group, rules);
        _queries = [.. group.Select(features.Network.For)];
        _shares =
        [
            index.Groups.SharesOfSeries(group),
            SeriesPosterior.Shares(features.Places[2], group, NetworkDefaults.SeriesFloor),
            SeriesPosterior.Shares(features.Places[1], group, NetworkDefaults.SeriesFloor),
            SeriesPosterior.Shares(features.Titles[0], group, NetworkDefaults.SeriesFloor),
            SeriesPosterior.Shares(features.Hours[0], group, NetworkDefaults.SeriesFloor),
            SeriesPosterior.Shares(features.Places[1], group, 5 * NetworkDefaults.SeriesFloor),
        ];
    }

    public static IReadOnlyList<FeatureInfo> Features { get; } =
    [.. s_columns.Select(column => column.Info), .. MemberTrails.Each.Select(column => column.Of("member: ", "of the member"))];

    public static int Columns => Features.Count;

    /// <summary>The rules' score; of one candidate after another it is asked twice.</summary>
    public double Rules(int candidate)
    {
        if (_last.Candidate != candidate)
            _last = (candidate, _rules.Score(candidate));
        return _last.Rules;
    }

    public void Write(int candidate, Span<float> row)
    {
        int column = 0;
        foreach (MemberNumbers share in _shares)
            row[column++] = (float)Math.Log(share[candidate] + .002);
        NetworkScale scale = _features.Network.Scale;
        double mean = 0,
            most = 0,
            least = double.MaxValue,
            common = 0,
            joint = 0,
            direct = 0,
            forecast = 0,
            walk = 0,
            factor = 0,
            text = 0,
            met = 0;
        int known = 0;
        for (int i = 0; i < _queries.Length; i++)
        {
            NetworkEvidence evidence = _queries[i].Evidence(candidate);
            double total = scale.Rate * evidence.Total(scale.Evidence);
            (mean, most, least) = (mean + total, Math.Max(most, total), Math.Min(least, total));
            common += Math.Log(1 + (evidence.Common / scale.Evidence.Common));
            joint += Math.Log(1 + (evidence.Joint / scale.Evidence.Joint));
            direct += Math.Log(1 + (evidence.Direct / scale.Evidence.Direct));
            forecast += Math.Log(1 + (evidence.Forecast / scale.Evidence.Forecast));
            walk += Math.Log(1 + (evidence.Walk / scale.Evidence.Walk));
            met = Math.Max(met, evidence.Direct);
            known += evidence.Direct > 0 ? 1 : 0;
            factor += _features.Factors?.Cosine(_group[i], candidate) ?? double.NaN;
            text += _features.Texts?.Members.Cosine(_group[i], candidate) ?? double.NaN;
        }

        double count = _queries.Length;
        ReadOnlySpan<double> rest =
        [
            mean / count,
            most,
            least,
            common / count,
            joint / count,
            direct / count,
            forecast / count,
            walk / count,
            known / count,
            met,
            factor / count,
            text / count,
        ];
        foreach (double value in rest)
            row[column++] = (float)value;
        row[column++] = (float)_rules.Profile(candidate);
        double rules = Rules(candidate);
        row[column++] = (float)RuleOdds.Of(rules);
        row[column++] = (float)Math.Log(count);
        _features.Trails.Of(candidate).CopyTo(row[column..]);
    }

    public void Dispose()
    {
        foreach (MemberNumbers share in _shares)
            share.Dispose();
        foreach (NetworkQuery query in _queries)
            query.Dispose();
    }
}
