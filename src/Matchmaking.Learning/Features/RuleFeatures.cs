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
        new([.. PairScorer.PartsWithData(index).Where(part => part != ScorePart.MentorFit)]);

    public static RuleFeatures Read(BinaryReader reader)
    {
        var parts = new ScorePart[reader.ReadCount(Enum.GetValues<ScorePart>().Length)];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = (ScorePart)reader.ReadCount(Enum.GetValues<ScorePart>().Length - 1);
            if (!PairScorer.Knows(parts[i]))
                throw new InvalidDataException($"the rules know no part {parts[i]}");
        }

        return new RuleFeatures(parts);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_parts.Length);
        foreach (ScorePart part in _parts)
            writer.Write((int)part);
    }

    public IBoundFeatureSource Bind(CommunityIndex index) =>
        new Bound([.. _parts.Select(PairScorer.PartOf)], PartWeights.For(IntroductionKind.Any));

    private static FeatureInfo[] Describe(ScorePart part) =>
        FeatureInfo.Turned(
            FeatureInfo.Of(Thing, $"{part}: for from", part, GroupOf(part)) with
            {
                Words = $"the rules' {part} {FeatureWords.AsAsker}",
            },
            FeatureInfo.Of(Thing, $"{part}: for to", part, GroupOf(part)) with
            {
                Words = $"the rules' {part} {FeatureWords.AsSuggested}",
            }
        );

    private static FeatureGroup GroupOf(ScorePart part) =>
        part is ScorePart.Network or ScorePart.Activity ? FeatureGroup.Network : FeatureGroup.Profile;

    private sealed class Bound(IPart[] parts, PartWeights weights) : IBoundFeatureSource
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
                row[2 * parts.Length] = total > 0 ? (float)ReciprocalMean.Of(Reciprocity.Harmonic, forward / total, backward / total) : 0;
        }
    }
}
