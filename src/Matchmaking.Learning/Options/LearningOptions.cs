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
}
