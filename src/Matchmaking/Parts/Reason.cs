namespace Matchmaking;

/// <summary>One reason for an introduction, as one of its two sides reads it.</summary>
/// <param name="Part">The part of the score that it tells of.</param>
/// <param name="Strength">How much the part adds to this side's gain, in [0, 1].</param>
/// <param name="Topics">The topics, activities or languages that count, as their owners wrote them; never one from a hidden field.</param>
/// <param name="Text">The reason in words, in the reader's language.</param>
public sealed record Reason(ScorePart Part, double Strength, IReadOnlyList<string> Topics, string Text)
{
    /// <summary>Whole sentences, one after the other.</summary>
    internal static string InOneLine(IEnumerable<Reason> reasons) => string.Join(' ', reasons.Select(reason => reason.Text));
}
