using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// How far levels on offer cover levels wanted: for each need the share of the wanted level that is there, at most 1, averaged by the
/// needs' importance.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Coverage
{
    /// <summary>How far offers cover needs, in [0, 1], weighed by importance and levels.</summary>
    public static double Of(IReadOnlyList<TopicLevel> needs, IReadOnlyList<TopicLevel> offers)
    {
        if (needs.Count == 0 || offers.Count == 0)
            return 0;

        double met = 0;
        double total = 0;
        for (int n = 0, o = 0; n < needs.Count; n++)
        {
            TopicLevel need = needs[n];
            total += need.Importance;
            while (o < offers.Count && offers[o].Topic < need.Topic)
                o++;
            if (o < offers.Count && offers[o].Topic == need.Topic)
                met += need.Importance * Met(need, offers[o]);
        }

        return met / total;
    }

    internal static double Met(TopicLevel need, TopicLevel offer) => Math.Min(1.0, offer.Level / (double)need.Level);
}
