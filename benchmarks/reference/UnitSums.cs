namespace Matchmaking;

/// <summary>
/// The sums that the topics of one question make in the rows of a tile, in whole units of 16 bits, so that many are added at a time and a
/// tile of them stays in the innermost cache. All is rounded up: a sum is never below the one that it stands for. Reused from query to
/// query; for one thread.
/// </summary>
internal sealed class UnitSums(int tile, SimdWidth width)
{
    /// <summary>Of more topics the rarest are read, and the others always held possible.</summary>
    private const int MostTopics = 64;

    private readonly ushort[] _sums = new ushort[tile];
    private readonly ushort[] _steps = new ushort[MostTopics];
    private int _readable;
    private float _unit;
    private float _slack;

    /// <summary>The question; its topics are worth a step a code.</summary>
    public PostingQuery Query { get; } = new();

    /// <summary>How many topics the sums have.</summary>
    public int Read { get; private set; }

    /// <summary>Whether there is nothing more to read.</summary>
    public bool IsRead => Read >= _readable;

    /// <summary>How common the next topic is.</summary>
    public int NextFrequency => Query.Frequency(Read);

    public ReadOnlySpan<ushort> Sums => _sums;

    /// <summary>Chooses the unit for a question.</summary>
    public void Start()
    {
        _readable = Math.Min(Query.Count, MostTopics);
        double most = 0;
        for (int i = 0; i < Query.Count; i++)
            most += Query.Step(i) * (double)byte.MaxValue;

        // All together are no more than 16 bits hold, though each topic, rounded up, may take a unit a code more, and the rest some too.
        _unit = (float)(most / (ushort.MaxValue - ((_readable + 1) * byte.MaxValue)) * (1 + 1e-6));
        double slack = 0;
        for (int i = 0; i < _readable; i++)
        {
            _steps[i] = (ushort)Math.Ceiling(Query.Step(i) / (double)_unit);

            // The code is up to one too high, and each of its steps by what was rounded up.
            slack += Query.Step(i) + (((_steps[i] * (double)_unit) - Query.Step(i)) * byte.MaxValue);
        }

        _slack = (float)(slack * (1 + 1e-6));
    }

    /// <summary>Begins a tile.</summary>
    public void Clear(int length)
    {
        _sums.AsSpan(0, length).Clear();
        Read = 0;
    }

    /// <summary>Reads the topics without which nobody reaches a bound.</summary>
    public void ReadNeeded(float bound, int first, int length)
    {
        for (int needed = Math.Min(Query.Needed(bound), _readable); Read < needed; )
            ReadNext(first, length);
    }

    /// <summary>Reads one more topic.</summary>
    public void ReadNext(int first, int length)
    {
        int i = Read++;
        if (Query.HasColumn(i))
            UnitKernel.MultiplyAdd(Query.Column(i, first, length), _steps[i], _sums.AsSpan(0, length), width);
        else
            UnitKernel.Add(Query.List(i, first, length), _steps[i], first, _sums);
    }

    /// <summary>What a row's sum is at most, with all that is not read.</summary>
    public float AtMost(int at) => (_sums[at] * _unit) + Query.Rest(Read);

    /// <summary>What a row's sum is at least.</summary>
    public float AtLeast(int at) => Math.Max(0, (_sums[at] * _unit) - _slack);

    /// <summary>What the topics that are not read can add at most, in units.</summary>
    public ushort Rest => (ushort)Math.Ceiling(Query.Rest(Read) / (double)_unit * (1 + 1e-6));

    /// <summary>So many units at most are so much.</summary>
    public double Units(double sum) => sum / _unit * (1 - 1e-6);
}
