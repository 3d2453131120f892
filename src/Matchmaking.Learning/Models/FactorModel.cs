namespace Matchmaking.Learning;

/// <summary>
/// Logistic matrix factorisation (Johnson 2014) with biases of both sides: who says yes often, who is told yes often, and taste in few
/// dimensions. Knows members only, no columns. Fitted by stochastic descent with a step of its own for each parameter (AdaGrad, Duchi et
/// al. 2011).
/// </summary>
internal static class FactorModel
{
    /// <summary>The same data, options and seed give the same model, bit for bit.</summary>
    /// <exception cref="ArgumentException">The data are not well formed or have no member codes.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static CompiledFactors Train(TrainingData data, FactorOptions options, int seed, CancellationToken cancellationToken)
    {
        data.Check();
        if (data.FromEffects is not { } from || data.ToEffects is not { } to)
            throw new ArgumentException("a factor model needs the codes of both sides' members", nameof(data));
        if (BaseRate.OfOneClass(data))
            return new CompiledFactors(data.Columns, BaseRate.Logit(data), 0, [], [], [], []);
        var random = new Random(seed);
        var askers = new FactorSide(data, from, options, random);
        var asked = new FactorSide(data, to, options, random);
        double intercept = BaseRate.Logit(data),
            interceptSquares = 1e-8;
        int[] order = [.. Enumerable.Range(0, data.Rows)];
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            for (int i = 0; i < order.Length; i++)
            {
                if (i % 4096 == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                int row = order[i],
                    a = from[row],
                    b = to[row];
                double logit = intercept + askers.Bias(a) + asked.Bias(b) + FactorSide.Product(askers, a, asked, b);
                double slope = data.Weights[row] * ((1 / (1 + Math.Exp(-logit))) - data.Labels[row]);
                intercept -= FactorSide.Step(slope, ref interceptSquares, options.LearningRate);
                FactorSide.Descend(askers, a, asked, b, slope);
            }
        }

        return new CompiledFactors(data.Columns, intercept, options.Dimensions, askers.Biases, asked.Biases, askers.Factors, asked.Factors);
    }
}
