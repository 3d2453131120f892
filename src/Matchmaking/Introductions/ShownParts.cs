namespace Matchmaking.Introductions;

/// <summary>
/// The parts of a score as they may be told. What rests on a field that either of the two hides is told as one
/// (<see cref="ScorePart.Other"/>), and never alone: where it would be, the weakest of the others is told with it. The order of those that
/// are told by name does not depend on what is hidden.
/// </summary>
internal static class ShownParts
{
    /// <param name="side">The two; which of them reads does not matter.</param>
    /// <param name="parts">All parts, forward being the query's member.</param>
    public static IReadOnlyList<PartScore> Of(Side side, IReadOnlyList<PartScore> parts)
    {
        if (!side.HidesAnything)
            return parts;
        PartSet known = PartSet.Of(side.Index);
        PartScore[] shown = [.. parts.Where(part => Shows(side, known, part.Part)).OrderByDescending(Share).ThenBy(part => part.Part.Name)];
        int hidden = parts.Count - shown.Length;
        if (hidden == 0)
            return parts;
        int named = hidden == 1 && shown.Length > 0 ? shown.Length - 1 : shown.Length;
        PartScore[] others = [.. parts.Where(part => Array.IndexOf(shown, part) is var at && (at < 0 || at >= named))];
        return [.. shown[..named], AsOne(others)];
    }

    private static bool Shows(Side side, PartSet known, ScorePart part) =>
        known.Find(part) is { } of
            ? side.Shows(of)
            : part != ScorePart.Profile || !(side.ReaderProfile.HidesAttributes || side.OtherProfile.HidesAttributes);

    /// <summary>What a part would add if both sides counted alike; it depends on nothing but the part.</summary>
    private static double Share(PartScore part) => part.Weight * (part.Forward + part.Backward);

    private static PartScore AsOne(PartScore[] parts)
    {
        double weight = parts.Sum(part => part.Weight);
        return new PartScore
        {
            Part = ScorePart.Other,
            Forward = Mean(part => part.Forward),
            Backward = Mean(part => part.Backward),
            Weight = weight,
            Contribution = parts.Sum(part => part.Contribution),
        };

        double Mean(Func<PartScore, double> value) => weight > 0 ? parts.Sum(part => part.Weight * value(part)) / weight : 0;
    }
}
