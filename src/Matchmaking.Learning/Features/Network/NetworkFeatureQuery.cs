namespace Matchmaking.Learning;

/// <summary>
/// What leads from one member to others, by place, laid out once so that each candidate costs only their own places. For one thread.
/// </summary>
internal sealed class NetworkFeatureQuery
{
    private readonly NetworkFeatures _features;
    private readonly int _member;
    private readonly double[][] _joint;
    private readonly double[] _visits;
    private readonly double[] _walk;
    private readonly double[] _hours;
    private readonly double[] _titles;
    private readonly double[] _next;
    private readonly Dictionary<int, (double Count, double Linear, double AdamicAdar)> _reached = [];
    private readonly bool[] _occasions;

    public NetworkFeatureQuery(NetworkFeatures features, int member)
    {
        (_features, _member) = (features, member);
        AttendanceTable places = features.Places;
        _joint = [.. Enumerable.Range(0, places.HalfLives).Select(h => Spread(places, h, member))];
        _hours = Spread(features.Hours, 0, member);
        _titles = Spread(features.Titles, 0, member);
        (_visits, _walk, _next) = (new double[places.Columns], new double[places.Columns], new double[places.Columns]);
        ReadOnlySpan<int> own = places.Of(member);
        double all = 0;
        foreach (double visits in places.Visits(1, member))
            all += visits;
        for (int i = 0; i < own.Length; i++)
        {
            _visits[own[i]] = places.Visits(2, member)[i];
            _walk[own[i]] = places.Visits(1, member)[i] / Math.Sqrt(all + 1) / (features.PlaceVisits[own[i]] + 1);
        }

        ReadOnlySpan<int> next = features.Next.Columns(member);
        for (int i = 0; i < next.Length; i++)
            _next[next[i]] = features.Next.Values(member)[i] * features.Network.Places.Meeting[next[i]];
        _occasions = new bool[features.Network.Tree.Activities.Count];
        foreach (int activity in features.Network.Takes.Columns(member))
            _occasions[activity] = !features.Network.Tree.Lasts(activity);
        Reach();
    }

    public void Write(NetworkQuery network, int candidate, Span<float> row)
    {
        int column = 0;
        AttendanceTable places = _features.Places;
        ReadOnlySpan<int> theirs = places.Of(candidate);
        for (int h = 0; h < _joint.Length; h++)
            row[column++] = (float)Joint(_joint[h], theirs, places.Visits(h, candidate));
        row[column++] = (float)Joint(_hours, _features.Hours.Of(candidate), _features.Hours.Visits(0, candidate));
        row[column++] = (float)Joint(_titles, _features.Titles.Of(candidate), _features.Titles.Visits(0, candidate));
        NetworkEvidence evidence = network.Evidence(candidate);
        row[column++] = (float)evidence.Forecast;
        row[column++] = (float)Joint(_next, _features.Next.Columns(candidate), _features.Next.Values(candidate));

        ReadOnlySpan<double> visits = places.Visits(2, candidate),
            recent = places.Visits(1, candidate);
        double dot = 0,
            idf = 0,
            rarest = 0,
            walk = 0,
            all = 0;
        int shared = 0;
        for (int i = 0; i < theirs.Length; i++)
        {
            all += recent[i];
            if (_visits[theirs[i]] == 0)
                continue;
            shared++;
            dot += _visits[theirs[i]] * visits[i];
            double weight = _features.Idf[theirs[i]];
            idf += weight * weight;
            rarest = Math.Max(rarest, weight);
            walk += _walk[theirs[i]] * recent[i];
        }

        row[column++] = shared;
        row[column++] = shared == 0 ? 0 : (float)shared / (places.Of(_member).Length + theirs.Length - shared);
        row[column++] = dot == 0 ? 0 : (float)(dot / Math.Sqrt(_features.PlaceNorms[_member] * _features.PlaceNorms[candidate]));
        row[column++] = idf == 0 ? 0 : (float)(idf / Math.Sqrt(_features.IdfNorms[_member] * _features.IdfNorms[candidate]));
        row[column++] = (float)rarest;
        // By the roots of both sides' visits, so that it is the same from either side.
        row[column++] = (float)(walk / Math.Sqrt(all + 1));
        int together = 0;
        foreach (int activity in _features.Network.Takes.Columns(candidate))
            together += _occasions[activity] ? 1 : 0;
        row[column++] = together;

        (double count, double linear, double adamicAdar) = _reached.GetValueOrDefault(candidate);
        row[column++] = (float)count;
        row[column++] = (float)evidence.Common;
        row[column++] = (float)linear;
        row[column++] = (float)adamicAdar;
        row[column++] = (float)evidence.Walk;
        row[column++] = (float)evidence.Direct;
        row[column++] = (float)(_features.Network.Scale.Rate * evidence.Total(_features.Network.Scale.Evidence));
        row[column++] = _features.Factors?.Cosine(_member, candidate) ?? float.NaN;
        row[column] = _features.Texts?.Members.Cosine(_member, candidate) ?? float.NaN;
    }

    private static double Joint(double[] own, ReadOnlySpan<int> columns, ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (int i = 0; i < columns.Length; i++)
            sum += own[columns[i]] * values[i];
        return sum;
    }

    private static double[] Spread(AttendanceTable table, int halfLife, int member)
    {
        double[] spread = new double[table.Columns];
        ReadOnlySpan<int> own = table.Of(member);
        ReadOnlySpan<double> visits = table.Visits(halfLife, member);
        for (int i = 0; i < own.Length; i++)
            spread[own[i]] = visits[i] * table.Meeting[halfLife][own[i]];
        return spread;
    }

    /// <summary>
    /// Those with whom the member has acquaintances in common: how many, how strong, and by how rare each is (Adamic and Adar 2003).
    /// </summary>
    private void Reach()
    {
        ContactGraph graph = _features.Network.Contacts;
        ReadOnlySpan<int> contacts = graph.Ties.Columns(_member);
        for (int i = 0; i < contacts.Length; i++)
        {
            int contact = contacts[i];
            double tie = graph.Ties.Values(_member)[i],
                rare = _features.RootDegrees[contact],
                strength = graph.Strength[contact] + 1;
            ReadOnlySpan<int> others = graph.Ties.Columns(contact);
            ReadOnlySpan<double> ties = graph.Ties.Values(contact);
            for (int j = 0; j < others.Length; j++)
            {
                ref (double Count, double Linear, double AdamicAdar) sum =
                    ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_reached, others[j], out _);
                sum = (sum.Count + 1, sum.Linear + (tie * ties[j] / strength), sum.AdamicAdar + rare);
            }
        }
    }
}
