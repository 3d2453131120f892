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
        var shown = new PartScore[parts.Count];
        int named = 0,
            last = shown.Length;
        for (int i = 0; i < parts.Count; i++)
        {
            if (Shows(side, known, parts[i].Part))
                shown[named++] = parts[i];
            else
                shown[--last] = parts[i];
        }

        if (named == shown.Length)
            return parts;
        shown.AsSpan(0, named).Sort(static (a, b) => Precedes(a, b));
        // One alone would be told by what all others leave of the score.
        if (shown.Length - named == 1 && named > 0)
            named--;
        PartScore others = AsOne(shown.AsSpan(named));
        Array.Resize(ref shown, named + 1);
        shown[named] = others;
        return shown;
    }

    private static int Precedes(PartScore a, PartScore b) =>
        Share(b).CompareTo(Share(a)) is var byShare and not 0 ? byShare : string.CompareOrdinal(a.Part.Name, b.Part.Name);

    private static bool Shows(Side side, PartSet known, ScorePart part) =>
        known.Find(part) is { } of
            ? side.Shows(of)
            : part != ScorePart.Profile || !(side.ReaderProfile.HidesAttributes || side.OtherProfile.HidesAttributes);

    /// <summary>What a part would add if both sides counted alike; it depends on nothing but the part.</summary>
    private static double Share(PartScore part) => part.Weight * (part.Forward + part.Backward);

    private static PartScore AsOne(ReadOnlySpan<PartScore> parts)
    {
        double weight = 0,
            forward = 0,
            backward = 0,
            contribution = 0;
        foreach (PartScore part in parts)
        {
            (weight, contribution) = (weight + part.Weight, contribution + part.Contribution);
            (forward, backward) = (forward + (part.Weight * part.Forward), backward + (part.Weight * part.Backward));
        }

        return new PartScore
        {
            Part = ScorePart.Other,
            Forward = weight > 0 ? Math.Min(1, forward / weight) : 0,
            Backward = weight > 0 ? Math.Min(1, backward / weight) : 0,
            Weight = weight,
            Contribution = contribution,
        };
    }
}
