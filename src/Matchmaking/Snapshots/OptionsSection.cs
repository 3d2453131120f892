namespace Matchmaking.Snapshots;

/// <summary>
/// The options that are data. What is code (clock, embedding generator, the host's rule and parts) is given again when the file is read.
/// </summary>
internal static class OptionsSection
{
    public static void Write(SectionWriter writer, MatchmakerOptions options)
    {
        writer.Write(options.EmbeddingGenerator is not null);
        writer.Write(options.Seed);
        writer.Write((int)options.InterestSimilarity);
        writer.Write(options.Reciprocity);
        writer.Write((int)options.HiddenFields);
        writer.Write(options.Weights.Count);
        foreach ((IntroductionKind kind, PartWeights weights) in options.Weights)
        {
            writer.Write((int)kind);
            (ScorePart Part, double Weight)[] byName =
            [
                .. weights.All.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key.Name, StringComparer.Ordinal),
            ];
            writer.WriteStrings([.. byName.Select(pair => pair.Part.Name)]);
            writer.WriteArray<double>([.. byName.Select(pair => pair.Weight)]);
        }

        writer.Write(options.Synonyms.Count);
        foreach (IReadOnlyList<string> meaning in options.Synonyms)
            writer.WriteStrings(meaning);
        writer.Write(options.LatentTopics);
        writer.Write(options.CharacterTrigrams);
        writer.Write(options.HalfLife.Ticks);
        writer.Write(options.SmallActivitySize);
        writer.Write(options.RequireCommonLanguage);
        writer.Write(options.MinimumCommonHours);
        foreach (TimeSpan span in new[] { options.CoolDown, options.CoolDownAfterDecline, options.MentoringPeriod, options.NewcomerPeriod })
            writer.Write(span.Ticks);
        writer.Write(options.Familiar);
        writer.Write(options.FirstWordIsGivenName);
        writer.Write(options.AcquaintanceThreshold);
        writer.Write(options.AcquaintancePeriod.Ticks);
        KeyValuePair<string, double>[] kinds = [.. options.InteractionWeights.OrderBy(pair => pair.Key, StringComparer.Ordinal)];
        writer.WriteStrings([.. kinds.Select(pair => pair.Key)]);
        writer.WriteArray<double>([.. kinds.Select(pair => pair.Value)]);
        writer.WriteArray<long>([
            .. options.AssumedHours.SelectMany(window => new[] { (long)window.Day, window.From.Ticks, window.To.Ticks }),
        ]);
    }

    /// <returns>The options, and whether an embedding generator placed the texts.</returns>
    public static (MatchmakerOptions Options, bool Embedded) Read(SectionReader reader)
    {
        bool embedded = reader.ReadBool();
        int seed = reader.Read<int>();
        var similarity = (SimilarityMeasure)reader.Read<int>();
        double reciprocity = reader.Read<double>();
        var hidden = (HiddenFields)reader.Read<int>();
        var weights = new Dictionary<IntroductionKind, PartWeights>();
        for (int left = reader.ReadCount(64); left > 0; left--)
        {
            var kind = (IntroductionKind)reader.Read<int>();
            string[] names = reader.ReadStrings();
            double[] byName = reader.ReadArray<double>();
            if (names.Length != byName.Length)
                throw new InvalidDataException("there are not as many weights as parts");
            weights.Add(kind, PartWeights.Of(names.Zip(byName, (name, weight) => KeyValuePair.Create(new ScorePart(name), weight))));
        }

        List<string[]> synonyms = [];
        for (int left = reader.ReadCount(int.MaxValue); left > 0; left--)
            synonyms.Add(reader.ReadStrings());
        var options = new MatchmakerOptions
        {
            Seed = seed,
            InterestSimilarity = Enum.IsDefined(similarity) ? similarity : throw new InvalidDataException("the similarity is unknown"),
            Reciprocity = reciprocity,
            HiddenFields = Enum.IsDefined(hidden) ? hidden : throw new InvalidDataException("the use of hidden fields is unknown"),
            Weights = weights,
            Synonyms = synonyms,
            LatentTopics = reader.Read<int>(),
            CharacterTrigrams = reader.ReadBool(),
            HalfLife = new TimeSpan(reader.Read<long>()),
            SmallActivitySize = reader.Read<int>(),
            RequireCommonLanguage = reader.ReadBool(),
            MinimumCommonHours = reader.Read<double>(),
            CoolDown = new TimeSpan(reader.Read<long>()),
            CoolDownAfterDecline = new TimeSpan(reader.Read<long>()),
            MentoringPeriod = new TimeSpan(reader.Read<long>()),
            NewcomerPeriod = new TimeSpan(reader.Read<long>()),
            Familiar = reader.ReadBool(),
            FirstWordIsGivenName = reader.ReadBool(),
            AcquaintanceThreshold = reader.Read<double>(),
            AcquaintancePeriod = new TimeSpan(reader.Read<long>()),
            InteractionWeights = ReadKinds(reader),
            AssumedHours = ReadWindows(reader),
        };
        reader.End();
        return (options, embedded);
    }

    private static Dictionary<string, double> ReadKinds(SectionReader reader)
    {
        string[] names = reader.ReadStrings();
        double[] weights = reader.ReadArray<double>();
        return names.Length == weights.Length
            ? names.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
            : throw new InvalidDataException("there are not as many weights as kinds of interactions");
    }

    private static WeeklyWindow[] ReadWindows(SectionReader reader)
    {
        long[] windows = reader.ReadArray<long>();
        return windows.Length % 3 == 0
            ?
            [
                .. windows
                    .Chunk(3)
                    .Select(window => new WeeklyWindow
                    {
                        Day = (DayOfWeek)checked((int)window[0]),
                        From = new TimeOnly(window[1]),
                        To = new TimeOnly(window[2]),
                    }),
            ]
            : throw new InvalidDataException("a window of hours is not whole");
    }

    /// <summary>Whether what was fitted to words and texts with one would be the same with the other.</summary>
    public static bool SameVocabulary(MatchmakerOptions a, MatchmakerOptions b) =>
        a.Seed == b.Seed
        && a.HiddenFields == b.HiddenFields
        && a.LatentTopics == b.LatentTopics
        && a.CharacterTrigrams == b.CharacterTrigrams
        && a.Synonyms.Count == b.Synonyms.Count
        && a.Synonyms.Zip(b.Synonyms).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <summary>Whether a network built with one is the same with the other.</summary>
    public static bool SameNetwork(MatchmakerOptions a, MatchmakerOptions b) =>
        a.HalfLife == b.HalfLife
        && a.SmallActivitySize == b.SmallActivitySize
        && a.AcquaintanceThreshold.Equals(b.AcquaintanceThreshold)
        && a.AcquaintancePeriod == b.AcquaintancePeriod
        && a.InteractionWeights.Count == b.InteractionWeights.Count
        && a.InteractionWeights.All(pair => b.InteractionWeights.TryGetValue(pair.Key, out double weight) && weight.Equals(pair.Value));
}
