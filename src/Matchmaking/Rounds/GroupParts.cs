namespace Matchmaking.Rounds;

/// <summary>
/// The parts of those who take part that no group can mix: by their languages, their hours, the rules. Each is divided by itself, so that
/// all together serve as many as each alone.
/// </summary>
internal static class GroupParts
{
    /// <summary>So many pairs are asked about; where that does not tell the parts, all are one.</summary>
    private const int MostAsked = 400_000;

    /// <summary>The parts, each a list of units in order, in the order of their first ones.</summary>
    public static IReadOnlyList<int[]> Of(RoundContext context, GroupUnits units, GroupConstraints constraints)
    {
        // Breadth first over those who are in no part yet: where everybody may meet nearly everybody, one member finds nearly all.
        List<int> left = [.. Enumerable.Range(0, units.All.Count)];
        List<int[]> parts = [];
        int asked = 0;
        while (left.Count > 0)
        {
            List<int> part = [left[0]];
            left.RemoveAt(0);
            for (int i = 0; i < part.Count && left.Count > 0; i++)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                asked += left.Count;
                if (asked > MostAsked)
                    return
                    [
                        [.. Enumerable.Range(0, units.All.Count)],
                    ];
                int[] unit = units.All[part[i]];
                ILookup<bool, int> found = left.ToLookup(other => CanShare(constraints, unit, units.All[other]));
                part.AddRange(found[true]);
                left = [.. found[false]];
            }

            parts.Add([.. part.Order()]);
        }

        return parts;
    }

    private static bool CanShare(GroupConstraints constraints, int[] unit, int[] other) =>
        constraints.AllowsTogether([.. unit, .. other], complete: false)
        && Array.TrueForAll(unit, a => Array.TrueForAll(other, b => constraints.AllowsPair(a, b)));
}
