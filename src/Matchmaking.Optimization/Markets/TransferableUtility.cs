namespace Matchmaking.Optimization;

/// <summary>
/// The stable matching with transferable utility (Choo and Siow 2006), whose pairs are A·K·B with K = exp(value ÷ β): scaled until each
/// person's pairs and staying alone sum to one (iterative proportional fitting, Galichon and Salanié 2022, a Sinkhorn iteration with
/// singles). A pair's value is the probability that both like; on long lists the published β = 1 with the sum of likings leaves more to
/// chance than to liking, and brings fewer matches than their product does.
/// </summary>
/// <remarks>
/// The same market has the same answer, on any number of threads. Keeps no state: any number of threads may call it, also on the same
/// market. A call runs on the task scheduler on which it is begun, on all its threads.
/// </remarks>
public static class TransferableUtility
{
    internal const double DefaultTemperature = 0.1;

    // Rankings stand long before the last digit does.
    private const int MostRounds = 100;
    private const double Tolerance = 1e-4;

    /// <summary>Scales both sides until they stand still, at most 100 times.</summary>
    /// <param name="market">Who is on whose list, and how much they like each other.</param>
    /// <param name="temperature">
    /// β, above 0: the less, the more it is liking that decides, and the longer it takes to settle. Below .012 the kernel of two who surely
    /// like each other is beyond single precision.
    /// </param>
    /// <param name="cancellationToken">Ends the fit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is not above 0, or not finite.</exception>
    /// <exception cref="OperationCanceledException">The fit was ended.</exception>
    public static TransferableUtilityFit Fit(
        TwoSidedMarket market,
        double temperature = DefaultTemperature,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(market);
        if (!(temperature > 0) || !double.IsFinite(temperature))
            throw new ArgumentOutOfRangeException(nameof(temperature), temperature, "the temperature must be above 0 and finite");
        float[] kernel = new float[market.PairCount];
        for (int pair = 0; pair < kernel.Length; pair++)
            kernel[pair] = (float)Math.Exp(market.LeftLikes[pair] * market.RightLikes[pair] / temperature);
        // The same by right person: each side's sums then read straight on.
        float[] turned = new float[kernel.Length];
        int[] lefts = new int[kernel.Length];
        for (int entry = 0; entry < turned.Length; entry++)
        {
            int pair = market.RightPairs[entry];
            (turned[entry], lefts[entry]) = (kernel[pair], market.Lefts[pair]);
        }

        float[] left = new float[market.LeftCount];
        float[] right = new float[market.RightCount];
        Array.Fill(left, 1);
        Array.Fill(right, 1);
        int round = 0;
        double moved = double.MaxValue;
        for (; round < MostRounds && moved > Tolerance; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double movedLeft = Scale(left, market.LeftStarts, market.Rights, kernel, right);
            moved = Math.Max(movedLeft, Scale(right, market.RightStarts, lefts, turned, left));
        }

        return new TransferableUtilityFit(kernel, left, right) { Rounds = round, IsSettled = moved <= Tolerance };
    }

    /// <summary>Solves a² + a·ΣKb = 1 for each of one side; the greatest relative change.</summary>
    private static double Scale(float[] side, int[] starts, int[] others, float[] kernel, float[] factors)
    {
        const int Chunk = 1024;
        double[] moved = new double[(side.Length + Chunk - 1) / Chunk];
        Parallel.For(0, moved.Length, ParallelWork.Here(), chunk =>
        {
            double most = 0;
            int end = Math.Min((chunk + 1) * Chunk, side.Length);
            for (int person = chunk * Chunk; person < end; person++)
            {
                ReadOnlySpan<int> whom = others.AsSpan(starts[person]..starts[person + 1]);
                ReadOnlySpan<float> weights = kernel.AsSpan(starts[person], whom.Length);
                (double even, double odd) = (0, 0);
                int i = 0;
                for (; i + 1 < whom.Length; i += 2)
                {
                    even += weights[i] * factors[whom[i]];
                    odd += weights[i + 1] * factors[whom[i + 1]];
                }

                if (i < whom.Length)
                    even += weights[i] * factors[whom[i]];
                double half = (even + odd) / 2;
                // √(1 + h²) − h without the loss of digits where h is great.
                float factor = (float)(1 / (Math.Sqrt(1 + (half * half)) + half));
                most = Math.Max(most, Math.Abs(factor - side[person]) / factor);
                side[person] = factor;
            }

            moved[chunk] = most;
        });
        return moved.DefaultIfEmpty().Max();
    }
}
