namespace Matchmaking.Live;

/// <summary>
/// A model on its way: being learned, read or bound. Whoever leaves meanwhile is forgotten by it, also where somebody came back under their
/// id, who is somebody new. Guarded by the lock of changes.
/// </summary>
internal sealed class ComingModel
{
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private IModel? _model;

    public void Forget(string id)
    {
        _left.Add(id);
        _model?.Forget(id);
    }

    /// <summary>Takes the model, which nobody else has yet.</summary>
    public void Arrive(IModel model)
    {
        _model = model;
        foreach (string id in _left)
            model.Forget(id);
    }
}
