using System.Globalization;

namespace Matchmaking;

/// <summary>
/// A host's own part of a score, given in <see cref="MatchmakerOptions.Parts"/> with a weight in <see cref="PartWeights.Others"/>. It
/// counts wherever the rules score a pair by the weights of a kind; a learned model knows it by the rules' score. Called from several
/// threads; the same question has the same answer as long as the two members stay as they are.
/// </summary>
/// <remarks>
/// In communities of more than some 500 members not everybody is scored: who cannot be in the answer by the bounds of all parts is left
/// out. A part without <see cref="UpperBound"/> is taken to be 1 for everybody, and the answer is the same; but the larger its weight, the
/// more members have to be scored to know it, up to all of them. What <see cref="Value"/> takes is paid for each pair that is scored, and
/// what <see cref="UpperBound"/> takes for each member of the community.
/// </remarks>
public interface IScorePart
{
    /// <summary>Its name, which is none of the library's own.</summary>
    ScorePart Part { get; }

    /// <summary>What each of two gains from meeting the other, by this part.</summary>
    /// <param name="from">The member who is asked for.</param>
    /// <param name="to">The candidate.</param>
    /// <param name="moment">When it is asked.</param>
    /// <returns>Both values in [0, 1]; with the members exchanged, the same values exchanged.</returns>
    DirectedValue Value(Member from, Member to, DateTimeOffset moment);

    /// <summary>
    /// What neither of the two values of <see cref="Value"/> is above, in [0, 1]; worth writing where it takes less time than they.
    /// </summary>
    /// <param name="from">The member who is asked for.</param>
    /// <param name="to">The candidate.</param>
    /// <param name="moment">When it is asked.</param>
    /// <returns>By default 1: nothing is known.</returns>
    double UpperBound(Member from, Member to, DateTimeOffset moment) => 1;

    /// <summary>
    /// Whether a member tells anything that the part is computed from. If nobody does, the part has no weight. Members are asked one after
    /// the other until one does, once after each change of the community.
    /// </summary>
    /// <param name="member">The member.</param>
    /// <returns>By default true.</returns>
    bool HasData(Member member) => true;

    /// <summary>
    /// Why the reader should meet the other, in a whole sentence. Asked only where the part adds to what the reader gains. Both are
    /// given as others see them (<see cref="Member.ShownToOthers"/>): what they hide, block or pause is not among it.
    /// </summary>
    /// <param name="reader">Who reads it.</param>
    /// <param name="other">Whom they should meet.</param>
    /// <param name="culture">The reader's language.</param>
    /// <returns>The sentence; null: none, as by default.</returns>
    string? Reason(Member reader, Member other, CultureInfo culture) => null;
}
