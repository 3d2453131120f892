namespace Matchmaking;

public sealed partial class Matchmaker
{
    /// <summary>
    /// Scores introductions by a model of the host's own from now on, in place of the rules or of what was learned; what the model does not
    /// serve, activities and groups the rules score. No model of its own is in snapshots: give it again after loading.
    /// </summary>
    /// <remarks>
    /// Calls go on meanwhile, and see the model when it is complete. What it throws comes out of the call as it was thrown. Learning later
    /// puts what it makes in its place.
    /// </remarks>
    /// <param name="model">The model.</param>
    /// <returns>This matchmaker.</returns>
    /// <exception cref="ArgumentException">The model has no name.</exception>
    /// <exception cref="InvalidOperationException">
    /// It gave what is no probability in [0, 1]; the message names it, and nothing is changed. Calls throw the same later.
    /// </exception>
    public Matchmaker UseModel(ILearnedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (string.IsNullOrWhiteSpace(model.Name))
            throw new ArgumentException("The model has no name.", nameof(model));
        Adopt(() => new HostModel(model), CancellationToken.None);
        return this;
    }
}
