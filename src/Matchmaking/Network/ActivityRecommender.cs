namespace Matchmaking.Network;

/// <summary>
/// What a member should join: places like those they come to, by item-based neighbourhoods decayed by time and by the patterns of who comes
/// where, weighted by how many join them lately. A single event counts as the place that holds it, and by who has said yes to it.
/// </summary>
internal sealed class ActivityRecommender
{
    private readonly MemberNetwork _network;
    private readonly double _scale;

    private ActivityRecommender(MemberNetwork network, double scale) => (_network, _scale) = (network, scale);

    public static ActivityRecommender Build(MemberNetwork network) => new(network, network.Fit.ActivityScale);

    /// <summary>What a typical member's best activity scores before it is saturated, by a sample of members.</summary>
    public static double ScaleOf(MemberNetwork network)
    {
        var unscaled = new ActivityRecommender(network, 1);
        double[] best = [.. unscaled.Sample().Select(member => unscaled.RawScores(member).Max()).Where(score => score > 0).Order()];
        return best.Length == 0 ? 1 : best[best.Length / 2];
    }

    /// <summary>
    /// How well each activity suits a member, in [0, 1), by position in the community's activities; those that they take part in included.
    /// </summary>
    public double[] Scores(int member)
    {
        double[] scores = RawScores(member);
        for (int a = 0; a < scores.Length; a++)
            scores[a] /= scores[a] + _scale;
        return scores;
    }

    /// <summary>What of a member's own explains an activity: the most similar places that they come to, strongest first.</summary>
    public IReadOnlyList<int> SimilarAttended(int member, int activity, int atMost)
    {
        PlaceForecast places = _network.Places;
        int place = PlaceOf(activity);
        List<(int Activity, double Strength)> similar = [];
        ReadOnlySpan<int> own = places.Taste.Columns(member);
        for (int i = 0; i < own.Length; i++)
        {
            double strength = own[i] == place ? double.MaxValue : places.Taste.Values(member)[i] * places.Similar[own[i], place];
            if (strength > 0 && _network.Fit.Places[own[i]] != activity)
                similar.Add((_network.Fit.Places[own[i]], strength));
        }

        return [.. similar.OrderByDescending(s => s.Strength).ThenBy(s => s.Activity).Take(atMost).Select(s => s.Activity)];
    }

    /// <summary>Which of a member's acquaintances at a moment take part in an activity, closest first.</summary>
    public IReadOnlyList<int> AcquaintancesIn(int member, int activity, DateTimeOffset now, int atMost)
    {
        ReadOnlySpan<int> contacts = _network.Contacts.Ties.Columns(member);
        List<(int Member, double Tie)> known = [];
        for (int i = 0; i < contacts.Length; i++)
        {
            if (_network.Takes.Has(contacts[i], activity) && _network.AreAcquainted(member, contacts[i], now))
                known.Add((contacts[i], _network.Contacts.Ties.Values(member)[i]));
        }

        return [.. known.OrderByDescending(k => k.Tie).ThenBy(k => k.Member).Take(atMost).Select(k => k.Member)];
    }

    private double[] RawScores(int member)
    {
        double[] byPlace = ByPlace(member);
        double[] acquaintances = Acquaintances(member);
        double[] draw = Draw(member);
        double[] scores = new double[_network.Tree.Activities.Count];
        for (int a = 0; a < scores.Length; a++)
        {
            int place = PlaceOf(a);
            scores[a] =
                (byPlace[place] + (NetworkDefaults.AcquaintanceWeight * Math.Log(1 + acquaintances[a])) + NetworkDefaults.UnknownTaste)
                * draw[place];
        }

        return scores;
    }

    /// <summary>Σ over the member's places of taste · similarity; at a place of their own, the taste itself.</summary>
    private double[] ByPlace(int member)
    {
        PlaceForecast places = _network.Places;
        double[] scores = new double[places.Count];
        ReadOnlySpan<int> own = places.Taste.Columns(member);
        ReadOnlySpan<double> taste = places.Taste.Values(member);
        for (int i = 0; i < own.Length; i++)
        {
            scores[own[i]] += taste[i];
            ReadOnlySpan<int> similar = places.Similar.Columns(own[i]);
            ReadOnlySpan<double> similarity = places.Similar.Values(own[i]);
            for (int j = 0; j < similar.Length; j++)
                scores[similar[j]] += taste[i] * similarity[j];
        }

        return scores;
    }

    /// <summary>
    /// By place: how far it draws who never came, and this member among them: e times as much one whose patterns are all theirs.
    /// </summary>
    private double[] Draw(int member)
    {
        float[] point = _network.Places.PointOf(member);
        double[] draw = new double[_network.Places.Count];
        for (int place = 0; place < draw.Length; place++)
            draw[place] = _network.Fit.Draw[place] * Math.Exp(_network.Fit.Factors.Likeness(point, place));
        return draw;
    }

    /// <summary>By activity: the ties to those who take part in it, those least who have ties to everybody.</summary>
    private double[] Acquaintances(int member)
    {
        double[] sums = new double[_network.Tree.Activities.Count];
        ReadOnlySpan<int> contacts = _network.Contacts.RootTies.Columns(member);
        for (int i = 0; i < contacts.Length; i++)
        {
            if (_network.Community.Members[contacts[i]].Hides(MemberField.Activities))
                continue;
            double tie = _network.Contacts.RootTies.Values(member)[i] / Math.Sqrt(_network.Contacts.Strength[contacts[i]] + 1);
            ReadOnlySpan<int> activities = _network.Takes.Columns(contacts[i]);
            ReadOnlySpan<double> visits = _network.Takes.Values(contacts[i]);
            for (int j = 0; j < activities.Length; j++)
                sums[activities[j]] += tie * visits[j] / (1 + visits[j]);
        }

        return sums;
    }

    private int PlaceOf(int activity) => _network.Places.IndexOf[_network.Tree.PlaceOf(activity)];

    private IEnumerable<int> Sample()
    {
        int step = Math.Max(1, _network.Members / NetworkDefaults.ScaleMembers);
        for (int m = 0; m < _network.Members && _network.Tree.Activities.Count > 0; m += step)
            yield return m;
    }
}
