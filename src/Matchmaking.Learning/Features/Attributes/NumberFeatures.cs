namespace Matchmaking.Learning;

/// <summary>
/// Numbers that members tell: the value of either side, the difference, its size, and the product of the standardised values.
/// </summary>
internal sealed class NumberFeatures(NumberAttribute[] numbers) : IPairFeatureSource
{
    private const int Each = 5;

    public IReadOnlyList<FeatureInfo> Features { get; } = [.. numbers.SelectMany(number => Describe(number.Name.Shown))];

    public static NumberFeatures Fit(CommonNames names) => new(NumberAttribute.Of(names.Members));

    public static NumberFeatures Read(BinaryReader reader)
    {
        var numbers = new NumberAttribute[reader.ReadCount(NumberAttribute.Maximum)];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = NumberAttribute.Read(reader);
        return new NumberFeatures(numbers);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(numbers.Length);
        foreach (NumberAttribute number in numbers)
            number.Write(writer);
    }

    public IBoundFeatureSource Bind(CommunityIndex index) =>
        new Bound(NumberAttribute.Standardised(index.Members, numbers), numbers.Length);

    private static FeatureInfo[] Describe(string name) =>
        [
            .. FeatureInfo.Turned(
                FeatureInfo.Of(name, "from", ScorePart.Profile, FeatureGroup.Profile) with
                {
                    Words = $"{name} {FeatureWords.Asker}",
                },
                FeatureInfo.Of(name, "to", ScorePart.Profile, FeatureGroup.Profile) with
                {
                    Words = $"{name} {FeatureWords.Suggested}",
                }
            ),
            FeatureInfo.Both(name, "difference", ScorePart.Profile, FeatureGroup.Profile, FeatureForm.Difference),
            FeatureInfo.Both(name, "distance", ScorePart.Profile, FeatureGroup.Profile),
            FeatureInfo.Both(name, "product", ScorePart.Profile, FeatureGroup.Profile),
        ];

    private sealed class Bound(float[] values, int count) : IBoundFeatureSource
    {
        public void Write(PairQuery query, int candidate, Span<float> row)
        {
            ReadOnlySpan<float> from = values.AsSpan(query.Member * count, count),
                to = values.AsSpan(candidate * count, count);
            for (int i = 0; i < count; i++)
            {
                // NaN where either is missing, by arithmetic alone.
                (float a, float b) = (from[i], to[i]);
                Span<float> five = row.Slice(i * Each, Each);
                (five[0], five[1], five[2], five[3], five[4]) = (a, b, a - b, Math.Abs(a - b), a * b);
            }
        }
    }
}
