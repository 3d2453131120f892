namespace Matchmaking.Bounds;

/// <summary>
/// One question to <see cref="Postings"/>: its topics, the rarest first, with what each can add at the most. Reused from query to query;
/// for one thread.
/// </summary>
internal sealed class PostingQuery
{
    /// <summary>A table has an entry for each code.</summary>
    public const int TableLength = 256;

    /// <summary>What single precision can take away from a bound, as a share of it, for each number added.</summary>
    public const float Rounding = 1.2e-7f;

    private const float LeastStep = 1e-30f;

    private static readonly float[] s_codes = [.. Enumerable.Range(0, TableLength).Select(code => (float)code)];

    private Postings _postings = null!;
    private int[] _topics = new int[16];
    private int[] _keys = new int[16];
    private int[] _order = new int[16];
    private int[] _cursors = new int[16];
    private float[] _steps = new float[16];
    private float[] _most = new float[16];
    private float[] _weights = new float[16];
    private float[] _rest = new float[17];
    private float[] _tables = new float[16 * TableLength];

    public int Count { get; private set; }

    /// <summary>What all topics from a position on can add at the most.</summary>
    public float Rest(int from) => _rest[from];

    public void Start(Postings postings) => (_postings, Count) = (postings, 0);

    /// <summary>Adds a topic that is worth a step a code.</summary>
    /// <param name="topic">The topic; passed over where no row has it.</param>
    /// <param name="step">What one is worth.</param>
    /// <param name="most">What the topic can add at the most.</param>
    /// <param name="weight">Its share of the query's length, for <see cref="Complete"/>; 0 where rows have no length.</param>
    public void AddSteps(int topic, float step, float most, float weight = 0)
    {
        if (topic >= _postings.TopicCount || _postings.Frequencies[topic] == 0)
            return;
        // No step vanishes: a sum of 0 says that a row was not met.
        step = Math.Max(step, LeastStep);
        Span<float> table = Add(topic, step, Math.Max(most, step * byte.MaxValue), weight);
        if (_postings.HasList(topic))
            System.Numerics.Tensors.TensorPrimitives.Multiply(s_codes, step, table);
    }

    /// <summary>Adds a topic that is worth what a table says, times a factor.</summary>
    public void AddTable(int topic, ReadOnlySpan<float> worth, float factor)
    {
        if (topic >= _postings.TopicCount || _postings.Frequencies[topic] == 0)
            return;
        Span<float> table = Add(topic, 0, 0, 0);
        float most = 0;
        for (int code = 0; code < table.Length; code++)
        {
            table[code] = worth[code] * factor;
            most = Math.Max(most, table[code]);
        }

        _most[Count - 1] = most;
    }

    /// <summary>Puts the rarest first and works out what is left to add.</summary>
    /// <param name="longest">
    /// The greatest length of a row: what the topics from one on can add is at most the length of the query's part in them times that of
    /// the row (Cauchy and Schwarz). 0 where rows have no length.
    /// </param>
    public void Complete(float longest)
    {
        for (int i = 0; i < Count; i++)
            (_keys[i], _order[i], _cursors[i]) = (_postings.Frequencies[_topics[i]], i, 0);
        Array.Sort(_keys, _order, 0, Count);
        _rest[Count] = 0;
        float most = 0;
        double squares = 0;
        for (int i = Count - 1; i >= 0; i--)
        {
            int at = _order[i];
            most += _most[at];
            squares += (double)_weights[at] * _weights[at];
            float byLength = longest > 0 ? (float)Math.Sqrt(squares) * longest : float.PositiveInfinity;
            _rest[i] = Math.Min(most, byLength) * (1 + (8 * Rounding) + (Count * Rounding));
        }
    }

    /// <summary>How many topics must be read so that whoever has none of them stays below a bound.</summary>
    public int Needed(float bound)
    {
        int needed = 0;
        while (needed < Count && _rest[needed] >= bound)
            needed++;
        return needed;
    }

    public int Frequency(int i) => _postings.Frequencies[_topics[_order[i]]];

    /// <summary>What the i-th topic alone can add at the most.</summary>
    public float Most(int i) => _most[_order[i]];

    public bool HasList(int i) => _postings.HasList(_topics[_order[i]]);

    public bool HasColumn(int i) => !_postings.Column(_topics[_order[i]]).IsEmpty;

    /// <summary>The i-th topic's codes of the rows of a tile; empty where it has no column.</summary>
    public ReadOnlySpan<byte> Column(int i, int first, int length) =>
        _postings.Column(_topics[_order[i]]) is { IsEmpty: false } column ? column.Slice(first, length) : [];

    /// <summary>What a code of the i-th topic is worth, for a column.</summary>
    public float Step(int i) => _steps[_order[i]];

    /// <summary>By code: what it is worth, for a list.</summary>
    public ReadOnlySpan<float> Table(int i) => _tables.AsSpan(_order[i] * TableLength, TableLength);

    /// <summary>The i-th topic's rows of a tile; tiles are asked for in ascending order.</summary>
    public PostingList List(int i, int first, int length) =>
        _postings.List(_topics[_order[i]], first, first + length, ref _cursors[_order[i]]);

    /// <summary>Whether reading the column of the i-th topic is cheaper than its list.</summary>
    public bool IsColumn(int i) => HasColumn(i) && (!HasList(i) || Frequency(i) > _postings.RowCount / 8);

    /// <summary>Adds all topics to the sums of a tile.</summary>
    public void AddTo(Span<float> sums, int first, SimdWidth width)
    {
        for (int i = 0; i < Count; i++)
            AddTo(i, sums, first, width);
    }

    /// <summary>Adds the i-th topic to the sums of a tile.</summary>
    public void AddTo(int i, Span<float> sums, int first, SimdWidth width)
    {
        if (IsColumn(i))
            ColumnKernel.MultiplyAdd(Column(i, first, sums.Length), Step(i), sums, width);
        else
            PostingKernel.Add(List(i, first, sums.Length), Table(i), first, sums);
    }

    private Span<float> Add(int topic, float step, float most, float weight)
    {
        if (Count == _topics.Length)
            Grow();
        (_topics[Count], _steps[Count], _most[Count], _weights[Count]) = (topic, step, most, weight);
        return _tables.AsSpan(TableLength * Count++, TableLength);
    }

    private void Grow()
    {
        int length = 2 * _topics.Length;
        Array.Resize(ref _topics, length);
        Array.Resize(ref _keys, length);
        Array.Resize(ref _order, length);
        Array.Resize(ref _cursors, length);
        Array.Resize(ref _steps, length);
        Array.Resize(ref _most, length);
        Array.Resize(ref _weights, length);
        Array.Resize(ref _rest, length + 1);
        Array.Resize(ref _tables, length * TableLength);
    }
}
