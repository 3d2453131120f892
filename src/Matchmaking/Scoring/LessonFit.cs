using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>How well what one teaches fits what another wants to learn, by the gap of their levels.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LessonFit
{
    /// <summary>
    /// In [0, 1]: the fits of the topics, weighed by their importance to the learner. 0 where nothing is taught that is wanted.
    /// </summary>
    /// <param name="learns">Ascending by topic, with the levels that the learner has.</param>
    /// <param name="teaches">Ascending by topic, with the levels of the teacher.</param>
    public static double Of(IReadOnlyList<TopicLevel> learns, IReadOnlyList<TopicLevel> teaches)
    {
        double fit = 0;
        double total = 0;
        for (int l = 0, t = 0; l < learns.Count; l++)
        {
            total += learns[l].Importance;
            while (t < teaches.Count && teaches[t].Topic < learns[l].Topic)
                t++;
            if (t < teaches.Count && teaches[t].Topic == learns[l].Topic)
                fit += learns[l].Importance * OfGap(teaches[t].Level - learns[l].Level);
        }

        return total > 0 ? fit / total : 0;
    }

    /// <summary>
    /// A mentor two or three levels ahead remembers the way; one level ahead has less to give, and an expert speaks past a beginner.
    /// </summary>
    internal static double OfGap(int gap) =>
        gap switch
        {
            <= 0 => 0,
            1 => .6,
            2 or 3 => 1,
            4 => .9,
            _ => .8,
        };
}
