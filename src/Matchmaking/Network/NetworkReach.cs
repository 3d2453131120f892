using System.Numerics.Tensors;

namespace Matchmaking.Network;

/// <summary>
/// Bounds from above of what the network says of a member and everybody else: exact up to rounding for whom any path leads to, one number
/// for all others. What leads to somebody is spread from the member outwards, so that nobody is asked to whom nothing leads. For one
/// thread; reused.
/// </summary>
internal sealed class NetworkReach
{
    /// <summary>What single precision may take away from a closeness.</summary>
    private const float Rounding = 2e-5f;

    /// <summary>Beyond so many third steps for each member of the community, none is taken: a bound stands for them.</summary>
    private const int ThirdSteps = 2;

    /// <summary>Ratios above are not worked with in single precision; whoever has one counts as being as close as can be.</summary>
    private const double Largest = 1e12;

    // By member: where they stand among the touched, if they do; so nothing has to be cleared (Briggs and Torczon 1993).
    private int[] _at = [];
    private int[] _touched = new int[256];
    private Found[] _found = new Found[256];
    private float[] _met = [];
    private float[] _coming = [];
    private float[] _walk = [];
    private int _count;

    /// <summary>To whom anything leads.</summary>
    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _count);

    /// <summary>What each of them has at most.</summary>
    public ReadOnlySpan<float> Bounds => _met.AsSpan(0, _count);

    /// <summary>What all others have at most.</summary>
    public float Others { get; private set; }

    /// <summary>What the member at a position has at most.</summary>
    public float Of(int position)
    {
        int at = _at[position];
        return (uint)at < (uint)_count && _touched[at] == position ? _met[at] : Others;
    }

    /// <summary>Bounds of <see cref="NetworkQuery.Closeness"/>, or for bridges of <see cref="NetworkQuery.BridgeGain"/>.</summary>
    /// <param name="network">The network.</param>
    /// <param name="query">The member's.</param>
    /// <param name="bridge">Which of the two.</param>
    public void Measure(MemberNetwork network, NetworkQuery query, bool bridge)
    {
        int members = network.Members;
        if (_at.Length < members)
            _at = new int[members + (members / 8)];
        _count = 0;
        double walkOfAll = bridge ? 0 : Walk(network, query);
        int walked = _count;
        VisitPlaces(network, query);
        if (_met.Length < _count)
            (_met, _coming, _walk) = (new float[_touched.Length], new float[_touched.Length], new float[_touched.Length]);
        NetworkScale scale = network.Scale;
        Others = 0;
        if (bridge)
        {
            for (int i = 0; i < _count; i++)
            {
                double forecast = _found[i].Forecast;
                _met[i] = (float)(forecast / (forecast + scale.Bridge) / (1 + (_found[i].Joint / scale.Evidence.Joint))) + Rounding;
            }
        }
        else
        {
            Closeness(network, query, walkOfAll, walked);
            if (walkOfAll > 0)
                Others =
                    (float)(1 - Math.Exp(-scale.Rate * NetworkDefaults.WalkWeight * Math.Log(1 + (walkOfAll / scale.Evidence.Walk))))
                    + Rounding;
        }
    }

    /// <param name="network">The network.</param>
    /// <param name="query">The member's.</param>
    /// <param name="walkOfAll">What third steps add at most for everybody.</param>
    /// <param name="walked">So many of the touched were come to by walks; all others by places alone.</param>
    private void Closeness(MemberNetwork network, NetworkQuery query, double walkOfAll, int walked)
    {
        NetworkEvidence scale = network.Scale.Evidence;
        ReadOnlySpan<double> common = query.Common,
            two = query.TwoSteps;
        var strength = network.Contacts.Strength;
        double one = PersonalizedPageRank.One / (strength[query.Member] + 1);
        double perCommon = 1 / scale.Common,
            perJoint = 1 / scale.Joint,
            perDirect = 1 / scale.Direct,
            perForecast = 1 / scale.Forecast,
            perWalk = 1 / scale.Walk;
        Span<float> met = _met.AsSpan(0, _count),
            coming = _coming.AsSpan(0, _count),
            walk = _walk.AsSpan(0, _count);
        for (int i = 0; i < met.Length; i++)
        {
            Found found = _found[i];
            double j = found.Joint * perJoint,
                f = found.Forecast * perForecast,
                c = 0,
                d = 0,
                w = walkOfAll;
            if (i < walked)
            {
                int member = _touched[i];
                (c, d) = (common[member] * perCommon, Math.Sqrt(found.Tie) * perDirect);
                w +=
                    (PersonalizedPageRank.Two * two[member])
                    + (((one * found.Tie) + (PersonalizedPageRank.Three * found.Three)) / (strength[member] + 1));
            }

            w *= perWalk;
            bool fits = c < Largest && j < Largest && d < Largest && f < Largest && w < Largest;
            (met[i], coming[i], walk[i]) = fits
                ? ((float)((1 + c) * (1 + j) * (1 + d)), (float)f, (float)w)
                : (float.PositiveInfinity, 0, 0);
        }

        // 1 − exp(−rate·(ln(met) + …)), as NetworkEvidence.Total has it.
        TensorPrimitives.Log(met, met);
        TensorPrimitives.LogP1(coming, coming);
        TensorPrimitives.LogP1(walk, walk);
        TensorPrimitives.MultiplyAdd(coming, (float)NetworkDefaults.ForecastWeight, met, met);
        TensorPrimitives.MultiplyAdd(walk, (float)NetworkDefaults.WalkWeight, met, met);
        TensorPrimitives.Multiply(met, -(float)network.Scale.Rate, met);
        TensorPrimitives.Exp(met, met);
        TensorPrimitives.Subtract(1 + Rounding, met, met);
    }

    /// <returns>What third steps add at most for everybody, where they were not taken; weighed.</returns>
    private double Walk(MemberNetwork network, NetworkQuery query)
    {
        SparseRows ties = network.Contacts.Ties;
        long steps = 0;
        double most = 0;
        ReadOnlySpan<double> two = query.TwoSteps;
        foreach (int reached in query.Reached)
        {
            steps += ties.Columns(reached).Length;
            most = Math.Max(most, two[reached]);
            Touch(reached);
        }

        ReadOnlySpan<int> contacts = ties.Columns(query.Member);
        ReadOnlySpan<double> weights = ties.Values(query.Member);
        for (int i = 0; i < contacts.Length; i++)
        {
            int at = Touch(contacts[i]);
            _found[at].Tie = (float)weights[i];
        }

        // Σ two·tie / (strength + 1) over a member's ties is at most the largest of two.
        if (steps > ThirdSteps * (long)network.Members)
            return PersonalizedPageRank.Three * most;
        foreach (int reached in query.Reached)
        {
            ReadOnlySpan<int> others = ties.Columns(reached);
            ReadOnlySpan<double> values = ties.Values(reached);
            double from = two[reached];
            for (int i = 0; i < others.Length; i++)
            {
                int at = Touch(others[i]);
                _found[at].Three += (float)(from * values[i]);
            }
        }

        return 0;
    }

    private void VisitPlaces(MemberNetwork network, NetworkQuery query)
    {
        SparseRows byPlace = network.Places.Attendance.ByColumn;
        ReadOnlySpan<double> joint = query.JointAt,
            next = query.NextAt,
            pull = query.PullAt;
        foreach (int place in query.PlacesAhead)
        {
            ReadOnlySpan<int> visitors = byPlace.Columns(place);
            ReadOnlySpan<double> visits = byPlace.Values(place);
            float jointHere = (float)joint[place],
                nextHere = (float)next[place],
                pullHere = (float)pull[place];
            for (int i = 0; i < visitors.Length; i++)
            {
                int at = Touch(visitors[i]);
                ref Found found = ref _found[at];
                float visited = (float)visits[i];
                found.Joint += jointHere * visited;
                // PlaceForecast.TasteOf, in single precision.
                found.Forecast += (nextHere * visited) + (pullHere * MathF.Sqrt(MathF.Sqrt(visited)));
            }
        }
    }

    /// <returns>Where the member stands among the touched, in arrays that may be others than before.</returns>
    private int Touch(int member)
    {
        int at = _at[member];
        if ((uint)at < (uint)_count && _touched[at] == member)
            return at;
        if (_count == _touched.Length)
        {
            Array.Resize(ref _touched, 2 * _count);
            Array.Resize(ref _found, 2 * _count);
        }

        (_at[member], _touched[_count], _found[_count]) = (_count, member, default);
        return _count++;
    }

    /// <summary>What leads to somebody, unscaled: side by side, since all of it is asked for at once.</summary>
    private struct Found
    {
        public float Joint;
        public float Forecast;
        public float Three;
        public float Tie;
    }
}
