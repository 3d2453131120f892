namespace Matchmaking.Learning;

/// <summary>
/// How the logistic model is shrunk. Variances are those of the normal prior on a coefficient: the smaller, the closer to 0.
/// </summary>
internal sealed record LogisticOptions
{
    /// <summary>Of the coefficient of a standardised column (C in the terms of scikit-learn).</summary>
    public double ColumnVariance
    {
        get;
        init => field = Guard.Positive(value, 1e6);
    } = .01;

    /// <summary>Whether the members of both sides get an effect each, beside the columns.</summary>
    public bool MemberEffects { get; init; }

    /// <summary>Of a member's effect.</summary>
    public double EffectVariance
    {
        get;
        init => field = Guard.Positive(value, 1e6);
    } = .7;
}
