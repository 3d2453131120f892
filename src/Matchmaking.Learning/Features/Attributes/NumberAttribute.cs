namespace Matchmaking.Learning;

/// <summary>A number that members tell, with where it lies and how far it spreads among those who tell it.</summary>
internal sealed record NumberAttribute(AttributeName Name, float Mean, float Deviation)
{
    /// <summary>More attributes than this would drown a few thousand outcomes; the most told are kept.</summary>
    public const int Maximum = 100;

    /// <summary>Mean and deviation are kept in single precision; one absurd value must not take them out of it.</summary>
    private const double Largest = 1e18;

    /// <summary>Whom a number says nothing about, in at least this share, has no column.</summary>
    private const double LeastTold = .05;

    public static NumberAttribute[] Of(IReadOnlyList<Member> members)
    {
        var names = AttributeNames.Of(members);
        Dictionary<AttributeName, List<double>> values = [];
        foreach (Member member in members)
        {
            foreach ((string name, AttributeValue value) in member.Attributes)
            {
                if (value.Kind != AttributeKind.Number)
                    continue;
                if (!values.TryGetValue(names[name], out List<double>? own))
                    values.Add(names[name], own = []);
                own.Add(value.Number);
            }
        }

        return
        [
            .. values
                .Where(pair => pair.Value.Count >= Math.Max(2, LeastTold * members.Count) && pair.Value.Min() < pair.Value.Max())
                .OrderByDescending(pair => pair.Value.Count)
                .ThenBy(pair => pair.Key.Name, StringComparer.Ordinal)
                .Take(Maximum)
                .Select(pair => Measure(pair.Key, pair.Value)),
        ];
    }

    /// <summary>
    /// Every member's value less the mean, in deviations; NaN where it is not told. Clamped, so that one absurd value moves nothing.
    /// </summary>
    public static float[] Standardised(IReadOnlyList<Member> members, IReadOnlyList<NumberAttribute> numbers)
    {
        const float Far = 5;
        float[] values = new float[members.Count * numbers.Count];
        for (int i = 0, at = 0; i < members.Count; i++)
        {
            foreach (NumberAttribute number in numbers)
            {
                values[at++] =
                    number.Name.TryGet(members[i], out AttributeValue? value) && value.Kind == AttributeKind.Number
                        ? Math.Clamp((float)((value.Number - number.Mean) / number.Deviation), -Far, Far)
                        : float.NaN;
            }
        }

        return values;
    }

    public void Write(BinaryWriter writer)
    {
        Name.Write(writer);
        writer.Write(Mean);
        writer.Write(Deviation);
    }

    public static NumberAttribute Read(BinaryReader reader)
    {
        var number = new NumberAttribute(AttributeName.Read(reader), reader.ReadFinite(), reader.ReadFinite());
        return number.Deviation > 0 ? number : throw new InvalidDataException("a deviation is not positive");
    }

    private static NumberAttribute Measure(AttributeName name, List<double> told)
    {
        double[] values = [.. told.Select(value => Math.Clamp(value, -Largest, Largest))];
        double mean = values.Average();
        return new NumberAttribute(
            name,
            (float)mean,
            Math.Max(float.Epsilon, (float)Math.Sqrt(values.Average(value => (value - mean) * (value - mean))))
        );
    }
}
