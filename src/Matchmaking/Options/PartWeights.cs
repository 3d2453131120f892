using System.Collections.Frozen;

namespace Matchmaking;

/// <summary>
/// How much each part of a score counts, each in [0, 1000]. They are shares: the weights are divided by their sum, over the parts for which
/// the community has any data at all.
/// </summary>
public sealed record PartWeights
{
    private readonly FrozenDictionary<ScorePart, double> _weights = FrozenDictionary<ScorePart, double>.Empty;

    /// <summary>The weight of <see cref="ScorePart.SharedInterests"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is outside [0, 1000] or not a number.</exception>
    public double SharedInterests
    {
        get => this[ScorePart.SharedInterests];
        init => _weights = With(ScorePart.SharedInterests, Guard.InRange(value, 0, 1000));
    }

    /// <summary>The weight of <see cref="ScorePart.NeedsMet"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is outside [0, 1000] or not a number.</exception>
    public double NeedsMet
    {
        get => this[ScorePart.NeedsMet];
        init => _weights = With(ScorePart.NeedsMet, Guard.InRange(value, 0, 1000));
    }

    /// <summary>The weight of <see cref="ScorePart.Text"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is outside [0, 1000] or not a number.</exception>
    public double Text
    {
        get => this[ScorePart.Text];
        init => _weights = With(ScorePart.Text, Guard.InRange(value, 0, 1000));
    }

    /// <summary>The weight of <see cref="ScorePart.Network"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is outside [0, 1000] or not a number.</exception>
    public double Network
    {
        get => this[ScorePart.Network];
        init => _weights = With(ScorePart.Network, Guard.InRange(value, 0, 1000));
    }

    /// <summary>The weight of <see cref="ScorePart.Practicalities"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is outside [0, 1000] or not a number.</exception>
    public double Practicalities
    {
        get => this[ScorePart.Practicalities];
        init => _weights = With(ScorePart.Practicalities, Guard.InRange(value, 0, 1000));
    }

    /// <summary>The weight of <see cref="ScorePart.Activity"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is outside [0, 1000] or not a number.</exception>
    public double Activity
    {
        get => this[ScorePart.Activity];
        init => _weights = With(ScorePart.Activity, Guard.InRange(value, 0, 1000));
    }

    /// <summary>The weight of <see cref="ScorePart.MentorFit"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is outside [0, 1000] or not a number.</exception>
    public double MentorFit
    {
        get => this[ScorePart.MentorFit];
        init => _weights = With(ScorePart.MentorFit, Guard.InRange(value, 0, 1000));
    }

    /// <summary>
    /// The weights of a host's own parts (<see cref="MatchmakerOptions.Parts"/>), each in [0, 1000]. A part that is not here, or is here
    /// and is not among the options' parts, has no say. Default: none.
    /// </summary>
    /// <exception cref="ArgumentException">A part is one of the library's own, or is no part.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is outside [0, 1000] or not a number.</exception>
    public IReadOnlyDictionary<ScorePart, double> Others
    {
        get => _weights.Where(weight => !ScorePart.WellKnown.Contains(weight.Key)).ToFrozenDictionary();
        init => _weights = WithOthers(value ?? throw new ArgumentNullException(nameof(Others)));
    }

    /// <summary>All of them that are set.</summary>
    internal IReadOnlyDictionary<ScorePart, double> All => _weights;

    /// <summary>The default weights of a kind of introduction.</summary>
    /// <param name="kind">The kind.</param>
    public static PartWeights For(IntroductionKind kind) => DefaultWeights.Of(kind);

    /// <summary>One part and nothing else.</summary>
    internal static PartWeights Alone(ScorePart part) => Of([new(part, 1)]);

    /// <summary>The weights of some parts, known or not, as they were saved.</summary>
    internal static PartWeights Of(IEnumerable<KeyValuePair<ScorePart, double>> weights) => new(weights);

    /// <summary>All weights are 0.</summary>
    public PartWeights() { }

    private PartWeights(IEnumerable<KeyValuePair<ScorePart, double>> weights) =>
        _weights = weights.ToFrozenDictionary(weight => weight.Key, weight => Guard.InRange(weight.Value, 0, 1000, nameof(weights)));

    /// <summary>The weight of a part; 0 where none is set.</summary>
    /// <param name="part">The part.</param>
    public double this[ScorePart part] => _weights.GetValueOrDefault(part);

    /// <summary>Whether all weights are the same.</summary>
    /// <param name="other">The other weights.</param>
    public bool Equals(PartWeights? other) =>
        other is not null && _weights.Keys.Union(other._weights.Keys).All(part => this[part].Equals(other[part]));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // In no order, and without those that are 0, which are as those not set.
        int hash = 0;
        foreach ((ScorePart part, double weight) in _weights)
            hash ^= weight == 0 ? 0 : HashCode.Combine(part, weight);
        return hash;
    }

    private FrozenDictionary<ScorePart, double> With(ScorePart part, double weight) =>
        new Dictionary<ScorePart, double>(_weights) { [part] = weight }.ToFrozenDictionary();

    private FrozenDictionary<ScorePart, double> WithOthers(IReadOnlyDictionary<ScorePart, double> others)
    {
        Dictionary<ScorePart, double> weights = _weights.Where(weight => ScorePart.WellKnown.Contains(weight.Key)).ToDictionary();
        foreach ((ScorePart part, double weight) in others)
        {
            if (part == default || ScorePart.WellKnown.Contains(part))
                throw new ArgumentException($"'{part}' is no part of a host's own", nameof(Others));
            weights.Add(part, Guard.InRange(weight, 0, 1000, nameof(Others)));
        }

        return weights.ToFrozenDictionary();
    }
}
