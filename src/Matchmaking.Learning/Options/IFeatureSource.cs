namespace Matchmaking.Learning;

/// <summary>
/// Columns of a host's own for learning from outcomes: what it knows of two members beside what they tell, such as a distance by public
/// transport. Given by <see cref="LearningOptions.FeatureSources"/>.
/// </summary>
/// <remarks>
/// It is asked from several threads at once, for every pair that is learned from and, once a model that uses it serves, for every pair that
/// is scored, so it should answer from memory. A model that was learned with it is refused where it is not given again. What it throws
/// comes out of the call as it was thrown.
/// </remarks>
public interface IFeatureSource
{
    /// <summary>What it is called in models and reports: not empty, unique among the sources given, and always the same.</summary>
    string Name { get; }

    /// <summary>What its columns are called: at least one and at most 1,000, unique, and always the same, in the same order.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>The values for a directed pair, as they were known at a moment: what came later must not show.</summary>
    /// <param name="from">The member who asks, and decides whether the introduction is a success.</param>
    /// <param name="to">The other one.</param>
    /// <param name="moment">The moment: of an introduction that is learned from, or of the call.</param>
    /// <param name="row">
    /// Takes a value a column. It holds <see cref="float.NaN"/> when handed in, which is a value that is missing; an infinite value is
    /// refused with an exception that names the source.
    /// </param>
    void Write(Member from, Member to, DateTimeOffset moment, Span<float> row);
}
