namespace Matchmaking.Learning;

/// <summary>
/// The labelled pairs of a community as rows of features, made once; the columns of history are filled for each set of training rows anew.
/// </summary>
internal sealed class OutcomeRows
{
    private readonly TimeDecay _decay;

    private OutcomeRows(
        int members,
        TimeDecay decay,
        OutcomeLabels labels,
        LabelledPair[] pairs,
        int[] roles,
        int[] reverse,
        float[] profile,
        int profileColumns,
        double[] rules
    )
    {
        _decay = decay;
        (Members, Labels, Pairs, Roles, Reverse, Profile, ProfileColumns, Rules) = (
            members,
            labels,
            pairs,
            roles,
            reverse,
            profile,
            profileColumns,
            rules
        );
    }

    public int Members { get; }

    public OutcomeLabels Labels { get; }

    public LabelledPair[] Pairs { get; }

    /// <summary>Which directed model each row belongs to.</summary>
    public int[] Roles { get; }

    /// <summary>The row of the other direction; −1 where it is not there.</summary>
    public int[] Reverse { get; }

    public float[] Profile { get; }

    public int ProfileColumns { get; }

    /// <summary>What the rules give each pair.</summary>
    public double[] Rules { get; }

    /// <param name="basis">The community, without what became of introductions.</param>
    /// <param name="featurizer">Tells the columns.</param>
    /// <param name="labels">What the pairs are of.</param>
    /// <param name="pairs">A row each.</param>
    /// <param name="roles">Which side each is on; null: there is one alone.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static OutcomeRows Build(
        CommunityIndex basis,
        PairFeaturizer featurizer,
        OutcomeLabels labels,
        LabelledPair[] pairs,
        RoleSplit? roles,
        CancellationToken cancellationToken
    )
    {
        int columns = featurizer.Features.Count;
        float[] profile = new float[checked(pairs.Length * columns)];
        double[] rules = new double[pairs.Length];
        // One moment after the other: what each is bound to is large.
        foreach ((CommunityIndex index, int[] told) in OutcomeMoments.Of(basis, pairs))
        {
            BoundPairFeaturizer bound = featurizer.Bind(index);
            var scorer = new PairScorer(index, IntroductionKind.Any);
            int[][] byAsker = [.. told.GroupBy(i => pairs[i].From).Select(group => group.ToArray())];
            Parallel.ForEach(byAsker, ParallelWork.Here(cancellationToken: cancellationToken), rows =>
            {
                using var query = new PairQuery(index, pairs[rows[0]].From, IntroductionKind.Any, pairs[rows[0]].Time);
                foreach (int row in rows)
                {
                    query.Now = pairs[row].Time;
                    bound.Write(query, pairs[row].To, profile.AsSpan(row * columns, columns));
                    rules[row] = scorer.Score(query, pairs[row].To).Score;
                }
            });
        }

        Dictionary<(int, int), int> positions = [];
        for (int i = 0; i < pairs.Length; i++)
            positions.Add((pairs[i].From, pairs[i].To), i);
        return new OutcomeRows(
            basis.Members.Count,
            basis.Network.Decay,
            labels,
            pairs,
            Array.ConvertAll(pairs, pair => roles is null ? 0 : Math.Max(0, roles.RoleOf(basis.Members[pair.From]))),
            Array.ConvertAll(pairs, pair => positions.GetValueOrDefault((pair.To, pair.From), -1)),
            profile,
            columns,
            rules
        );
    }

    /// <summary>Some of the answers as history.</summary>
    public AnswerTable Answers(IEnumerable<LabelledPair> pairs) => new(Members, pairs, _decay);

    /// <summary>All rows with their history as of a table, and member effects.</summary>
    public float[] WithHistory(HistoryFeatures history, AnswerTable table, int[] rows)
    {
        int width = ProfileColumns + history.Count;
        float[] values = new float[checked(rows.Length * width)];
        for (int i = 0; i < rows.Length; i++)
        {
            Profile.AsSpan(rows[i] * ProfileColumns, ProfileColumns).CopyTo(values.AsSpan(i * width));
            LabelledPair pair = Pairs[rows[i]];
            history.Write(table, pair.From, pair.To, values.AsSpan((i * width) + ProfileColumns, history.Count), pair.Beside);
        }

        return values;
    }
}
