using System.Buffers;

namespace Matchmaking.Learning;

/// <summary>
/// How alike two are over many numbers at once: all of them, and each family by name ("likes_…", "…1_1"). Cosine, correlation and root mean
/// square distance of the standardised values that both tell.
/// </summary>
internal sealed class NumberFamilyFeatures : IPairFeatureSource
{
    private const int Least = 3;
    private const int MaximumFamilies = 20;
    private static readonly SearchValues<char> s_separators = SearchValues.Create("_.:-/ ");

    private readonly NumberAttribute[] _numbers;
    private readonly (string Name, int[] Numbers)[] _families;

    private NumberFamilyFeatures(NumberAttribute[] numbers)
    {
        _numbers = numbers;
        _families = FamiliesOf(numbers);
        Features =
        [
            .. _families.SelectMany(family =>
                (FeatureInfo[])
                    [
                        FeatureInfo.Both(family.Name, "cosine", ScorePart.Profile, FeatureGroup.Profile, FeatureForm.Likeness),
                        FeatureInfo.Both(family.Name, "correlation", ScorePart.Profile, FeatureGroup.Profile, FeatureForm.Likeness),
                        FeatureInfo.Both(family.Name, "distance", ScorePart.Profile, FeatureGroup.Profile),
                    ]
            ),
        ];
    }

    public IReadOnlyList<FeatureInfo> Features { get; }

    public static NumberFamilyFeatures Fit(CommonNames names) => new(NumberAttribute.Of(names.Members));

    public static NumberFamilyFeatures Read(BinaryReader reader)
    {
        var numbers = new NumberAttribute[reader.ReadCount(NumberAttribute.Maximum)];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = NumberAttribute.Read(reader);
        return new NumberFamilyFeatures(numbers);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_numbers.Length);
        foreach (NumberAttribute number in _numbers)
            number.Write(writer);
    }

    public IBoundFeatureSource Bind(CommunityIndex index) =>
        new Bound(NumberAttribute.Standardised(index.Members, _numbers), _numbers.Length, _families);

    private static (string Name, int[] Numbers)[] FamiliesOf(NumberAttribute[] numbers)
    {
        IEnumerable<(string Family, int Number)> named = Enumerable
            .Range(0, numbers.Length)
            .SelectMany(i => NamesOf(numbers[i].Name.Core).Select(family => (family, i)));
        (string, int[])[] families =
        [
            .. named
                .GroupBy(pair => pair.Family, pair => pair.Number, StringComparer.Ordinal)
                .Select(group => (group.Key, Numbers: group.ToArray()))
                .Where(family => family.Numbers.Length >= Least && family.Numbers.Length < numbers.Length)
                .OrderByDescending(family => family.Numbers.Length)
                .ThenBy(family => family.Key, StringComparer.Ordinal)
                .Take(MaximumFamilies),
        ];
        return numbers.Length < Least ? [] : [("all numbers", [.. Enumerable.Range(0, numbers.Length)]), .. families];
    }

    /// <summary>What stands before the first separator, and what follows the letters ("attr3_1": "…3_1").</summary>
    private static IEnumerable<string> NamesOf(string name)
    {
        int separator = name.AsSpan().IndexOfAny(s_separators);
        if (separator > 0)
            yield return name[..(separator + 1)] + "…";
        int letters = 0;
        while (letters < name.Length && char.IsLetter(name[letters]))
            letters++;
        if (letters > 0 && letters < name.Length)
            yield return "…" + name[letters..];
    }

    private sealed class Bound(float[] values, int count, (string Name, int[] Numbers)[] families) : IBoundFeatureSource
    {
        public void Write(PairQuery query, int candidate, Span<float> row)
        {
            ReadOnlySpan<float> from = values.AsSpan(query.Member * count, count),
                to = values.AsSpan(candidate * count, count);
            for (int f = 0; f < families.Length; f++)
                Compare(from, to, families[f].Numbers, row.Slice(3 * f, 3));
        }

        private static void Compare(ReadOnlySpan<float> from, ReadOnlySpan<float> to, int[] numbers, Span<float> row)
        {
            double n = 0,
                a = 0,
                b = 0,
                aa = 0,
                bb = 0,
                ab = 0;
            foreach (int i in numbers)
            {
                if (float.IsNaN(from[i]) || float.IsNaN(to[i]))
                    continue;
                (double x, double y) = (from[i], to[i]);
                (n, a, b, aa, bb, ab) = (n + 1, a + x, b + y, aa + (x * x), bb + (y * y), ab + (x * y));
            }

            if (n < Least)
            {
                row.Fill(float.NaN);
                return;
            }

            row[0] = Ratio(ab, aa * bb);
            row[1] = Ratio(ab - (a * b / n), (aa - (a * a / n)) * (bb - (b * b / n)));
            row[2] = (float)Math.Sqrt(Math.Max(0, aa + bb - (2 * ab)) / n);
        }

        private static float Ratio(double product, double squares) =>
            squares > 1e-12 ? (float)Math.Clamp(product / Math.Sqrt(squares), -1, 1) : float.NaN;
    }
}
