namespace Matchmaking.Learning;

/// <summary>How the factor model is trained.</summary>
internal sealed record FactorOptions
{
    public int Dimensions
    {
        get;
        init => field = Guard.InRange(value, 0, 256);
    } = 4;

    public int Epochs
    {
        get;
        init => field = Guard.InRange(value, 1, 10_000);
    } = 60;

    public double LearningRate
    {
        get;
        init => field = Guard.Positive(value, 10);
    } = .1;

    /// <summary>Of the normal prior on a member's bias.</summary>
    public double BiasVariance
    {
        get;
        init => field = Guard.Positive(value, 1e6);
    } = .7;

    /// <summary>Of the normal prior on each factor of a member.</summary>
    public double FactorVariance
    {
        get;
        init => field = Guard.Positive(value, 1e6);
    } = .1;
}
