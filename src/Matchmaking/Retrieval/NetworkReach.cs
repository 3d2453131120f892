using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Matchmaking;

/// <summary>
/// Bounds from above of what the network says of a member and everybody else: exact up to rounding for whom any path leads to, one number for all others.
/// What leads to somebody is spread from the member outwards, so that nobody is asked to whom nothing leads. For one thread; reused.
/// </summary>
internal sealed class NetworkReach(int members)
{
    /// <summary>What single precision may take away from a closeness.</summary>
    private const float Rounding = 2e-5f;

    /// <summary>Beyond so many third steps for each member of the community, none is taken: a bound stands for them.</summary>
    private const int ThirdSteps = 2;

    /// <summary>Ratios above are not worked with in single precision; whoever has one counts as being as close as can be.</summary>
    private const double Largest = 1e12;

    private readonly List<int> _touched = [];
    private readonly int[] _seen = new int[members];
    private readonly float[] _joint = new float[members];
    private readonly float[] _forecast = new float[members];
    private readonly float[] _three = new float[members];
    private readonly float[] _tie = new float[members];
    private float[] _met = [];
    private float[] _coming = [];
    private float[] _walk = [];
    private int _turn;

    /// <summary>To whom anything leads.</summary>
    public ReadOnlySpan<int> Touched => CollectionsMarshal.AsSpan(_touched);

    /// <summary>What each of them has at most.</summary>
    public ReadOnlySpan<float> Bounds => _met.AsSpan(0, _touched.Count);

    /// <summary>What all others have at most.</summary>
    public float Others { get; private set; }

    /// <summary>Bounds of <see cref="NetworkQuery.Closeness"/>, or for bridges of <see cref="NetworkQuery.BridgeGain"/>.</summary>
    public void Measure(MemberNetwork network, NetworkQuery query, bool bridge)
    {
        _turn++;
        _touched.Clear();
        double walkOfAll = bridge ? 0 : Walk(network, query);
        VisitPlaces(network, query);
        if (_met.Length < _touched.Count)
            (_met, _coming, _walk) = (new float[_touched.Capacity], new float[_touched.Capacity], new float[_touched.Capacity]);
        NetworkScale scale = network.Scale;
        Others = 0;
        if (bridge)
        {
            for (int i = 0; i < _touched.Count; i++)
            {
                double forecast = _forecast[_touched[i]];
                _met[i] = (float)(forecast / (forecast + scale.Bridge) / (1 + (_joint[_touched[i]] / scale.Evidence.Joint))) + Rounding;
            }
        }
        else
        {
            Closeness(network, query, walkOfAll);
            if (walkOfAll > 0)
                Others = (float)(1 - Math.Exp(-scale.Rate * NetworkDefaults.WalkWeight * Math.Log(1 + (walkOfAll / scale.Evidence.Walk)))) + Rounding;
        }

        foreach (int member in _touched)
            (_joint[member], _forecast[member], _three[member], _tie[member]) = (0, 0, 0, 0);
    }

    private void Closeness(MemberNetwork network, NetworkQuery query, double walkOfAll)
    {
        NetworkEvidence scale = network.Scale.Evidence;
        ReadOnlySpan<double> common = query.Common, two = query.TwoSteps;
        var strength = network.Contacts.Strength;
        double own = strength[query.Member] + 1;
        Span<float> met = _met.AsSpan(0, _touched.Count), coming = _coming.AsSpan(0, _touched.Count), walk = _walk.AsSpan(0, _touched.Count);
        for (int i = 0; i < met.Length; i++)
        {
            int member = _touched[i];
            double their = strength[member] + 1, tie = _tie[member];
            double c = common[member] / scale.Common, j = _joint[member] / scale.Joint, d = Math.Sqrt(tie) / scale.Direct, f = _forecast[member] / scale.Forecast;
            double w = (walkOfAll + (PersonalizedPageRank.One * tie / (own * their)) + (PersonalizedPageRank.Two * two[member]) + (PersonalizedPageRank.Three * _three[member] / their)) / scale.Walk;
            bool fits = c < Largest && j < Largest && d < Largest && f < Largest && w < Largest;
            (met[i], coming[i], walk[i]) = fits ? ((float)((1 + c) * (1 + j) * (1 + d)), (float)f, (float)w) : (float.PositiveInfinity, 0, 0);
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
            if (Touch(contacts[i]))
                _tie[contacts[i]] = (float)weights[i];
        }

        // Σ two·tie / (strength + 1) over a member's ties is at most the largest of two.
        if (steps > ThirdSteps * (long)members)
            return PersonalizedPageRank.Three * most;
        foreach (int reached in query.Reached)
        {
            ReadOnlySpan<int> others = ties.Columns(reached);
            ReadOnlySpan<double> values = ties.Values(reached);
            double from = two[reached];
            for (int i = 0; i < others.Length; i++)
            {
                if (Touch(others[i]))
                    _three[others[i]] += (float)(from * values[i]);
            }
        }

        return 0;
    }

    private void VisitPlaces(MemberNetwork network, NetworkQuery query)
    {
        SparseRows byPlace = network.Places.Attendance.ByColumn;
        ReadOnlySpan<double> joint = query.JointAt, next = query.NextAt, pull = query.PullAt;
        foreach (int place in query.PlacesAhead)
        {
            ReadOnlySpan<int> visitors = byPlace.Columns(place);
            ReadOnlySpan<double> visits = byPlace.Values(place);
            for (int i = 0; i < visitors.Length; i++)
            {
                int visitor = visitors[i];
                if (!Touch(visitor))
                    continue;
                _joint[visitor] += (float)(joint[place] * visits[i]);
                _forecast[visitor] += (float)((next[place] * visits[i]) + (pull[place] * Math.Sqrt(visits[i])));
            }
        }
    }

    /// <returns>Whether the member is one of those looked at here: who came later is not.</returns>
    private bool Touch(int member)
    {
        if ((uint)member >= (uint)_seen.Length)
            return false;
        if (_seen[member] != _turn)
        {
            _seen[member] = _turn;
            _touched.Add(member);
        }

        return true;
    }
}
