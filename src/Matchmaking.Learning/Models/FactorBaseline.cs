using System.ComponentModel;

namespace Matchmaking.Learning.Internal;

/// <summary>
/// Logistic matrix factorisation by ids alone (Johnson 2014), as something to compare with. There is no promise of compatibility.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FactorBaseline
{
    /// <summary>The log odds that one says yes to another, by their positions.</summary>
    /// <param name="from">Who answered.</param>
    /// <param name="to">About whom.</param>
    /// <param name="yes">What they said.</param>
    /// <param name="seed">Of the fit.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Func<int, int, double> Fit(int[] from, int[] to, bool[] yes, int seed, CancellationToken cancellationToken)
    {
        var data = new TrainingData
        {
            Columns = 0,
            Values = [],
            Labels = Array.ConvertAll(yes, answer => answer ? 1f : 0f),
            Weights = Array.ConvertAll(yes, _ => 1f),
            FromEffects = from,
            ToEffects = to,
        };
        CompiledFactors model = FactorModel.Train(data, new FactorOptions(), seed, cancellationToken);
        return (asker, asked) => model.Logit([], asker, asked);
    }
}
