namespace Matchmaking.Optimization;

/// <summary>How <see cref="MarketSolver"/> works.</summary>
public sealed record MarketSolverOptions
{
    private readonly double _temperature = Optimization.TransferableUtility.DefaultTemperature;
    private readonly int _rounds = 500;

    /// <summary>
    /// What lists by chance are drawn with (<see cref="MarketObjective.SocialWelfare"/> and <see cref="MarketObjective.NashWelfare"/>).
    /// Default: 1.
    /// </summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// β of <see cref="MarketObjective.TransferableUtility"/>, above 0: the less, the more it is liking that decides, and the longer it
    /// takes to settle. Default: 0.1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above 0, or not finite.</exception>
    public double Temperature
    {
        get => _temperature;
        init =>
            _temperature =
                value > 0 && double.IsFinite(value)
                    ? value
                    : throw new ArgumentOutOfRangeException(nameof(Temperature), value, "the temperature must be above 0 and finite");
    }

    /// <summary>
    /// How often lists are moved for <see cref="MarketObjective.SocialWelfare"/> and <see cref="MarketObjective.NashWelfare"/>, 1 or more:
    /// the more, the nearer to the best, in time in proportion. Default: 500.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Rounds
    {
        get => _rounds;
        init =>
            _rounds = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Rounds), value, "there must be a round at least");
    }
}
