namespace Matchmaking.Indexing;

/// <summary>
/// How active some members are at most, now and ever since: a cache of upper bounds, shared by an index and all that came of it by changes.
/// </summary>
/// <remarks>
/// Bounds only ever rise, and are raised before the index that needs it is published. So a reader of an older index sees a bound that may
/// be higher than it need be, never one that is too low. One writer at a time raises them; any number of threads read.
/// </remarks>
/// <param name="levels">How active each is, from 0 to 1.</param>
internal sealed class ActivityBounds(IReadOnlyCollection<double> levels)
{
    private readonly float[] _bounds = [.. levels.Select(Bound)];

    public ReadOnlySpan<float> Values => _bounds;

    /// <summary>Raises a bound where the level is above it. By the writer alone.</summary>
    public void Raise(int row, double level) => _bounds[row] = Math.Max(_bounds[row], Bound(level));

    /// <summary>Never less in single precision.</summary>
    private static float Bound(double level) => (float)(level * (1 + 1e-6));
}
