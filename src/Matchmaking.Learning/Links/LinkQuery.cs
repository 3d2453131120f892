namespace Matchmaking.Learning;

/// <summary>A question of the past as rows to train on.</summary>
/// <param name="Values">The rows one after another; what was chosen first.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Chosen">When each that was chosen was.</param>
internal sealed record LinkQuery(float[] Values, int Rows, DateTimeOffset[] Chosen)
{
    /// <summary>From when on what was chosen is not known yet; null: never.</summary>
    public DateTimeOffset? Until { get; init; }

    public int Positives => Until is { } until ? Chosen.Count(time => time < until) : Chosen.Length;

    /// <summary>1 for what was chosen, 0 for what was not, or not yet.</summary>
    public float Label(int row) => row < Chosen.Length && !(Chosen[row] >= Until) ? 1 : 0;
}
