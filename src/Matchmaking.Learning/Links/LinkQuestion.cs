namespace Matchmaking.Learning;

/// <summary>A question of the past whose answer is known: who or what might have been chosen, and what was. For one thread.</summary>
/// <param name="candidates">What might have been chosen.</param>
/// <param name="chosen">What was, with the moment.</param>
internal abstract class LinkQuestion(int[] candidates, IReadOnlyDictionary<int, DateTimeOffset> chosen) : IDisposable
{
    public int[] Candidates => candidates;

    public IReadOnlyDictionary<int, DateTimeOffset> Chosen => chosen;

    /// <summary>The rules' score of a candidate, in [0, 1].</summary>
    public abstract double Rules(int candidate);

    /// <summary>What a model sees of a candidate.</summary>
    public abstract void Write(int candidate, Span<float> row);

    public abstract void Dispose();
}
