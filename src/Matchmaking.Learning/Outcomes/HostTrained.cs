using System.Globalization;

namespace Matchmaking.Learning;

/// <summary>What a host's trainer made: as bytes, and read from them.</summary>
internal sealed class HostTrained
{
    private readonly Func<ReadOnlySpan<float>, double> _score;

    private HostTrained(string trainer, byte[] bytes, Func<ReadOnlySpan<float>, double> score) =>
        (Trainer, Bytes, _score) = (trainer, bytes, score);

    public string Trainer { get; }

    public byte[] Bytes { get; }

    /// <summary>Null: there was too little to learn from.</summary>
    public static HostTrained? Train(
        IModelTrainer trainer,
        IReadOnlyList<string> columns,
        TrainingData data,
        int seed,
        CancellationToken cancellationToken
    ) => trainer.Train(columns, data.Values, data.Labels, data.Weights, seed, cancellationToken) is { } bytes ? Read(trainer, bytes) : null;

    public static HostTrained Read(IModelTrainer trainer, byte[] bytes) =>
        new(
            trainer.Name,
            bytes,
            trainer.Read(bytes) ?? throw new InvalidOperationException($"The trainer '{trainer.Name}' read no model from its own bytes.")
        );

    /// <summary>The log-odds that the answer is yes.</summary>
    public double Logit(ReadOnlySpan<float> row)
    {
        double logit = _score(row);
        return double.IsFinite(logit)
            ? logit
            : throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A model of the trainer '{Trainer}' gave {logit}: log-odds are finite numbers."
                )
            );
    }
}
