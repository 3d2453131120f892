namespace Matchmaking.Learning;

/// <summary>
/// A random walk with restart from a member over who comes where (personalised PageRank; Page et al. 1999): to one of their places, from
/// there to somebody who comes, to one of that one's places, and so on. Where it is found shows places that no one step of likeness
/// reaches.
/// </summary>
internal sealed class PlaceWalk
{
    /// <summary>More change the order of places no more: on Meetup RSVPs before May 2017, three served as well as twelve.</summary>
    private const int Steps = 3;

    private readonly SparseRows _visits;
    private readonly SparseRows _next;
    private readonly int _places;

    public PlaceWalk(Attendance attendance)
    {
        _places = attendance.Columns;
        int members = attendance.ByMember.Rows;
        double[] come = new double[_places];
        List<(int, int, double)> visits = [];
        for (int member = 0; member < members; member++)
        {
            ReadOnlySpan<int> own = attendance.ByMember.Columns(member);
            ReadOnlySpan<double> counts = attendance.ByMember.Values(member);
            double sum = 0;
            for (int i = 0; i < own.Length; i++)
            {
                sum += Math.Sqrt(counts[i]);
                come[own[i]] += Math.Sqrt(counts[i]);
            }

            for (int i = 0; i < own.Length && sum > 0; i++)
                visits.Add((member, own[i], Math.Sqrt(counts[i]) / sum));
        }

        _visits = SparseRows.From(members, visits);
        _next = SparseRows.From(_places, [.. Enumerable.Range(0, _places).SelectMany(place => Next(attendance, place, come[place]))]);
    }

    /// <summary>How likely the walk of a member is found at each place.</summary>
    public double[] From(int member)
    {
        double[] start = new double[_places];
        ReadOnlySpan<int> own = _visits.Columns(member);
        for (int i = 0; i < own.Length; i++)
            start[own[i]] = _visits.Values(member)[i];
        double[] now = start;
        for (int step = 0; step < Steps; step++)
        {
            double[] then = new double[_places];
            for (int place = 0; place < _places; place++)
            {
                then[place] += NetworkDefaults.Restart * start[place];
                if (now[place] == 0)
                    continue;
                ReadOnlySpan<int> next = _next.Columns(place);
                ReadOnlySpan<double> chances = _next.Values(place);
                for (int i = 0; i < next.Length; i++)
                    then[next[i]] += (1 - NetworkDefaults.Restart) * now[place] * chances[i];
            }

            now = then;
        }

        return now;
    }

    /// <summary>Where one who comes to a place is found next: the likeliest, together certain.</summary>
    private IEnumerable<(int, int, double)> Next(Attendance attendance, int place, double come)
    {
        Dictionary<int, double> chances = [];
        ReadOnlySpan<int> people = attendance.ByColumn.Columns(place);
        ReadOnlySpan<double> visits = attendance.ByColumn.Values(place);
        for (int i = 0; i < people.Length; i++)
        {
            double chance = Math.Sqrt(visits[i]) / come;
            ReadOnlySpan<int> own = _visits.Columns(people[i]);
            ReadOnlySpan<double> shares = _visits.Values(people[i]);
            for (int j = 0; j < own.Length; j++)
                chances[own[j]] = chances.GetValueOrDefault(own[j]) + (chance * shares[j]);
        }

        KeyValuePair<int, double>[] kept =
        [
            .. chances.OrderByDescending(chance => chance.Value).ThenBy(chance => chance.Key).Take(NetworkDefaults.SimilarKept),
        ];
        double sum = kept.Sum(chance => chance.Value);
        return kept.Where(_ => sum > 0).Select(chance => (place, chance.Key, chance.Value / sum));
    }
}
