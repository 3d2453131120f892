using System.Runtime.InteropServices;

namespace Matchmaking.Network;

/// <summary>
/// Adds up what speaks for one member knowing others (<see cref="Acquaintance"/>). Since evidence only fades, it is the same as until when
/// they know each other: a number for each, that no moment has to be asked again. For one thread.
/// </summary>
/// <param name="rule">What counts.</param>
/// <param name="community">Interactions and outcomes.</param>
/// <param name="decay">How visits were decayed.</param>
/// <param name="eventTime">When an event was; null for what lasts.</param>
internal sealed class AcquaintanceBuilder(Acquaintance rule, LiveCommunity community, TimeDecay decay, Func<int, DateTimeOffset?> eventTime)
{
    private static readonly double s_always = Acquaintance.Days(DateTimeOffset.MaxValue);

    private readonly Dictionary<int, int> _at = [];
    private readonly List<(int Other, Evidence Evidence)> _found = [];
    private readonly double _start = Acquaintance.Days(decay.Reference);
    private readonly double _period = rule.Period == TimeSpan.MaxValue ? double.PositiveInfinity : rule.Period.TotalDays;

    /// <summary>
    /// Whom a member knows, or knew when they were last in touch, each with the day until which they know each other.
    /// </summary>
    /// <param name="member">Whose.</param>
    /// <param name="own">The member's visits, by activity.</param>
    /// <param name="present">Each activity's visits, by member; none where it is not small.</param>
    public SparseRow Of(int member, SparseRow own, Func<int, SparseRow> present)
    {
        _at.Clear();
        _found.Clear();
        foreach (EventLog<Interaction>.Entry entry in community.Interactions.From(member))
            Add(entry.Second, entry.Row!, isOut: true);
        foreach (EventLog<Interaction>.Entry entry in community.Interactions.To(member))
            Add(entry.First, entry.Row!, isOut: false);
        foreach (Meeting meeting in Meetings.Of(community, member))
        {
            ref Evidence pair = ref Of(meeting.Other);
            Amount met = Dated(InteractionKinds.Meeting, meeting.Time, ref pair);
            if (meeting.Own is not { } own1)
                pair.Together += met;
            else if (own1)
                pair.MetOut += met;
            else
                pair.MetIn += met;
        }

        for (int i = 0; i < own.Length; i++)
            AddActivity(member, own.Columns[i], own.Values[i], present(own.Columns[i]));
        return Row(member);
    }

    private void Add(int other, Interaction interaction, bool isOut)
    {
        double kind = rule.WeightOf(interaction.Kind),
            weight = kind * interaction.Weight;
        if (weight == 0)
            return;
        ref Evidence pair = ref Of(other);
        if (kind < InteractionKinds.LeastContact)
        {
            double last = pair.LastContact;
            Amount liked = Dated(weight, interaction.Time, ref pair);
            // To like is not to be in touch.
            pair.LastContact = last;
            if (isOut)
                pair.LikedOut += liked;
            else
                pair.LikedIn += liked;
            return;
        }

        Amount amount = Dated(weight, interaction.Time, ref pair);
        if (kind >= InteractionKinds.Meeting && isOut)
            pair.MetOut += amount;
        else if (kind >= InteractionKinds.Meeting)
            pair.MetIn += amount;
        else if (isOut)
            pair.Out += amount;
        else
            pair.In += amount;
    }

    private void AddActivity(int member, int activity, double visits, SparseRow others)
    {
        if (others.Length < 2)
            return;
        double weight = Acquaintance.OfActivity(others.Length);
        DateTimeOffset? time = eventTime(activity);
        bool lasts = community.Tree.Lasts(activity);
        for (int i = 0; i < others.Length; i++)
        {
            if (others.Columns[i] == member)
                continue;
            ref Evidence pair = ref Of(others.Columns[i]);
            pair.Together += lasts ? Lasting(weight, Math.Min(visits, others.Values[i]), ref pair) : Dated(weight, time, ref pair);
        }
    }

    /// <summary>
    /// What lasts counts in full while both take part of late, or as members; else from when the first of them came last.
    /// </summary>
    private Amount Lasting(double weight, double visits, ref Evidence pair)
    {
        if (visits >= 1)
            return new Amount(0, weight);
        double day = visits > 0 ? _start + (decay.HalfLife.TotalDays * Math.Log2(visits)) : double.NegativeInfinity;
        return OnDay(weight, day, ref pair);
    }

    private Amount Dated(double weight, DateTimeOffset? time, ref Evidence pair) =>
        time is { } known ? OnDay(weight, Acquaintance.Days(known), ref pair) : new Amount(0, weight);

    private Amount OnDay(double weight, double day, ref Evidence pair)
    {
        if (double.IsPositiveInfinity(_period))
            return new Amount(0, weight);
        pair.LastContact = Math.Max(pair.LastContact, day);
        pair.Last = Math.Max(pair.Last, day);
        return new Amount(weight * Math.Pow(2, Math.Clamp((day - _start) / _period, -900, 900)), 0);
    }

    private ref Evidence Of(int other)
    {
        ref int at = ref CollectionsMarshal.GetValueRefOrAddDefault(_at, other, out bool known);
        if (!known)
        {
            at = _found.Count;
            _found.Add((other, new Evidence { Last = double.NegativeInfinity, LastContact = double.NegativeInfinity }));
        }

        return ref CollectionsMarshal.AsSpan(_found)[at].Evidence;
    }

    private SparseRow Row(int member)
    {
        List<(int Other, double Until)> known = [];
        foreach ((int other, Evidence evidence) in _found)
        {
            if (other != member && Until(evidence) is > 0 and double until)
                known.Add((other, until));
        }

        if (known.Count == 0)
            return SparseRow.Empty;
        known.Sort((a, b) => a.Other.CompareTo(b.Other));
        return new SparseRow([.. known.Select(k => k.Other)], [.. known.Select(k => k.Until)]);
    }

    /// <summary>
    /// The last day on which the evidence reaches the threshold; not above 0 where there is none. Signs of interest and what goes both ways
    /// are each the lesser of two sums that fade; so the day is the earliest of those of all four.
    /// </summary>
    private double Until(in Evidence evidence)
    {
        Amount liked = evidence.LikedOut + evidence.LikedIn,
            known = evidence.MetOut + evidence.MetIn + evidence.Together + (evidence.Out + evidence.In);
        var most = new Amount(0, Acquaintance.MostOfInterest * rule.Threshold);
        const double both = 2 * (Acquaintance.Exchange - 1);
        double until = Math.Min(
            Math.Min(Until(known + liked + (evidence.Out * both)), Until(known + liked + (evidence.In * both))),
            Math.Min(Until(known + most + (evidence.Out * both)), Until(known + most + (evidence.In * both)))
        );
        // Who would have known each other only before the last thing that speaks for it never did.
        return until <= evidence.Last ? 0
            : until < s_always && evidence.LastContact > double.NegativeInfinity ? Math.Min(until, evidence.LastContact + _period)
            : until;
    }

    private double Until(Amount amount)
    {
        // A hair less than the threshold is rounding.
        double needed = (rule.Threshold * (1 - 1e-12)) - amount.Steady;
        return needed <= 0 ? s_always
            : amount.Fading <= 0 ? 0
            : Math.Min(s_always, _start + (_period * Math.Log2(amount.Fading / needed)));
    }

    /// <summary>What fades, as of the network's moment, and what does not.</summary>
    private readonly record struct Amount(double Fading, double Steady)
    {
        public static Amount operator +(Amount a, Amount b) => new(a.Fading + b.Fading, a.Steady + b.Steady);

        public static Amount operator *(Amount a, double times) => new(a.Fading * times, a.Steady * times);
    }

    private struct Evidence
    {
        public Amount Out;
        public Amount In;
        public Amount LikedOut;
        public Amount LikedIn;
        public Amount MetOut;
        public Amount MetIn;
        public Amount Together;

        /// <summary>The day of the last dated contact.</summary>
        public double LastContact;

        /// <summary>The day of the last of all that is dated, signs of interest among it.</summary>
        public double Last;
    }
}
