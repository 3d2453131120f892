namespace Matchmaking;

/// <summary>Where members come, and where they will come next: the places of a community.</summary>
internal sealed class PlaceForecast
{
    private readonly int[] _places;

    public PlaceForecast(Community community, ActivityTree tree, AttendanceLog log, TimeDecay decay, int small)
    {
        int[][] activities = [.. log.Occasions.Select(o => tree.PlacesOf(o.Activity).ToArray())];
        _places = [.. activities.SelectMany(a => a).Distinct().Order()];
        IndexOf = new int[tree.Activities.Count];
        Array.Fill(IndexOf, -1);
        for (int i = 0; i < _places.Length; i++)
            IndexOf[_places[i]] = i;
        int[][] columns = [.. activities.Select(a => a.Select(activity => IndexOf[activity]).ToArray())];
        int members = community.Members.Count;
        Attendance = Attendance.Build(log, columns, members, _places.Length, decay, small);
        Similar = PlaceSimilarity.Build(Attendance.Build(log, columns, members, _places.Length, decay.Slower(NetworkDefaults.TasteHalfLives), small).ByMember, _places.Length);
        Joiners = CountJoiners(log, columns, _places.Length, decay);
        Meeting = [.. Enumerable.Range(0, _places.Length).Select(MeetingChance)];
        Taste = Attendance.ByMember.Map(Math.Sqrt);
    }

    /// <summary>The places: positions in the community's activities.</summary>
    public IReadOnlyList<int> Places => _places;

    /// <summary>The place of each activity; −1 where it is none.</summary>
    public int[] IndexOf { get; }

    public Attendance Attendance { get; }

    /// <summary>Place × place: how far the same people come.</summary>
    public SparseRows Similar { get; }

    /// <summary>The decayed number of members who came for the first time.</summary>
    public double[] Joiners { get; }

    /// <summary>Of two who come to a place, how likely they come to one occasion, and a small one.</summary>
    public double[] Meeting { get; }

    /// <summary>Member × place: the square root of the decayed visits; what similar places are weighted by.</summary>
    public SparseRows Taste { get; }

    /// <summary>
    /// Σ 1/(E + 2): each place's visits of two, multiplied and divided by its occasions E, are the number of occasions both are expected at;
    /// the share of small occasions says at how many of them they would meet.
    /// </summary>
    private double MeetingChance(int place)
    {
        double occasions = Attendance.Occasions[place];
        return (Attendance.SmallOccasions[place] + 0.5) / (occasions + 1) / (occasions + NetworkDefaults.JointPrior);
    }

    private static double[] CountJoiners(AttendanceLog log, int[][] columns, int places, TimeDecay decay)
    {
        Dictionary<(int Member, int Place), double> first = [];
        foreach (AttendanceLog.Visit visit in log.Visits)
        {
            double weight = decay.Of(visit.Time);
            foreach (int place in columns[visit.Occasion])
                first[(visit.Member, place)] = first.TryGetValue((visit.Member, place), out double earlier) ? Math.Min(earlier, weight) : weight;
        }

        double[] joiners = new double[places];
        foreach (((_, int place), double weight) in first)
            joiners[place] += weight;
        return joiners;
    }
}
