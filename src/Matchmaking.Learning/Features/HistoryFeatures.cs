namespace Matchmaking.Learning;

/// <summary>
/// What became of the two members' other introductions: how often each says yes and is told yes, and what ties them in the graph of yeses.
/// The pair's own answer never counts, nor the other way round where both are given at one meeting.
/// </summary>
internal sealed class HistoryFeatures(bool mutual)
{
    private const KnownHistory FA = KnownHistory.FromAnswers,
        FR = KnownHistory.FromReceived,
        TA = KnownHistory.ToAnswers,
        TR = KnownHistory.ToReceived;

    /// <summary>Rates are drawn to the community's as by so many answers.</summary>
    private const double Prior = 2;

    /// <summary>Of more neighbours the first are taken: enough for a mean, and no query takes forever.</summary>
    private const int MostNeighbours = 64;

    private static readonly (FeatureInfo Feature, KnownHistory Needs)[] s_all =
    [
        (Answers("given by from", FeatureGroup.FromHistory), FA),
        (Answers("yes rate of from", FeatureGroup.FromHistory), FA),
        (Answers("received by from", FeatureGroup.FromHistory), FR),
        (Answers("yes rate towards from", FeatureGroup.FromHistory), FR),
        (Answers("given by to", FeatureGroup.ToHistory), TA),
        (Answers("yes rate of to", FeatureGroup.ToHistory), TA),
        (Answers("received by to", FeatureGroup.ToHistory), TR),
        (Answers("yes rate towards to", FeatureGroup.ToHistory), TR),
        (Answers("both rates", FeatureGroup.PairHistory), FA | TR),
        (Answers("both rates, the other way", FeatureGroup.PairHistory), FR | TA),
        (Answers("chosen by the same", FeatureGroup.PairHistory), FR | TR),
        (Answers("choose the same", FeatureGroup.PairHistory), FA | TA),
        (Answers("chosen by those chosen", FeatureGroup.PairHistory), FA | TR),
        (Answers("chosen by those chosen, the other way", FeatureGroup.PairHistory), FR | TA),
        (Answers("like those chosen", FeatureGroup.PairHistory), FA | TR),
        (Answers("chosen by those alike", FeatureGroup.PairHistory), FA | TR),
        (Answers("the other way", FeatureGroup.PairHistory), FR | TA),
    ];

    private readonly int _count = mutual ? s_all.Length - 1 : s_all.Length;

    public bool Mutual => mutual;

    public int Count => _count;

    public IEnumerable<FeatureInfo> Features => s_all.Take(_count).Select(entry => entry.Feature);

    /// <summary>What must be known for a column to be there.</summary>
    public static KnownHistory Needs(int column) => s_all[column].Needs;

    /// <param name="table">The answers known.</param>
    /// <param name="from">The one who answers.</param>
    /// <param name="to">The other.</param>
    /// <param name="row">As long as <see cref="Count"/>.</param>
    /// <param name="beside">
    /// Of a no that nobody said, whom the first chose instead (<see cref="LabelledPair.Beside"/>), else −1: that choice is taken out of
    /// what the first answered, in place of the no, so that both rows tell the same of the first.
    /// </param>
    public void Write(AnswerTable table, int from, int to, Span<float> row, int beside = -1)
    {
        (double Yes, double All) own = table.Between(from, to),
            back = mutual ? table.Between(to, from) : default;
        // What the table does not hold need not be taken out of it.
        beside = own.All > 0 ? beside : -1;
        var fromGiven = Less(table.Given(from), beside >= 0 ? table.Between(from, beside) : own);
        var fromReceived = Less(table.Received(from), back);
        var toGiven = Less(table.Given(to), back);
        var toReceived = Less(table.Received(to), own);
        (row[0], row[1]) = (Amount(fromGiven.All), Rate(fromGiven, table.Rate));
        (row[2], row[3]) = (Amount(fromReceived.All), Rate(fromReceived, table.Rate));
        (row[4], row[5]) = (Amount(toGiven.All), Rate(toGiven, table.Rate));
        (row[6], row[7]) = (Amount(toReceived.All), Rate(toReceived, table.Rate));
        row[8] = row[1] + row[7];
        row[9] = row[3] + row[5];

        ReadOnlySpan<int> fromTo = table.YesTo(from),
            fromBy = table.YesBy(from),
            toTo = table.YesTo(to),
            toBy = table.YesBy(to);
        if (beside >= 0)
            fromTo = fromTo.ToArray().Where(chosen => chosen != beside).ToArray();
        row[10] = Cosine(fromBy, toBy, mutual ? to : -1, from);
        row[11] = Cosine(fromTo, toTo, to, mutual ? from : -1);
        row[12] = Paths(table, fromTo, toBy);
        row[13] = Paths(table, toTo, fromBy);
        row[14] = LikeThose(table, from, to, fromTo, toBy);
        row[15] = ByThoseAlike(table, from, to, fromTo, toBy);
        if (!mutual)
        {
            var reverse = table.Between(to, from);
            row[16] = reverse.All > 0 ? (float)(reverse.Yes / reverse.All) : float.NaN;
        }
    }

    private static FeatureInfo Answers(string what, FeatureGroup group) =>
        FeatureInfo.Of("answers", what, ScorePart.History, group) with
        {
            Side = group switch
            {
                FeatureGroup.FromHistory => FeatureSide.From,
                FeatureGroup.ToHistory => FeatureSide.To,
                _ => FeatureSide.Pair,
            },
        };

    private static (double Yes, double All) Less((double Yes, double All) sum, (double Yes, double All) part) =>
        (Math.Max(0, sum.Yes - part.Yes), Math.Max(0, sum.All - part.All));

    private static float Amount(double answers) => answers > 1e-6 ? (float)Math.Log(1 + answers) : float.NaN;

    /// <summary>Log-odds of the smoothed rate.</summary>
    private static float Rate((double Yes, double All) answers, double rate)
    {
        if (answers.All <= 1e-6)
            return float.NaN;
        double smoothed = (answers.Yes + (Prior * rate)) / (answers.All + Prior);
        return (float)Math.Log(smoothed / (1 - smoothed));
    }

    /// <summary>How alike two sets are, leaving one member out of each.</summary>
    private static float Cosine(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int notOfA, int notOfB)
    {
        int inA = a.Length - (a.BinarySearch(notOfA) >= 0 ? 1 : 0),
            inB = b.Length - (b.BinarySearch(notOfB) >= 0 ? 1 : 0);
        if (inA == 0 || inB == 0)
            return 0;
        int common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length; )
        {
            if (a[i] == b[j])
            {
                common += a[i] != notOfA && a[i] != notOfB ? 1 : 0;
                i++;
                j++;
            }
            else if (a[i] < b[j])
                i++;
            else
                j++;
        }

        return (float)(common / Math.Sqrt((double)inA * inB));
    }

    /// <summary>
    /// Paths of two yeses, through those who say it rarely more than through those who say it to all (Adamic and Adar 2003).
    /// </summary>
    private static float Paths(AnswerTable table, ReadOnlySpan<int> chosen, ReadOnlySpan<int> choosers)
    {
        double sum = 0;
        for (int i = 0, j = 0; i < chosen.Length && j < choosers.Length; )
        {
            if (chosen[i] == choosers[j])
            {
                sum += 1 / Math.Log(1 + Math.Max(2, table.YesTo(chosen[i]).Length));
                i++;
                j++;
            }
            else if (chosen[i] < choosers[j])
                i++;
            else
                j++;
        }

        return (float)sum;
    }

    /// <summary>
    /// How alike those whom one chose are to the other, by who else chose them; item-based neighbours (Sarwar et al. 2001).
    /// </summary>
    private static float LikeThose(AnswerTable table, int from, int to, ReadOnlySpan<int> fromTo, ReadOnlySpan<int> toBy)
    {
        double sum = 0;
        int count = 0;
        foreach (int chosen in fromTo)
        {
            if (chosen == to)
                continue;
            sum += Cosine(table.YesBy(chosen), toBy, from, from);
            if (++count == MostNeighbours)
                break;
        }

        return count == 0 ? float.NaN : (float)(sum / count);
    }

    /// <summary>
    /// How alike one is to those who chose the other, by whom else they chose; user-based neighbours (Resnick et al. 1994).
    /// </summary>
    private static float ByThoseAlike(AnswerTable table, int from, int to, ReadOnlySpan<int> fromTo, ReadOnlySpan<int> toBy)
    {
        double sum = 0;
        int count = 0;
        foreach (int chooser in toBy)
        {
            if (chooser == from)
                continue;
            sum += Cosine(fromTo, table.YesTo(chooser), to, to);
            if (++count == MostNeighbours)
                break;
        }

        return (float)sum;
    }
}
