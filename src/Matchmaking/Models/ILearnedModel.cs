using System.Collections.Frozen;

namespace Matchmaking;

/// <summary>
/// A model of a host's own, such as a service that it runs already, in place of what <c>Learn</c> of the package
/// <c>Matchmaking.Learning</c> makes: how likely it is that an introduction ends well. Put in use by
/// <see cref="Matchmaker.UseModel(ILearnedModel)"/>.
/// </summary>
/// <remarks>
/// It is asked from several threads at once, often for every member of the community in one call, so it should answer from memory. Rules
/// such as blocks, pauses and languages hold whatever it says. Check an implementation by <c>LearnedModelContract</c> of the package
/// <c>Matchmaking.Testing</c>.
/// </remarks>
public interface ILearnedModel
{
    /// <summary>What it is called in messages; not empty, and always the same.</summary>
    string Name { get; }

    /// <summary>Whether it scores introductions of a kind; by default all. The rules score the others.</summary>
    /// <param name="kind">What the introductions are for.</param>
    bool Serves(IntroductionKind kind) => true;

    /// <summary>
    /// The probability, in [0, 1], that an introduction of the one to the other is a success for the one who is asked for. What is not in
    /// that range, or no number, is refused with an exception that names the model.
    /// </summary>
    /// <remarks>
    /// Of a pair both ways are asked. Its score is their mean by <see cref="MatchmakerOptions.Reciprocity"/>: near the lower of the two,
    /// and as high as they are where they agree.
    /// </remarks>
    /// <param name="from">For whom it would be a success.</param>
    /// <param name="to">The other one.</param>
    /// <param name="moment">When the introduction would be made.</param>
    double Probability(Member from, Member to, DateTimeOffset moment);

    /// <summary>
    /// By how much each part of a score moves the probability, as far as the model can tell; by default nothing. What is left of the
    /// probability stands under <see cref="ScorePart.Baseline"/>, which must not be among them.
    /// </summary>
    /// <param name="from">For whom it would be a success.</param>
    /// <param name="to">The other one.</param>
    /// <param name="moment">When the introduction would be made.</param>
    IReadOnlyDictionary<ScorePart, double> Explain(Member from, Member to, DateTimeOffset moment) =>
        FrozenDictionary<ScorePart, double>.Empty;
}
