namespace Matchmaking.Learning;

/// <summary>
/// What the network tells of each member alone: how much, how lately, how widely and in how large a company they take part.
/// </summary>
internal sealed class MemberTrails
{
    public static readonly NetworkColumn[] Each =
    [
        new("visits-short", "visits in the last weeks"),
        new("visits", "visits in the last months"),
        new("visits-long", "visits in the last half year"),
        new("days-since-last", "days since the last doing"),
        new("days-since-first", "days since the first doing"),
        new("places", "different activities"),
        new("places-joined-lately", "activities joined lately"),
        new("people-met", "people met"),
        new("ties-lately", "people met lately"),
        new("share-small", "share of small company"),
        new("interactions", "interactions"),
    ];

    private readonly float[] _values;

    public MemberTrails(MemberNetwork network, Community community, AttendanceTable places, int small)
    {
        int members = network.Members;
        double[,] visits = new double[members, 3];
        double[] smallVisits = new double[members],
            interactions = new double[members],
            joined = new double[members];
        var first = new DateTimeOffset?[members];
        var last = new DateTimeOffset?[members];
        TimeDecay[] decays =
        [
            network.Decay.Slower(NetworkFeatures.HalfLives[0]),
            network.Decay.Slower(NetworkFeatures.HalfLives[1]),
            network.Decay.Slower(NetworkFeatures.HalfLives[2]),
        ];
        foreach (AttendanceLog.Visit visit in network.Log.Visits)
        {
            for (int h = 0; h < decays.Length; h++)
                visits[visit.Member, h] += decays[h].Of(visit.Time);
            if (network.Log.Sizes[network.Log.Occasions[visit.Occasion].Activity] <= small)
                smallVisits[visit.Member] += decays[2].Of(visit.Time);
            Seen(visit.Member, visit.Time);
        }

        foreach (Interaction interaction in community.Interactions)
        {
            int from = community.IndexOf(interaction.FromId);
            interactions[from] += decays[1].Of(interaction.Time);
            Seen(from, interaction.Time);
        }

        // First visits: what a member came to first lately counts most.
        Dictionary<(int, int), double> firstVisits = [];
        foreach (AttendanceLog.Visit visit in network.Log.Visits)
        {
            double weight = decays[1].Of(visit.Time);
            foreach (int place in network.Tree.PlacesOf(network.Log.Occasions[visit.Occasion].Activity))
                firstVisits[(visit.Member, place)] = Math.Min(weight, firstVisits.GetValueOrDefault((visit.Member, place), 1));
        }

        foreach (((int member, _), double weight) in firstVisits)
            joined[member] += weight;
        _values = new float[members * Each.Length];
        for (int m = 0; m < members; m++)
        {
            ReadOnlySpan<float> row =
            [
                Log(visits[m, 0] / .1),
                Log(visits[m, 1] / .1),
                Log(visits[m, 2] / .1),
                Days(last[m]),
                Days(first[m]),
                Log(places.Of(m).Length),
                Log(joined[m] / .1),
                Log(network.Contacts.Ties.Columns(m).Length),
                Log(network.Contacts.Strength[m] / .1),
                (float)((smallVisits[m] + .5) / (visits[m, 2] + 1)),
                Log(interactions[m] / .1),
            ];
            row.CopyTo(_values.AsSpan(m * Each.Length));
        }

        void Seen(int member, DateTimeOffset? time)
        {
            first[member] = time < first[member] || first[member] is null ? time : first[member];
            last[member] = time > last[member] || last[member] is null ? time : last[member];
        }

        float Days(DateTimeOffset? time) => time is { } t ? Log(Math.Max(0, (network.Decay.Reference - t).TotalDays)) : float.NaN;
    }

    public ReadOnlySpan<float> Of(int member) => _values.AsSpan(member * Each.Length, Each.Length);

    private static float Log(double value) => (float)Math.Log(1 + value);
}
