using System.Globalization;

namespace Matchmaking.Learning;

/// <summary>
/// Categories that members tell: whether the two are the same, and which of the most frequent values either side has. A whole number of few
/// values (an office 1–3) is a category beside being a number.
/// </summary>
internal sealed class CategoryFeatures : IPairFeatureSource
{
    /// <summary>How many values of one attribute have columns of their own; the others count only for being the same.</summary>
    private const int ValuesShown = 8;

    /// <summary>Whole numbers of more values are numbers and nothing else.</summary>
    private const int ValuesOfANumber = 5;
    private const int MaximumAttributes = 60;
    private const double LeastShare = .02;

    private readonly (AttributeName Name, string[] Values)[] _attributes;

    private CategoryFeatures((AttributeName Name, string[] Values)[] attributes)
    {
        _attributes = attributes;
        List<FeatureInfo> features = [];
        foreach ((AttributeName attribute, string[] values) in attributes)
        {
            string name = attribute.Shown;
            features.Add(FeatureInfo.Both(name, "same", ScorePart.Profile, FeatureGroup.Profile));
            // All values of the one, then all of the other.
            features.AddRange(
                values.Select(value =>
                    FeatureInfo.Of(name, $"from = {value}", ScorePart.Profile, FeatureGroup.Profile) with
                    {
                        Side = FeatureSide.From,
                        Counterpart = values.Length,
                        Words = $"{name} {FeatureWords.Asker} = {value}",
                    }
                )
            );
            features.AddRange(
                values.Select(value =>
                    FeatureInfo.Of(name, $"to = {value}", ScorePart.Profile, FeatureGroup.Profile) with
                    {
                        Side = FeatureSide.To,
                        Counterpart = -values.Length,
                        Words = $"{name} {FeatureWords.Suggested} = {value}",
                    }
                )
            );
        }

        Features = features;
    }

    public IReadOnlyList<FeatureInfo> Features { get; }

    public static CategoryFeatures Fit(CommonNames common)
    {
        var names = AttributeNames.Of(common.Members);
        Dictionary<AttributeName, Dictionary<string, int>> counts = [];
        HashSet<AttributeName> numbers = [];
        foreach (Member member in common.Members)
        {
            foreach ((string told, AttributeValue value) in member.Attributes)
            {
                AttributeName name = names[told];
                if (ValueOf(value) is not { } category)
                {
                    numbers.Add(name);
                    continue;
                }

                if (!counts.TryGetValue(name, out Dictionary<string, int>? own))
                    counts.Add(name, own = new(StringComparer.Ordinal));
                own[category] = own.GetValueOrDefault(category) + 1;
                if (value.Kind == AttributeKind.Number && own.Count > ValuesOfANumber)
                    numbers.Add(name);
            }
        }

        return new CategoryFeatures([
            .. counts
                .Where(pair => !numbers.Contains(pair.Key) && pair.Value.Count > 1)
                .Select(pair => (pair.Key, Values: pair.Value, Told: pair.Value.Values.Sum()))
                .OrderByDescending(attribute => attribute.Told)
                .ThenBy(attribute => attribute.Key.Name, StringComparer.Ordinal)
                .Take(MaximumAttributes)
                .Select(attribute => (attribute.Key, Shown(attribute.Values, attribute.Told, common))),
        ]);
    }

    public static CategoryFeatures Read(BinaryReader reader)
    {
        var attributes = new (AttributeName, string[])[reader.ReadCount(MaximumAttributes)];
        for (int i = 0; i < attributes.Length; i++)
            attributes[i] = (AttributeName.Read(reader), reader.ReadStrings(ValuesShown));
        return new CategoryFeatures(attributes);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_attributes.Length);
        foreach ((AttributeName name, string[] values) in _attributes)
        {
            name.Write(writer);
            writer.WriteStrings(values);
        }
    }

    public IBoundFeatureSource Bind(CommunityIndex index)
    {
        // Values by number: those with columns first, then the others as they come; −1 is missing.
        int[][] codes = new int[_attributes.Length][];
        for (int i = 0; i < codes.Length; i++)
        {
            Dictionary<string, int> known = new(StringComparer.Ordinal);
            foreach (string value in _attributes[i].Values)
                known.Add(value, known.Count);
            codes[i] =
            [
                .. index.Members.Select(member =>
                {
                    if (!_attributes[i].Name.TryGet(member, out AttributeValue? value) || ValueOf(value) is not { } category)
                        return -1;
                    if (!known.TryGetValue(category, out int code))
                        known.Add(category, code = known.Count);
                    return code;
                }),
            ];
        }

        return new Bound(codes, [.. _attributes.Select(attribute => attribute.Values.Length)]);
    }

    /// <summary>Null for what is no category.</summary>
    internal static string? ValueOf(AttributeValue value) =>
        value.Kind switch
        {
            AttributeKind.Category => value.Categories[0],
            AttributeKind.Number when value.Number == Math.Truncate(value.Number) && Math.Abs(value.Number) < 1e6 => value.Number.ToString(
                CultureInfo.InvariantCulture
            ),
            _ => null,
        };

    private static string[] Shown(Dictionary<string, int> values, int told, CommonNames common) =>
        [
            .. values
                .Where(value => value.Value >= LeastShare * told && common.Has(value.Value))
                .OrderByDescending(value => value.Value)
                .ThenBy(value => value.Key, StringComparer.Ordinal)
                .Take(ValuesShown)
                .Select(value => value.Key),
        ];

    private sealed class Bound(int[][] codes, int[] shown) : IBoundFeatureSource
    {
        public void Write(PairQuery query, int candidate, Span<float> row)
        {
            int at = 0;
            for (int i = 0; i < codes.Length; i++)
            {
                (int from, int to) = (codes[i][query.Member], codes[i][candidate]);
                row[at++] =
                    from < 0 || to < 0 ? float.NaN
                    : from == to ? 1
                    : 0;
                OneHot(from, row.Slice(at, shown[i]));
                OneHot(to, row.Slice(at + shown[i], shown[i]));
                at += 2 * shown[i];
            }
        }

        private static void OneHot(int code, Span<float> row)
        {
            row.Fill(code < 0 ? float.NaN : 0);
            if (code >= 0 && code < row.Length)
                row[code] = 1;
        }
    }
}
