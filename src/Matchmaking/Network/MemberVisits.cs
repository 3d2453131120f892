namespace Matchmaking.Network;

/// <summary>
/// What one member's participations come to: one row of each table. Every table of the network is made of these rows and of nothing else,
/// be it built anew or changed, so that both come to the same. For one thread.
/// </summary>
/// <remarks>
/// An event is one occasion. In what lasts, every day on which anybody takes part is one, so that a hundred posts of one day count once;
/// an undated membership is one occasion at full weight.
/// </remarks>
internal sealed class MemberVisits(NetworkFit fit, LiveCommunity community, Func<int, DateTimeOffset?> eventTime)
{
    private const int Undated = int.MinValue;

    private readonly Dictionary<(int Activity, int Day), int> _seen = [];
    private readonly List<(int Activity, DateTimeOffset? Time)> _visits = [];
    private readonly SparseRowBuilder _row = new();

    public MemberRows Of(int member)
    {
        Read(member);
        ActivityTree tree = community.Tree;
        foreach ((int activity, DateTimeOffset? time) in _visits)
            _row.Add(activity, fit.Decay.Of(time));
        SparseRow own = _row.Build();
        foreach ((int activity, DateTimeOffset? time) in _visits)
        {
            foreach (int containing in tree.Containing(activity))
                _row.Add(containing, fit.Decay.Of(time));
        }

        SparseRow takes = _row.Build();
        foreach ((int activity, DateTimeOffset? time) in _visits)
        {
            foreach (int place in tree.PlacesOf(activity))
                _row.Add(fit.IndexOf[place], fit.Decay.Of(time));
        }

        SparseRow places = _row.Build();
        double amount = 0;
        foreach ((_, DateTimeOffset? time) in _visits)
            amount += time is null ? 0 : fit.Decay.Of(time);
        foreach (EventLog<Interaction>.Entry entry in community.Interactions.From(member))
            amount += fit.Decay.Of(entry.Row!.Time);
        return new MemberRows(own, takes, places, Series(), amount);
    }

    /// <summary>The row of series alone.</summary>
    public SparseRow SeriesOf(int member)
    {
        Read(member);
        return Series();
    }

    /// <summary>When an event was: by those who took part, the latest that they tell. Null for what lasts.</summary>
    public static DateTimeOffset? EventTime(LiveCommunity community, int activity)
    {
        if (community.Tree.Lasts(activity))
            return null;
        DateTimeOffset? latest = null;
        bool any = false;
        foreach (EventLog<Participation>.Entry entry in community.Participations.To(activity))
        {
            if (community.Members[entry.First].WithholdsActivities)
                continue;
            DateTimeOffset? time = entry.Row!.Time ?? community.Tree.Activities[activity].Time;
            if (!any || time > latest)
                latest = time;
            any = true;
        }

        return latest;
    }

    private SparseRow Series()
    {
        foreach ((int activity, DateTimeOffset? time) in _visits)
        {
            (int first, int second) = fit.SeriesOf(community.Tree, activity, eventTime(activity));
            _row.Add(first, fit.Decay.Of(time));
            if (second >= 0)
                _row.Add(second, fit.Decay.Of(time));
        }

        return _row.Build();
    }

    private void Read(int member)
    {
        _seen.Clear();
        _visits.Clear();
        if (community.Members[member].WithholdsActivities)
            return;
        foreach (EventLog<Participation>.Entry entry in community.Participations.From(member))
        {
            int activity = entry.Second;
            DateTimeOffset? time = entry.Row!.Time ?? community.Tree.Activities[activity].Time;
            int day = community.Tree.Lasts(activity) && time is { } t ? (int)(t.UtcTicks / TimeSpan.TicksPerDay) : Undated;
            if (_seen.TryGetValue((activity, day), out int at))
            {
                if (time > _visits[at].Time)
                    _visits[at] = (activity, time);
            }
            else
            {
                _seen.Add((activity, day), _visits.Count);
                _visits.Add((activity, time));
            }
        }
    }
}
