namespace Matchmaking.Learning;

/// <summary>
/// How likely a member comes to an occasion of a place where they have been: learned from who came back after earlier moments. What two are
/// expected to attend together follows from it better than from decayed counts.
/// </summary>
internal sealed class ReturnForecast(CompiledModel model)
{
    /// <summary>An occasion more of a place that has many tells less and less.</summary>
    private const int MostOccasions = 20;

    /// <summary>The latest say most of what comes next.</summary>
    private const int MostMoments = 3;

    private const int FewestRows = 500;

    private static readonly BoostedTreesOptions s_trees = new() { Trees = 120, RowsPerLeaf = 100 };

    /// <summary>
    /// Learns from the moments before the latest, up to the latest: what is held out to choose by must not have been seen.
    /// </summary>
    /// <returns>Null where there is too little to learn from.</returns>
    public static ReturnForecast? Fit(
        CommunityIndex index,
        IReadOnlyList<LinkMoment> moments,
        int seed,
        CancellationToken cancellationToken
    )
    {
        List<float> values = [],
            labels = [],
            weights = [];
        for (int at = 1; at < moments.Count && at <= MostMoments; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(index, moments[at], moments[0].Cut < moments[at].Until ? moments[0].Cut : moments[at].Until, values, labels, weights);
        }

        if (labels.Count < FewestRows)
            return null;
        var data = new TrainingData
        {
            Columns = ReturnFeatures.Columns,
            Values = [.. values],
            Labels = [.. labels],
            Weights = [.. weights],
        };
        return new ReturnForecast(BoostedTrees.Train(data, s_trees, seed, cancellationToken));
    }

    /// <summary>Member × place: the probability to come to an occasion.</summary>
    public SparseRows Rates(CommunityIndex index)
    {
        var features = new ReturnFeatures(index);
        AttendanceTable table = index.NetworkFeatures().Places;
        var rows = new (int, int, double)[index.Members.Count][];
        Parallel.For(
            0,
            rows.Length,
            ParallelWork.Here(),
            () => new float[ReturnFeatures.Columns],
            (member, _, row) =>
            {
                int[] own = table.Of(member).ToArray();
                rows[member] = new (int, int, double)[own.Length];
                for (int i = 0; i < own.Length; i++)
                {
                    features.Write(member, i, row);
                    rows[member][i] = (member, own[i], LogOdds.Probability(model.Logit(row)));
                }

                return row;
            },
            _ => { }
        );
        return SparseRows.From(rows.Length, [.. rows.SelectMany(row => row)]);
    }

    public void Write(BinaryWriter writer) => model.Write(writer);

    public static ReturnForecast Read(BinaryReader reader)
    {
        CompiledModel model = CompiledModel.Read(reader);
        return model.Columns == ReturnFeatures.Columns
            ? new ReturnForecast(model)
            : throw new InvalidDataException("the forecast reads other rows than there are");
    }

    /// <summary>
    /// Of each active member's own places: to how many of the occasions of the window they came, and to how many they did not.
    /// </summary>
    private static void Add(
        CommunityIndex index,
        LinkMoment moment,
        DateTimeOffset until,
        List<float> values,
        List<float> labels,
        List<float> weights
    )
    {
        MemberNetwork network = index.Network;
        Dictionary<string, int> known = [];
        PlaceForecast before = moment.Index.Network.Places;
        for (int place = 0; place < before.Places.Count; place++)
            known.Add(moment.Index.Community.Activities[before.Places[place]].Id, place);
        double[] held = new double[before.Places.Count];
        int[][] placesOf = new int[network.Log.Occasions.Count][];
        for (int o = 0; o < placesOf.Length; o++)
        {
            AttendanceLog.Occasion occasion = network.Log.Occasions[o];
            placesOf[o] =
                occasion.Time >= moment.Cut && occasion.Time < until
                    ?
                    [
                        .. network
                            .Tree.PlacesOf(occasion.Activity)
                            .Select(activity => known.GetValueOrDefault(network.Tree.Activities[activity].Id, -1))
                            .Where(place => place >= 0),
                    ]
                    : [];
            foreach (int place in placesOf[o])
                held[place]++;
        }

        Dictionary<(int, int), double> came = [];
        foreach (AttendanceLog.Visit visit in network.Log.Visits)
        {
            foreach (int place in placesOf[visit.Occasion])
                came[(visit.Member, place)] = came.GetValueOrDefault((visit.Member, place)) + 1;
        }

        var features = new ReturnFeatures(moment.Index);
        float[] row = new float[ReturnFeatures.Columns];
        foreach (int member in moment.Active)
        {
            ReadOnlySpan<int> own = moment.Index.NetworkFeatures().Places.Of(member);
            for (int i = 0; i < own.Length; i++)
            {
                double occasions = held[own[i]],
                    times = Math.Min(came.GetValueOrDefault((member, own[i])), occasions);
                if (occasions == 0)
                    continue;
                features.Write(member, i, row);
                double share = Math.Min(1, MostOccasions / occasions);
                Row(1, times * share);
                Row(0, (occasions - times) * share);
            }
        }

        void Row(float label, double weight)
        {
            if (weight <= 0)
                return;
            values.AddRange(row);
            labels.Add(label);
            weights.Add((float)weight);
        }
    }
}
