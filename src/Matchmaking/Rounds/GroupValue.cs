namespace Matchmaking.Rounds;

/// <summary>
/// What a group is worth: (1 − w)·mean + w·least of what its members gain, and how well its attributes are balanced and mixed. A pair that
/// no list holds counts as an average one, measured on a sample.
/// </summary>
internal sealed class GroupValue
{
    private const int SampleMembers = 100;
    private const int SampleOthers = 20;

    private readonly CandidateGraph _graph;
    private readonly double _worstWeight;
    private readonly double _compositionWeight;
    private readonly CompositionTerm[] _terms;
    private readonly float _unlisted;
    private readonly int _size;
    private readonly IReadOnlyDictionary<(int, int), double> _wishes;
    private readonly RoundContext? _tiers;
    private readonly Dictionary<(int, int), int> _tierOf = [];

    public GroupValue(RoundContext context, CandidateLists lists, CandidateGraph graph, int[] seekers)
    {
        GroupRoundOptions options = context.Options.Groups;
        (_graph, _worstWeight, _compositionWeight) = (graph, options.WorstMemberWeight, options.CompositionWeight);
        (_size, _wishes) = (context.Options.GroupSize, context.Wishes);
        _terms =
        [
            .. options.Balanced.Select(name => CompositionTerm.Balanced(name, context.Index.Members, seekers)),
            .. options.Diverse.Select(name => CompositionTerm.Diverse(name, context.Index.Members, seekers)),
        ];
        _tiers = context.HasTiers ? context : null;
        _unlisted = seekers.All(lists.IsWhole) ? 0 : Average(context, seekers);
    }

    /// <summary>What both gain from each other.</summary>
    public (float OfA, float OfB) Gains(int a, int b) =>
        _graph.TryFind(a, b, out ListedCandidate found) ? (found.Gain, found.Back) : (_unlisted, _unlisted);

    /// <summary>
    /// What each member more or less than asked for takes off in the search: more than any one move can gain otherwise, so that gains and
    /// composition decide among divisions of the best sizes.
    /// </summary>
    public double SizeStep => _wishes.Count > 0 ? 4 * (_size + 1) * MoveStep : MoveStep;

    /// <summary>More than gains and composition can change by one move; what a first wish counts.</summary>
    private double MoveStep => 4 * (_size + 1) * (3 + _compositionWeight);

    /// <summary>What a step of a tier takes off in the search: more than any one move can gain by sizes and otherwise.</summary>
    private double TierStep => 4 * SizeStep;

    /// <summary>The sum of the tiers of a group's pairs; 0 where nobody names tiers.</summary>
    public int Tiers(ReadOnlySpan<int> group)
    {
        int sum = 0;
        for (int i = 0; i < group.Length && _tiers is not null; i++)
        {
            for (int j = i + 1; j < group.Length; j++)
            {
                (int a, int b) = group[i] < group[j] ? (group[i], group[j]) : (group[j], group[i]);
                if (!_tierOf.TryGetValue((a, b), out int tier))
                    _tierOf.Add((a, b), tier = _tiers.Tier(a, b));
                sum += tier;
            }
        }

        return sum;
    }

    /// <summary>The worth of a group in the search: less a step for each tier and for each member more or less than asked for.</summary>
    public double InSearch(ReadOnlySpan<int> group) =>
        group.Length == 0 ? 0 : Of(group) - (TierStep * Tiers(group)) - (SizeStep * Math.Abs(group.Length - _size));

    /// <summary>The worth of a group, times its size.</summary>
    public double Of(ReadOnlySpan<int> group)
    {
        int size = group.Length;
        if (size < 2)
            return 0;
        Span<float> gains = stackalloc float[size];
        gains.Clear();
        for (int i = 0; i < size; i++)
        {
            for (int j = i + 1; j < size; j++)
            {
                (float ofI, float ofJ) = Gains(group[i], group[j]);
                gains[i] += ofI;
                gains[j] += ofJ;
            }
        }

        double sum = 0,
            least = double.PositiveInfinity;
        foreach (float gain in gains)
        {
            sum += gain;
            least = Math.Min(least, gain);
        }

        double value = (((1 - _worstWeight) * sum / size) + (_worstWeight * least)) / (size - 1);
        foreach (CompositionTerm term in _terms)
            value += _compositionWeight * term.Of(group) / _terms.Length;
        return (size * value) + (_wishes.Count > 0 ? MoveStep * Wished(group) : 0);
    }

    private double Wished(ReadOnlySpan<int> group)
    {
        double sum = 0;
        foreach (int member in group)
        {
            foreach (int other in group)
                sum += _wishes.GetValueOrDefault((member, other));
        }

        return sum;
    }

    private static float Average(RoundContext context, int[] seekers)
    {
        // Evenly spread rather than drawn: the same whatever the seed, and no two runs differ.
        double sum = 0;
        int count = 0;
        int stride = Math.Max(1, seekers.Length / SampleMembers);
        for (int i = 0; i < seekers.Length; i += stride)
        {
            using PairQuery query = context.Query(seekers[i]);
            for (int j = 1; j <= SampleOthers; j++)
            {
                int other = seekers[(int)((i + ((long)j * seekers.Length / (SampleOthers + 1))) % seekers.Length)];
                if (other == seekers[i])
                    continue;
                sum += context.Scorer.Score(query, other).Forward;
                count++;
            }
        }

        return count == 0 ? 0 : (float)(sum / count);
    }
}
