namespace Matchmaking.Learning;

/// <summary>What is seen of a member and a place where they have been: whether they will be back is forecast from it.</summary>
internal sealed class ReturnFeatures
{
    private readonly NetworkFeatures _features;
    private readonly PlaceFacts _facts;
    private readonly SparseRows _first;
    private readonly SparseRows _last;

    public ReturnFeatures(CommunityIndex index)
    {
        _features = index.NetworkFeatures();
        _facts = ActivityFeatures.Of(index).Facts;
        MemberNetwork network = index.Network;
        Dictionary<(int Member, int Place), (double First, double Last)> ages = [];
        foreach (AttendanceLog.Visit visit in network.Log.Visits)
        {
            if (visit.Time is not { } time)
                continue;
            double age = Math.Max(0, (network.Decay.Reference - time).TotalDays);
            foreach (int activity in network.Tree.PlacesOf(network.Log.Occasions[visit.Occasion].Activity))
            {
                (int, int) key = (visit.Member, network.Places.IndexOf[activity]);
                ages[key] = ages.TryGetValue(key, out var known) ? (Math.Max(known.First, age), Math.Min(known.Last, age)) : (age, age);
            }
        }

        // One more, since an age of 0 would be no entry.
        _first = SparseRows.From(network.Members, [.. ages.Select(age => (age.Key.Member, age.Key.Place, age.Value.First + 1))]);
        _last = SparseRows.From(network.Members, [.. ages.Select(age => (age.Key.Member, age.Key.Place, age.Value.Last + 1))]);
    }

    public static int Columns { get; } = 11 + PlaceFacts.Each.Length + MemberTrails.Each.Length;

    /// <param name="member">The member.</param>
    /// <param name="at">Which of the member's own places, by position among them.</param>
    /// <param name="row">As long as <see cref="Columns"/>.</param>
    public void Write(int member, int at, Span<float> row)
    {
        AttendanceTable table = _features.Places;
        int place = table.Of(member)[at],
            column = 0;
        for (int h = 0; h < table.HalfLives; h++)
        {
            double visits = table.Visits(h, member)[at],
                occasions = table[h].Occasions[place];
            row[column++] = (float)Math.Log(visits + .01);
            row[column++] = (float)Math.Log((visits + .01) / (occasions + .1));
        }

        double all = 0;
        foreach (double visits in table.Visits(1, member))
            all += visits;
        row[column++] = (float)(table.Visits(1, member)[at] / (all + .1));
        double first = _first[member, place],
            last = _last[member, place];
        row[column++] = first > 0 ? (float)Math.Log(first) : float.NaN;
        row[column++] = last > 0 ? (float)Math.Log(last) : float.NaN;
        row[column++] = first > 0 ? (float)Math.Log(first - last + 1) : float.NaN;
        row[column++] = (float)Math.Log(1 + _features.Network.Contacts.Ties.Columns(member).Length);
        _facts.Of(place).CopyTo(row[column..]);
        _features.Trails.Of(member).CopyTo(row[(column + PlaceFacts.Each.Length)..]);
    }
}
