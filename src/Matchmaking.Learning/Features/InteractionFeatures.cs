namespace Matchmaking.Learning;

/// <summary>
/// What the two did towards each other, and each of them at all, by kind. Only what was done up to the moment of the row counts: what
/// follows an introduction is its consequence, not its cause.
/// </summary>
internal sealed class InteractionFeatures : IPairFeatureSource
{
    private const int KindsShown = 6;
    private const int Each = 6;

    private readonly string[] _kinds;

    private InteractionFeatures(string[] kinds)
    {
        _kinds = kinds;
        Features = [.. kinds.SelectMany(kind => Describe(kind.Length == 0 ? "interactions" : kind))];
    }

    public IReadOnlyList<FeatureInfo> Features { get; }

    public static InteractionFeatures Fit(CommonNames common)
    {
        IGrouping<string, Interaction>[] all = [.. common.Index.Community.Interactions.GroupBy(row => row.Kind, StringComparer.Ordinal)];
        string[] kinds =
        [
            .. all.Where(kind => common.Has(kind.Select(row => row.FromId).Distinct(StringComparer.Ordinal).Count()))
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Take(KindsShown)
                .Select(group => group.Key),
        ];
        // The empty name is all kinds together.
        return new(
            all.Length > 1 ? ["", .. kinds]
            : all.Length == 1 ? [""]
            : []
        );
    }

    public static InteractionFeatures Read(BinaryReader reader) => new(reader.ReadStrings(KindsShown + 1));

    public void Write(BinaryWriter writer) => writer.WriteStrings(_kinds);

    public IBoundFeatureSource Bind(CommunityIndex index) => new Bound([.. _kinds.Select(kind => new Kind(index, kind))]);

    private static FeatureInfo[] Describe(string kind)
    {
        return
        [
            Told("from → to", FeatureSide.From, 1),
            Told("to → from", FeatureSide.To, -1),
            Told("by from", FeatureSide.From, 2),
            Told("towards from", FeatureSide.From, 2),
            Told("by to", FeatureSide.To, -2),
            Told("towards to", FeatureSide.To, -2),
        ];

        FeatureInfo Told(string what, FeatureSide side, int counterpart) =>
            FeatureInfo.Of(kind, what, ScorePart.Network, FeatureGroup.Network) with
            {
                Side = side,
                Counterpart = counterpart,
            };
    }

    private sealed class Bound(Kind[] kinds) : IBoundFeatureSource
    {
        public void Write(PairQuery query, int candidate, Span<float> row)
        {
            for (int i = 0; i < kinds.Length; i++)
                kinds[i].Write(query.Member, candidate, query.Now, row.Slice(i * Each, Each));
        }
    }

    private sealed class Kind
    {
        private readonly Dictionary<(int From, int To), List<(DateTimeOffset Time, double Weight)>> _direct = [];
        private readonly double[] _by;
        private readonly double[] _towards;

        public Kind(CommunityIndex index, string kind)
        {
            (_by, _towards) = (new double[index.Members.Count], new double[index.Members.Count]);
            foreach (Interaction row in index.Community.Interactions)
            {
                if (kind.Length > 0 && row.Kind != kind)
                    continue;
                (int from, int to) = (index.Community.IndexOf(row.FromId), index.Community.IndexOf(row.ToId));
                _by[from] += row.Weight;
                _towards[to] += row.Weight;
                if (row.Time is not { } time)
                    continue;
                if (!_direct.TryGetValue((from, to), out var done))
                    _direct.Add((from, to), done = []);
                done.Add((time, row.Weight));
            }
        }

        public void Write(int from, int to, DateTimeOffset now, Span<float> row)
        {
            (double forth, double forthInAll) = Direct(from, to, now);
            (double back, double backInAll) = Direct(to, from, now);
            row[0] = Amount(forth);
            row[1] = Amount(back);

            // Without the pair's own, which at training would tell what followed.
            row[2] = Amount(_by[from] - forthInAll);
            row[3] = Amount(_towards[from] - backInAll);
            row[4] = Amount(_by[to] - backInAll);
            row[5] = Amount(_towards[to] - forthInAll);
        }

        private (double UpToNow, double InAll) Direct(int from, int to, DateTimeOffset now)
        {
            double sum = 0,
                all = 0;
            if (_direct.TryGetValue((from, to), out var done))
            {
                foreach ((DateTimeOffset time, double weight) in done)
                {
                    all += weight;
                    sum += time <= now ? weight : 0;
                }
            }

            return (sum, all);
        }

        private static float Amount(double weight) => (float)Math.Log(1 + Math.Max(0, weight));
    }
}
