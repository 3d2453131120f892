namespace Matchmaking.Learning;

/// <summary>
/// What the rules say: every part's value for both sides, and the score of each way. So a model knows at least what the rules know.
/// </summary>
internal sealed class RuleFeatures : IPairFeatureSource
{
    private const string Thing = "rules";

    private readonly ScorePart[] _parts;

    private RuleFeatures(ScorePart[] parts)
    {
        _parts = parts;
        Features =
        [
            .. parts.SelectMany(Describe),
            .. parts.Length == 0
                ? []
                : new[]
                {
                    FeatureInfo.Both(
                        Thing,
                        "score",
                        parts[0],
                        parts.Any(part => GroupOf(part) == FeatureGroup.Network) ? FeatureGroup.Network : FeatureGroup.Profile
                    ) with
                    {
                        Words = "the rules' score",
                    },
                },
        ];
    }

    public IReadOnlyList<FeatureInfo> Features { get; }

    public static RuleFeatures Fit(CommunityIndex index) =>
        new([.. PairScorer.PartsWithData(index).Select(part => part.Part).Where(part => IsColumn(part) && part != ScorePart.MentorFit)]);

    public static RuleFeatures Read(BinaryReader reader)
    {
        int known = PartSet.WellKnown.Count;
        var parts = new ScorePart[reader.ReadCount(known)];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = PartSet.WellKnown[reader.ReadCount(known - 1)];
            if (!IsColumn(parts[i]))
                throw new InvalidDataException($"the rules know no part {parts[i]}");
        }

        return new RuleFeatures(parts);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_parts.Length);
        foreach (ScorePart part in _parts)
            writer.Write(NumberOf(part));
    }

    public IBoundFeatureSource Bind(CommunityIndex index) =>
        new Bound([.. _parts.Select(part => PartSet.BuiltIn.Single(known => known.Part == part))], PartWeights.For(IntroductionKind.Any));

    /// <summary>
    /// The library's own parts alone: a host's is known by the rules' score, so that a model has the same columns with and without.
    /// </summary>
    private static bool IsColumn(ScorePart part) => PartSet.BuiltIn.Any(known => known.Part == part);

    /// <summary>As columns have always been called: with a capital.</summary>
    private static string Shown(ScorePart part) => char.ToUpperInvariant(part.Name[0]) + part.Name[1..];

    private static int NumberOf(ScorePart part)
    {
        int number = 0;
        while (PartSet.WellKnown[number] != part)
            number++;
        return number;
    }

    private static FeatureInfo[] Describe(ScorePart part) =>
        FeatureInfo.Turned(
            FeatureInfo.Of(Thing, $"{Shown(part)}: for from", part, GroupOf(part)) with
            {
                Words = $"the rules' {Shown(part)} {FeatureWords.AsAsker}",
            },
            FeatureInfo.Of(Thing, $"{Shown(part)}: for to", part, GroupOf(part)) with
            {
                Words = $"the rules' {Shown(part)} {FeatureWords.AsSuggested}",
            }
        );

    private static FeatureGroup GroupOf(ScorePart part) =>
        part == ScorePart.Network || part == ScorePart.Activity ? FeatureGroup.Network : FeatureGroup.Profile;

    private sealed class Bound(ScoringPart[] parts, PartWeights weights) : IBoundFeatureSource
    {
        public void Write(PairQuery query, int candidate, Span<float> row)
        {
            double forward = 0,
                backward = 0,
                total = 0;
            for (int i = 0; i < parts.Length; i++)
            {
                DirectedValue value = parts[i].Score(query, candidate);
                double weight = weights[parts[i].Part];
                (forward, backward, total) = (forward + (weight * value.Forward), backward + (weight * value.Backward), total + weight);
                (row[2 * i], row[(2 * i) + 1]) = ((float)value.Forward, (float)value.Backward);
            }

            if (parts.Length > 0)
                row[2 * parts.Length] = total > 0 ? (float)ReciprocalMean.Of(1, forward / total, backward / total) : 0;
        }
    }
}
