namespace Matchmaking.Network;

/// <summary>
/// Which outcomes brought two together: they met, or rated their meeting, or both said yes. One side's yes is a wish, and a later no takes
/// it back. This is the one place that says so.
/// </summary>
internal static class Meetings
{
    /// <summary>Whether an outcome may change who has met whom.</summary>
    public static bool MayChange(Outcome outcome) => outcome.Kind is not (OutcomeKind.Shown or OutcomeKind.Viewed);

    /// <summary>A member's meetings that outcomes tell of.</summary>
    public static List<Meeting> Of(LiveCommunity community, int member)
    {
        List<Meeting> meetings = [];
        Dictionary<int, (Answer? Own, Answer? Other)>? answers = null;
        for (EventLog<Outcome>.Cursor o = community.Outcomes.From(member); o.MoveNext(); )
            Read(o.Current.Second, o.Current.Row!, o.Position, own: true);
        for (EventLog<Outcome>.Cursor o = community.Outcomes.To(member); o.MoveNext(); )
            Read(o.Current.First, o.Current.Row!, o.Position, own: false);
        foreach ((int other, (Answer? own, Answer? theirs)) in answers ?? [])
        {
            if (own is { IsYes: true } one && theirs is { IsYes: true } two)
            {
                Answer last = two.IsAfter(one) ? two : one;
                meetings.Add(new Meeting(other, null, last.Time, last.Position));
            }
        }

        return meetings;

        void Read(int other, Outcome outcome, int position, bool own)
        {
            if (outcome.Kind is OutcomeKind.Met or OutcomeKind.Rated)
                meetings.Add(new Meeting(other, own, outcome.Time, position));
            if (outcome.Kind is not (OutcomeKind.Accepted or OutcomeKind.Declined))
                return;
            answers ??= [];
            (Answer? before, Answer? beforeOther) = answers.GetValueOrDefault(other);
            var answer = new Answer(outcome.Kind == OutcomeKind.Accepted, outcome.Time, position);
            if (own && (before is not { } known || answer.IsAfter(known)))
                answers[other] = (answer, beforeOther);
            else if (!own && (beforeOther is not { } knownOther || answer.IsAfter(knownOther)))
                answers[other] = (before, answer);
        }
    }

    /// <summary>What one side said. An answer without a time may be of just now, so that it counts as the last.</summary>
    private readonly record struct Answer(bool IsYes, DateTimeOffset? Time, int Position)
    {
        public bool IsAfter(Answer other)
        {
            int later = (Time ?? DateTimeOffset.MaxValue).CompareTo(other.Time ?? DateTimeOffset.MaxValue);
            return later != 0 ? later > 0 : Position > other.Position;
        }
    }
}

/// <summary>Two were brought together.</summary>
/// <param name="Other">The other one.</param>
/// <param name="Own">Whether the member told it, or the other; null: both.</param>
/// <param name="Time">When; null: not known.</param>
/// <param name="Position">The place in the log of what tells it.</param>
internal readonly record struct Meeting(int Other, bool? Own, DateTimeOffset? Time, int Position);
