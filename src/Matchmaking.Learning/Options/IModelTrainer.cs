namespace Matchmaking.Learning;

/// <summary>
/// Trains models of a host's own from outcomes. They are compared with the built-in ones on people and pairs held out, and used where they
/// were clearly better. Given by <see cref="LearningOptions.Trainers"/>.
/// </summary>
/// <remarks>
/// A model is handed on as bytes alone, so that what was compared is what is saved and loaded. A trainer is called from several threads at
/// once. What it throws comes out of the call as it was thrown.
/// </remarks>
public interface IModelTrainer
{
    /// <summary>What it is called in models and reports: not empty, unique among the trainers given, and always the same.</summary>
    string Name { get; }

    /// <summary>Trains a model that tells from a row how likely the answer is yes.</summary>
    /// <param name="columns">What each column is called; a model is always asked with these columns, in this order.</param>
    /// <param name="values">The rows one after another, a value a column: finite, or <see cref="float.NaN"/> where it is missing.</param>
    /// <param name="labels">The answer of each row: 1 is yes, 0 is no.</param>
    /// <param name="weights">How much each row counts, in [0, 1].</param>
    /// <param name="seed">Of whatever it draws at random; the same rows and seed must give the same bytes.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The model, at most 1 GB; null: there is too little to learn from, and the trainer is no candidate.</returns>
    byte[]? Train(
        IReadOnlyList<string> columns,
        ReadOnlySpan<float> values,
        ReadOnlySpan<float> labels,
        ReadOnlySpan<float> weights,
        int seed,
        CancellationToken cancellationToken
    );

    /// <summary>Reads a model that <see cref="Train"/> made.</summary>
    /// <param name="model">The bytes. Those of a file may have been made to do harm.</param>
    /// <returns>
    /// From a row to the log-odds that the answer is yes: a finite number, anything else is refused with an exception that names the
    /// trainer. They are calibrated afterwards. Called from several threads at once.
    /// </returns>
    /// <exception cref="InvalidDataException">The bytes are no model of this trainer.</exception>
    Func<ReadOnlySpan<float>, double> Read(ReadOnlyMemory<byte> model);
}
