namespace Matchmaking.Rounds;

/// <summary>How well one attribute is spread in a group, in [0, 1].</summary>
internal sealed class CompositionTerm
{
    private readonly double[] _numbers;
    private readonly int[]? _categories;
    private readonly double[] _shares = [];
    private readonly double _mean;
    private readonly double _deviation;
    private readonly bool _diverse;

    private CompositionTerm(string attribute, IReadOnlyList<Member> members, int[] takingPart, bool diverse)
    {
        _diverse = diverse;
        AttributeValue?[] values = [.. members.Select(member => member.Attributes.GetValueOrDefault(attribute))];
        _numbers = [.. values.Select(value => value?.Number ?? double.NaN)];
        double[] told = [.. takingPart.Select(member => _numbers[member]).Where(double.IsFinite)];
        if (told.Length > 0)
        {
            _mean = told.Average();
            _deviation = Math.Sqrt(told.Average(x => (x - _mean) * (x - _mean)));
            return;
        }

        // A set counts as one value; who tells none has none of their own.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _categories = [.. values.Select(value => value is null ? -1 : NumberOf(value.ToString(), numbers))];
        _shares = new double[numbers.Count];
        foreach (int member in takingPart.Where(member => _categories[member] >= 0))
            _shares[_categories[member]] += 1.0 / takingPart.Length;
    }

    public static CompositionTerm Balanced(string attribute, IReadOnlyList<Member> members, int[] takingPart) =>
        new(attribute, members, takingPart, diverse: false);

    public static CompositionTerm Diverse(string attribute, IReadOnlyList<Member> members, int[] takingPart) =>
        new(attribute, members, takingPart, diverse: true);

    public double Of(ReadOnlySpan<int> group) =>
        (_categories, _diverse) switch
        {
            (null, false) => BalancedNumbers(group),
            (null, true) => DiverseNumbers(group),
            (_, false) => BalancedCategories(group),
            (_, true) => DiverseCategories(group),
        };

    /// <summary>One less the distance of the group's mean from the community's, in standard deviations.</summary>
    private double BalancedNumbers(ReadOnlySpan<int> group)
    {
        (double mean, _, int told) = Moments(group);
        return told == 0 || _deviation == 0 ? 1 : Math.Max(0, 1 - (Math.Abs(mean - _mean) / _deviation));
    }

    /// <summary>The group's standard deviation in the community's, at most 1.</summary>
    private double DiverseNumbers(ReadOnlySpan<int> group)
    {
        (_, double deviation, int told) = Moments(group);
        return told < 2 || _deviation == 0 ? 0 : Math.Min(1, deviation / _deviation);
    }

    /// <summary>One less the total variation between the group's shares and the community's.</summary>
    private double BalancedCategories(ReadOnlySpan<int> group)
    {
        double common = 0;
        for (int i = 0; i < group.Length; i++)
        {
            int category = _categories![group[i]];
            if (category < 0 || Seen(group[..i], category))
                continue;
            int count = 0;
            foreach (int member in group)
                count += _categories[member] == category ? 1 : 0;
            common += Math.Min((double)count / group.Length, _shares[category]);
        }

        double sum = _shares.Sum();
        return sum == 0 ? 1 : common / sum;
    }

    /// <summary>The share of values that no other of the group has had before.</summary>
    private double DiverseCategories(ReadOnlySpan<int> group)
    {
        int distinct = 0,
            told = 0;
        for (int i = 0; i < group.Length; i++)
        {
            int category = _categories![group[i]];
            if (category < 0)
                continue;
            told++;
            distinct += Seen(group[..i], category) ? 0 : 1;
        }

        return told < 2 ? 0 : (distinct - 1.0) / (told - 1);
    }

    private bool Seen(ReadOnlySpan<int> before, int category)
    {
        foreach (int member in before)
        {
            if (_categories![member] == category)
                return true;
        }

        return false;
    }

    private (double Mean, double Deviation, int Told) Moments(ReadOnlySpan<int> group)
    {
        double sum = 0,
            squares = 0;
        int told = 0;
        foreach (int member in group)
        {
            double number = _numbers[member];
            if (!double.IsFinite(number))
                continue;
            sum += number;
            squares += number * number;
            told++;
        }

        double mean = told == 0 ? 0 : sum / told;
        return (mean, told == 0 ? 0 : Math.Sqrt(Math.Max(0, (squares / told) - (mean * mean))), told);
    }

    private static int NumberOf(string text, Dictionary<string, int> numbers)
    {
        if (!numbers.TryGetValue(text, out int number))
            numbers.Add(text, number = numbers.Count);
        return number;
    }
}
