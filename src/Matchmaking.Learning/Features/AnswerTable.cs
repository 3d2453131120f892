namespace Matchmaking.Learning;

/// <summary>Answers by member and by pair: the history that features of history are made of. Immutable.</summary>
internal sealed class AnswerTable
{
    /// <summary>
    /// Whom somebody likes changes more slowly than where they go: answers count for so many times the half-life of the rest.
    /// </summary>
    private const double SlowerDecay = 3;

    private readonly Dictionary<(int From, int To), (double Yes, double All)> _pairs = [];
    private readonly (double Yes, double All)[] _given;
    private readonly (double Yes, double All)[] _received;
    private readonly int[][] _yesTo;
    private readonly int[][] _yesBy;

    /// <param name="members">How many members there are.</param>
    /// <param name="pairs">The answers.</param>
    /// <param name="decay">What time takes away, elsewhere: in rates and amounts old answers count less.</param>
    public AnswerTable(int members, IEnumerable<LabelledPair> pairs, TimeDecay decay)
    {
        TimeDecay slower = decay.Slower(SlowerDecay);
        (_given, _received) = (new (double, double)[members], new (double, double)[members]);
        var (to, by) = (new List<int>?[members], new List<int>?[members]);
        double yes = 0,
            all = 0;
        foreach (LabelledPair pair in pairs)
        {
            double weight = pair.Weight * slower.Of(pair.Time),
                given = pair.Yes ? weight : 0;
            _pairs[(pair.From, pair.To)] = (given, weight);
            _given[pair.From] = Plus(_given[pair.From], (given, weight));
            _received[pair.To] = Plus(_received[pair.To], (given, weight));
            (yes, all) = (yes + given, all + weight);
            if (pair.Yes)
            {
                (to[pair.From] ??= []).Add(pair.To);
                (by[pair.To] ??= []).Add(pair.From);
            }
        }

        _yesTo = Array.ConvertAll(to, Sorted);
        _yesBy = Array.ConvertAll(by, Sorted);
        Rate = (yes + 1) / (all + 2);
    }

    /// <summary>How often the answer is yes.</summary>
    public double Rate { get; }

    /// <summary>To whom a member said yes, ascending.</summary>
    public ReadOnlySpan<int> YesTo(int member) => _yesTo[member];

    /// <summary>Who said yes to a member, ascending.</summary>
    public ReadOnlySpan<int> YesBy(int member) => _yesBy[member];

    public (double Yes, double All) Given(int member) => _given[member];

    public (double Yes, double All) Received(int member) => _received[member];

    public (double Yes, double All) Between(int from, int to) => _pairs.GetValueOrDefault((from, to));

    public KnownHistory Known(int from, int to) =>
        (_given[from].All > 0 ? KnownHistory.FromAnswers : 0)
        | (_received[from].All > 0 ? KnownHistory.FromReceived : 0)
        | (_given[to].All > 0 ? KnownHistory.ToAnswers : 0)
        | (_received[to].All > 0 ? KnownHistory.ToReceived : 0);

    private static (double, double) Plus((double, double) a, (double, double) b) => (a.Item1 + b.Item1, a.Item2 + b.Item2);

    private static int[] Sorted(List<int>? members) => members is null ? [] : [.. members.Order()];
}
