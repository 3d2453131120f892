using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>Who was where and when, each once: the participations made comparable.</summary>
/// <remarks>
/// An event is one occasion. In what lasts, every day on which anybody takes part is one, so that a hundred posts of one day count once;
/// an undated membership is one occasion at full weight. Who hides where they take part is left out: of what is fitted to all visits,
/// and suggested from them, nothing may tell on them.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AttendanceLog
{
    private const int Undated = int.MinValue;

    internal AttendanceLog(Community community, ActivityTree tree)
    {
        Dictionary<(int Activity, int Day), int> occasions = [];
        Dictionary<(int Member, int Occasion), int> seen = [];
        HashSet<(int Member, int Activity)> participants = [];
        List<Occasion> occasionList = [];
        List<Visit> visits = [];
        int[] sizes = new int[tree.Activities.Count];
        foreach (Participation participation in community.Participations)
        {
            int member = community.IndexOf(participation.MemberId),
                activity = tree.IndexOf(participation.ActivityId);
            if (community.Members[member].Hides(MemberField.Activities) || community.Members[member].WithholdsActivities)
                continue;
            DateTimeOffset? time = participation.Time ?? tree.Activities[activity].Time;
            int day = tree.Lasts(activity) && time is { } t ? (int)(t.UtcTicks / TimeSpan.TicksPerDay) : Undated;
            if (!occasions.TryGetValue((activity, day), out int occasion))
            {
                occasions.Add((activity, day), occasion = occasionList.Count);
                occasionList.Add(new Occasion(activity, time));
            }

            if (participants.Add((member, activity)))
                sizes[activity]++;
            if (time > occasionList[occasion].Time)
                occasionList[occasion] = new Occasion(activity, time);
            if (seen.TryGetValue((member, occasion), out int at))
                visits[at] = time > visits[at].Time ? visits[at] with { Time = time } : visits[at];
            else
            {
                seen.Add((member, occasion), visits.Count);
                visits.Add(new Visit(member, occasion, time));
            }
        }

        (Occasions, Visits, Sizes) = (occasionList, visits, sizes);
    }

    /// <summary>When what took place.</summary>
    public IReadOnlyList<Occasion> Occasions { get; }

    /// <summary>Who came to which occasion.</summary>
    public IReadOnlyList<Visit> Visits { get; }

    /// <summary>How many members take part in each activity itself, not only in something that it contains.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <param name="Activity">Of which activity it is.</param>
    /// <param name="Time">When; null: unknown.</param>
    public readonly record struct Occasion(int Activity, DateTimeOffset? Time);

    /// <param name="Member">Who came.</param>
    /// <param name="Occasion">To which occasion.</param>
    /// <param name="Time">When; null: unknown.</param>
    public readonly record struct Visit(int Member, int Occasion, DateTimeOffset? Time);
}
