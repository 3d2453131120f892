namespace Matchmaking.Learning;

/// <summary>
/// What the network tells of a pair and of either side. Counts enter as ln(1 + x/scale), the scale being a typical value above 0 in the
/// training community, so that a linear model can use them; a column that tells no two pairs apart is left out.
/// </summary>
internal sealed class NetworkFeatureSource : IPairFeatureSource
{
    private const int SampleMembers = 60;
    private const int SampleCandidates = 500;

    private static readonly NetworkColumn[] s_pairColumns = [.. NetworkFeatures.PairColumns, .. ForecastFeatures.Each];

    // A likeness stands as it is.
    private static readonly bool[] s_scaled = [.. s_pairColumns.Select(column => column.Form != FeatureForm.Likeness)];

    private readonly int[] _columns;
    private readonly float[] _scales;
    private readonly ReturnForecast? _forecast;

    private NetworkFeatureSource(int[] columns, float[] scales, ReturnForecast? forecast)
    {
        (_columns, _scales, _forecast) = (columns, scales, forecast);
        Features = Describe(columns);
    }

    public static int AllColumns { get; } = s_pairColumns.Length + (2 * MemberTrails.Each.Length);

    public IReadOnlyList<FeatureInfo> Features { get; }

    public static NetworkFeatureSource Fit(CommunityIndex index, CancellationToken cancellationToken)
    {
        if (index.Members.Count < 2 || (index.Network.Log.Visits.Count == 0 && index.Network.Contacts.Ties.Count == 0))
            return new NetworkFeatureSource([], [], null);
        var forecast = ReturnForecast.Fit(index, LinkLabels.MomentsOf(index, cancellationToken), index.Options.Seed, cancellationToken);
        var features = new Raw(index, forecast);
        List<float[]> rows = [];
        foreach (int member in Spread(index.Members.Count, SampleMembers))
        {
            using var query = new PairQuery(index, member, IntroductionKind.Any, index.Options.TimeProvider.GetUtcNow());
            foreach (
                int candidate in Spread(index.Members.Count, SampleCandidates)
                    .Concat(query.Network.Reached.ToArray().Order().Take(SampleCandidates))
                    .Where(c => c != member)
            )
            {
                float[] row = new float[AllColumns];
                features.Write(query, candidate, row);
                rows.Add(row);
            }
        }

        int[] columns = [.. Enumerable.Range(0, AllColumns).Where(column => rows.Exists(row => !row[column].Equals(rows[0][column])))];
        return new NetworkFeatureSource(columns, [.. columns.Select(column => Scale(rows, column))], forecast);
    }

    public static NetworkFeatureSource Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count < 0 || count > AllColumns)
            throw new InvalidDataException($"{count} is no number of network features");
        int[] columns = new int[count];
        float[] scales = new float[count];
        for (int i = 0; i < count; i++)
        {
            (columns[i], scales[i]) = (reader.ReadInt32(), reader.ReadSingle());
            if (columns[i] < 0 || columns[i] >= AllColumns || !(scales[i] > 0 && float.IsFinite(scales[i])))
                throw new InvalidDataException("a network feature is not one");
        }

        return new NetworkFeatureSource(columns, scales, reader.ReadBoolean() ? ReturnForecast.Read(reader) : null);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_columns.Length);
        for (int i = 0; i < _columns.Length; i++)
        {
            writer.Write(_columns[i]);
            writer.Write(_scales[i]);
        }

        writer.Write(_forecast is not null);
        _forecast?.Write(writer);
    }

    public IBoundFeatureSource Bind(CommunityIndex index) => new Bound(index, this);

    private static float Scale(List<float[]> rows, int column)
    {
        if (column >= s_scaled.Length || !s_scaled[column])
            return 1;
        float[] positive = [.. rows.Select(row => row[column]).Where(value => value > 0).Order()];
        // Counts of 1, 2, 3 are told apart by the logarithm as they are; what has no unit needs one.
        return positive.Length == 0 ? 1 : Math.Max(positive[positive.Length / 2], 1e-20f);
    }

    /// <summary>The columns of the pair, then those of either side; a side's column may be left out, and the other's not.</summary>
    private static FeatureInfo[] Describe(int[] columns)
    {
        int pairs = s_pairColumns.Length,
            sides = MemberTrails.Each.Length;
        return [.. columns.Select(Describe)];

        FeatureInfo Describe(int column, int at)
        {
            if (column < pairs)
                return s_pairColumns[column].Info;
            bool ofFrom = column < pairs + sides;
            int counterpart = Array.IndexOf(columns, ofFrom ? column + sides : column - sides);
            NetworkColumn told = MemberTrails.Each[(column - pairs) % sides];
            return (ofFrom ? told.Of("from-", FeatureWords.Asker) : told.Of("to-", FeatureWords.Suggested)) with
            {
                Side = ofFrom ? FeatureSide.From : FeatureSide.To,
                Counterpart = counterpart < 0 ? 0 : counterpart - at,
            };
        }
    }

    private static IEnumerable<int> Spread(int count, int most)
    {
        int step = Math.Max(1, count / most);
        for (int i = 0; i < count; i += step)
            yield return i;
    }

    private sealed class Bound(CommunityIndex index, NetworkFeatureSource source) : IBoundFeatureSource
    {
        private readonly Raw? _features = source._columns.Length == 0 ? null : new Raw(index, source._forecast);

        public void Write(PairQuery query, int candidate, Span<float> row)
        {
            if (_features is null)
                return;
            Span<float> all = stackalloc float[AllColumns];
            _features.Write(query, candidate, all);
            for (int i = 0; i < row.Length; i++)
            {
                int column = source._columns[i];
                row[i] = column < s_scaled.Length && s_scaled[column] ? MathF.Log(1 + (all[column] / source._scales[i])) : all[column];
            }
        }
    }

    /// <summary>All columns, not yet scaled.</summary>
    private sealed class Raw(CommunityIndex index, ReturnForecast? forecast)
    {
        private readonly NetworkFeatures _network = index.NetworkFeatures();
        private readonly ForecastFeatures? _forecast = forecast is null ? null : new ForecastFeatures(index, forecast);

        public void Write(PairQuery query, int candidate, Span<float> row)
        {
            _network.WritePair(query, candidate, row);
            Span<float> rest = row[NetworkFeatures.PairColumns.Length..];
            if (_forecast is null)
                rest[..ForecastFeatures.Each.Length].Fill(float.NaN);
            else
                _forecast.Write(query, candidate, rest);
            rest = rest[ForecastFeatures.Each.Length..];
            _network.Trails.Of(query.Member).CopyTo(rest);
            _network.Trails.Of(candidate).CopyTo(rest[MemberTrails.Each.Length..]);
        }
    }
}
