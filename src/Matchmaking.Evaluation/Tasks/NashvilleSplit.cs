using System.Collections.Frozen;

namespace Matchmaking.Evaluation;

/// <summary>The Nashville data cut in two: a community of what came before, and what its members did afterwards.</summary>
internal sealed class NashvilleSplit
{
    /// <summary>The cut of the published protocol.</summary>
    public static readonly DateTimeOffset TestCut = new(2017, 8, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan s_activeWithin = TimeSpan.FromDays(180);

    /// <param name="data">All of the data.</param>
    /// <param name="cut">What is not before it is label.</param>
    /// <param name="end">Where the labels end; null: with the data.</param>
    public NashvilleSplit(NashvilleMeetup data, DateTimeOffset cut, DateTimeOffset? end = null)
    {
        Cut = cut;
        Community = data.AsOf(cut);
        ActivityIndex = Community.Activities.Index().ToFrozenDictionary(a => a.Item.Id, a => a.Index);
        Attended = [.. Community.Members.Select(_ => new List<int>())];
        Groups = [.. Community.Members.Select(_ => new HashSet<int>())];
        var last = new DateTimeOffset[Community.Members.Count];
        var attendees = new List<int>[Community.Activities.Count];
        foreach (NashvilleMeetup.Rsvp rsvp in data.Rsvps.Where(rsvp => rsvp.Event.Time < cut))
        {
            int member = MemberIndex(rsvp.Member);
            int activity = ActivityIndex[NashvilleMeetup.EventId(rsvp.Event.Id)];
            Attended[member].Add(activity);
            Groups[member].Add(ActivityIndex[NashvilleMeetup.GroupId(rsvp.Event.Group)]);
            (attendees[activity] ??= []).Add(member);
            last[member] = rsvp.Event.Time > last[member] ? rsvp.Event.Time : last[member];
        }

        Attendees = [.. attendees.Select(list => list?.ToArray() ?? [])];
        Active = [.. Enumerable.Range(0, last.Length).Where(m => Attended[m].Count >= 3 && last[m] >= cut - s_activeWithin)];
        After =
        [
            .. data
                .Rsvps.Where(rsvp => rsvp.Event.Time >= cut && !(rsvp.Event.Time >= end))
                .GroupBy(rsvp => rsvp.Event)
                .Select(e => new LaterEvent(e.Key.Id, e.Key.Group, e.Key.Time, [.. e.Select(rsvp => rsvp.Member)]))
                .OrderBy(e => e.Time)
                .ThenBy(e => e.Id),
        ];
    }

    public DateTimeOffset Cut { get; }

    public Community Community { get; }

    /// <summary>Position in the community's activities by id.</summary>
    public FrozenDictionary<string, int> ActivityIndex { get; }

    /// <summary>The events that each member attended before the cut.</summary>
    public IReadOnlyList<List<int>> Attended { get; }

    /// <summary>The groups of which each member attended an event before the cut.</summary>
    public IReadOnlyList<HashSet<int>> Groups { get; }

    /// <summary>Who attended each activity before the cut; by position in the community's activities.</summary>
    public IReadOnlyList<int[]> Attendees { get; }

    /// <summary>The active pool: at least three RSVPs before the cut, the last of them within 180 days.</summary>
    public IReadOnlyList<int> Active { get; }

    /// <summary>
    /// The events after the cut with those who said yes, in order of time; members by the ids of the data, since some are new.
    /// </summary>
    public IReadOnlyList<LaterEvent> After { get; }

    public int MemberIndex(int id) => Community.IndexOf(NashvilleMeetup.MemberId(id));

    public bool TryMemberIndex(int id, out int index) => Community.TryIndexOf(NashvilleMeetup.MemberId(id), out index);

    /// <summary>Everybody with whom a member ever shared an event before the cut, of any size; themselves among them.</summary>
    public HashSet<int> Met(int member) => [member, .. Attended[member].SelectMany(e => Attendees[e])];

    public sealed record LaterEvent(int Id, int Group, DateTimeOffset Time, int[] Members);
}
