namespace Matchmaking.Learning;

/// <summary>How a <see cref="Matchmaker"/> learns. The defaults suit most communities.</summary>
public sealed record LearningOptions
{
    /// <summary>
    /// The seed of whatever is drawn at random; the same seed and community give the same model, whatever the number of threads. Default 1.
    /// </summary>
    public int Seed { get; init; } = 1;

    /// <summary>What to learn from. Default: outcomes where there are enough, links otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no source.</exception>
    public LearningSource Source
    {
        get;
        init => field = Guard.Defined(value);
    } = LearningSource.Auto;

    /// <summary>
    /// How many parts the outcomes are split into to measure what was learned on people and pairs it was not learned from, in 2..10.
    /// Default 3.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 2..10.</exception>
    public int Folds
    {
        get;
        init => field = Guard.InRange(value, 2, 10);
    } = 3;

    /// <summary>
    /// How many pairs with outcomes are learned from at the most, 1,000..1,000,000; of more, a sample. Default 100,000. Of links there are
    /// always more: of each of four earlier moments 1,500 members are asked for at the most, and with whom each came to know stand 80 whom
    /// they did not.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public int MaximumPairs
    {
        get;
        init => field = Guard.InRange(value, 1_000, 1_000_000);
    } = 100_000;

    /// <summary>
    /// What fewer people than this tell is kept by name in no model, feature or report: an attribute, a value of one, a word, a kind of
    /// interactions. It would say who they are, and outlast them. In 1..1,000; default 5. With 1 a removed member's own words may stay
    /// in what was learned before.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public int LeastPeople
    {
        get;
        init => field = Guard.InRange(value, 1, 1_000);
    } = DefaultLeastPeople;

    internal const int DefaultLeastPeople = 5;

    /// <summary>
    /// Columns of the host's own beside the built-in ones, in learning from outcomes; also those that a model to be loaded was learned
    /// with. Default: none.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A source is null; a name or a column is empty or stands twice; a source has no column, or more than 1,000.
    /// </exception>
    public IReadOnlyList<IFeatureSource> FeatureSources
    {
        get;
        init => field = HostSeams.Checked(value, nameof(FeatureSources));
    } = [];

    /// <summary>
    /// Trainers of the host's own, compared beside the built-in ones in learning from outcomes; also those by which a model to be loaded
    /// was trained. Default: none.
    /// </summary>
    /// <exception cref="ArgumentException">A trainer is null; a name is empty or stands twice.</exception>
    public IReadOnlyList<IModelTrainer> Trainers
    {
        get;
        init => field = HostSeams.Checked(value, nameof(Trainers));
    } = [];

    /// <summary>Whether all options are the same, sources and trainers one by one.</summary>
    /// <param name="other">Other options.</param>
    public bool Equals(LearningOptions? other) =>
        other is not null
        && (Seed, Source, Folds, MaximumPairs, LeastPeople)
            == (other.Seed, other.Source, other.Folds, other.MaximumPairs, other.LeastPeople)
        && FeatureSources.SequenceEqual(other.FeatureSources)
        && Trainers.SequenceEqual(other.Trainers);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Seed, Source, Folds, MaximumPairs, LeastPeople, FeatureSources.Count, Trainers.Count);
}
