namespace Matchmaking.Optimization;

/// <summary>
/// A stable matching with transferable utility, as far as it was scaled: how strongly each pair is matched, and how often each stays alone.
/// Never changes; any number of threads may read it.
/// </summary>
public sealed record TransferableUtilityFit
{
    internal TransferableUtilityFit(float[] kernel, float[] left, float[] right) =>
        (KernelArray, LeftArray, RightArray) = (kernel, left, right);

    /// <summary>By pair: K = exp(value ÷ β).</summary>
    public ReadOnlySpan<float> Kernel => KernelArray;

    /// <summary>By left person: A; its square is the share that stays alone.</summary>
    public ReadOnlySpan<float> LeftFactors => LeftArray;

    /// <summary>By right person: B; its square is the share that stays alone.</summary>
    public ReadOnlySpan<float> RightFactors => RightArray;

    /// <summary>How often both sides were scaled.</summary>
    public required int Rounds { get; init; }

    /// <summary>Whether the factors stood still in the end, to a relative change of 10⁻⁴; otherwise the rounds were used up.</summary>
    public required bool IsSettled { get; init; }

    internal float[] KernelArray { get; }

    internal float[] LeftArray { get; }

    internal float[] RightArray { get; }

    /// <summary>How strongly a pair is matched, A·K·B: a person's pairs and staying alone sum to 1 where the fit has settled.</summary>
    /// <param name="market">The market that was fitted.</param>
    /// <param name="pair">The number of the pair.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pair.</exception>
    /// <exception cref="ArgumentException">The market is another one: it has not as many pairs and persons.</exception>
    public double MatchShare(TwoSidedMarket market, int pair)
    {
        ArgumentNullException.ThrowIfNull(market);
        if (market.PairCount != KernelArray.Length || market.LeftCount != LeftArray.Length || market.RightCount != RightArray.Length)
            throw new ArgumentException("the market is not the one that was fitted", nameof(market));
        return (double)LeftArray[market.LeftOf(pair)] * KernelArray[pair] * RightArray[market.RightOf(pair)];
    }
}
