namespace Matchmaking.Learning;

/// <summary>Finds a host's feature sources and trainers again by the names that stand in a model.</summary>
internal static class HostSeams
{
    public const int MostColumns = 1_000;

    /// <exception cref="InvalidDataException">The source is not given, or has other columns now.</exception>
    public static IFeatureSource Source(this LearningOptions options, string name, string[] columns)
    {
        foreach (IFeatureSource source in options.FeatureSources)
        {
            if (!string.Equals(source.Name, name, StringComparison.Ordinal))
                continue;
            return columns.SequenceEqual(source.Columns, StringComparer.Ordinal)
                ? source
                : throw new InvalidDataException($"was learned with other columns of the feature source '{name}': learn again");
        }

        throw new InvalidDataException(
            $"was learned with the feature source '{name}': give it in the options (FeatureSources), or learn again"
        );
    }

    /// <exception cref="InvalidDataException">The trainer is not given.</exception>
    public static IModelTrainer Trainer(this LearningOptions options, string name) =>
        options.Trainers.FirstOrDefault(trainer => string.Equals(trainer.Name, name, StringComparison.Ordinal))
        ?? throw new InvalidDataException($"was trained by '{name}': give the trainer in the options (Trainers), or learn again");

    /// <exception cref="ArgumentException">A name or column is empty or stands twice, or there are no columns, or too many.</exception>
    public static IReadOnlyList<IFeatureSource> Checked(IReadOnlyList<IFeatureSource> sources, string name)
    {
        Guard.NoNulls(sources, name);
        CheckNames(sources.Select(source => source.Name), "a feature source", name);
        foreach (IFeatureSource source in sources)
        {
            if (source.Columns is not { Count: > 0 and <= MostColumns })
                throw new ArgumentException($"'{source.Name}' has no columns, or more than {MostColumns}", name);
            CheckNames(source.Columns, $"a column of '{source.Name}'", name);
        }

        return sources;
    }

    /// <exception cref="ArgumentException">A name is empty or stands twice.</exception>
    public static IReadOnlyList<IModelTrainer> Checked(IReadOnlyList<IModelTrainer> trainers, string name)
    {
        Guard.NoNulls(trainers, name);
        CheckNames(trainers.Select(trainer => trainer.Name), "a trainer", name);
        return trainers;
    }

    private static void CheckNames(IEnumerable<string> names, string whose, string parameter)
    {
        HashSet<string> met = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (string.IsNullOrWhiteSpace(name))
                throw new ArgumentException($"the name of {whose} is empty", parameter);
            if (!met.Add(name))
                throw new ArgumentException($"the name of {whose} stands twice: '{name}'", parameter);
        }
    }
}
