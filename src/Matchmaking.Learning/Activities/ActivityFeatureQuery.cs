namespace Matchmaking.Learning;

/// <summary>What leads one member to places, laid out once for all of them. For one thread.</summary>
internal sealed class ActivityFeatureQuery
{
    private readonly ActivityFeatures _features;
    private readonly ActivityScorer _rules;
    private readonly int _member;
    private readonly double[][] _similar;
    private readonly double[] _most;
    private readonly double[] _alsoThere;
    private readonly double[] _ties;
    private readonly double[] _closest;
    private readonly int[] _known;
    private readonly double[] _walk;

    public ActivityFeatureQuery(ActivityFeatures features, PairQuery query)
    {
        (_features, _member, _rules) = (features, query.Member, new ActivityScorer(query));
        AttendanceTable table = features.Network.Places;
        _similar = [.. Enumerable.Range(0, table.HalfLives).Select(_ => new double[table.Columns])];
        (_most, _alsoThere, _ties, _closest, _known) = (
            new double[table.Columns],
            new double[table.Columns],
            new double[table.Columns],
            new double[table.Columns],
            new int[table.Columns]
        );
        _walk = features.Walk.From(_member);
        ByPlaces(table, features.Network.Network.Places.Similar);
        ByAcquaintances(features.Network.Network);
    }

    /// <summary>The rules' score of an activity, in [0, 1].</summary>
    public double Rules(int activity) => _rules.Score(activity);

    /// <param name="activity">The activity: a place, or what happens there.</param>
    /// <param name="place">Its place.</param>
    /// <param name="row">As long as <see cref="ActivityFeatures.Columns"/>.</param>
    public void Write(int activity, int place, Span<float> row)
    {
        int column = 0;
        foreach (double[] similar in _similar)
            row[column++] = Log(similar[place] / .01);
        row[column++] = (float)_most[place];
        row[column++] = (float)_alsoThere[place];
        row[column++] = Log(_ties[place] / .01);
        row[column++] = Log(_known[place]);
        row[column++] = Log(_closest[place] / .01);
        row[column++] = Log(_walk[place] / 1e-5);
        NetworkFeatures network = _features.Network;
        row[column++] = network.Factors?.Cosine(_member, network.Network.Factors.Of(place)) ?? float.NaN;
        row[column++] = network.Texts?.Members.Cosine(_member, network.Texts.Activities[activity]) ?? float.NaN;
        row[column++] = _features.Index.HasInterests ? _rules.Mentioned(activity).Count() : float.NaN;
        row[column++] = _features.Index.Vectorizer.HasTexts ? (float)_rules.Likeness(activity) : float.NaN;
        row[column++] = (float)RuleOdds.Of(Rules(activity));
        _features.Facts.Of(place).CopyTo(row[column..]);
        network.Trails.Of(_member).CopyTo(row[(column + PlaceFacts.Each.Length)..]);
    }

    /// <summary>
    /// By similar places (as the rules do, over several half-lives), and by what share of those who come to the member's places come here,
    /// too.
    /// </summary>
    private void ByPlaces(AttendanceTable table, SparseRows similarity)
    {
        ReadOnlySpan<int> own = table.Of(_member);
        for (int i = 0; i < own.Length; i++)
        {
            ReadOnlySpan<int> similar = similarity.Columns(own[i]);
            ReadOnlySpan<double> values = similarity.Values(own[i]);
            for (int j = 0; j < similar.Length; j++)
            {
                int place = similar[j];
                for (int h = 0; h < _similar.Length; h++)
                    _similar[h][place] += Math.Sqrt(table.Visits(h, _member)[i]) * values[j];
                _most[place] = Math.Max(_most[place], values[j]);
                // How popular the place is beside the member's own: joining goes from small to large.
                _alsoThere[place] = Math.Max(
                    _alsoThere[place],
                    values[j]
                        * Math.Sqrt((double)table[0].ByColumn.Columns(place).Length / Math.Max(1, table[0].ByColumn.Columns(own[i]).Length))
                );
            }
        }
    }

    private void ByAcquaintances(MemberNetwork network)
    {
        ReadOnlySpan<int> contacts = network.Contacts.RootTies.Columns(_member);
        for (int i = 0; i < contacts.Length; i++)
        {
            double root = network.Contacts.RootTies.Values(_member)[i],
                tie = root / Math.Sqrt(network.Contacts.Strength[contacts[i]] + 1);
            ReadOnlySpan<int> places = network.Places.Attendance.ByMember.Columns(contacts[i]);
            ReadOnlySpan<double> visits = network.Places.Attendance.ByMember.Values(contacts[i]);
            for (int j = 0; j < places.Length; j++)
            {
                double comes = visits[j] / (1 + visits[j]);
                _ties[places[j]] += tie * comes;
                _known[places[j]]++;
                _closest[places[j]] = Math.Max(_closest[places[j]], root * comes);
            }
        }
    }

    private static float Log(double value) => (float)Math.Log(1 + value);
}
