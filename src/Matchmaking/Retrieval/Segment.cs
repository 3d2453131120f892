using System.Collections.Concurrent;

namespace Matchmaking.Retrieval;

/// <summary>
/// Members of a community, as they were at a moment, laid out in rows so that what any of them can score with another at most is worked out
/// for all in a fraction of a millisecond. For any number of threads: nothing of it changes but caches.
/// </summary>
internal sealed class Segment : IChangedMembers
{
    /// <summary>More sets of languages than these are one, of which everything is held possible.</summary>
    private const int MostLanguageSets = 255;

    // No ConcurrentBag: the thread's own part of one keeps its items, these keep the segment, and that keeps the bag, for ever.
    private readonly ConcurrentStack<SegmentSearch> _idle = [];
    private readonly PersistentArray<Member> _members;
    private readonly WeekHoursCache _weeks;
    private readonly int[]? _positions;
    private HoursOfDay? _hours;

    private Segment(CommunityIndex index, int[]? positions, SimdWidth width)
    {
        (_members, _weeks, _positions) = (index.Members, index.Weeks, positions);
        Width = width;
        Count = positions?.Length ?? index.Members.Count;
        int topics = index.Vectorizer.Topics.Count;
        Interests = index.Options.InterestSimilarity == SimilarityMeasure.Cosine ? OfInterests(index, topics) : null;
        Offers = OfLevels(index, topics, vector => vector.Offers, (level, _) => LevelCodes.Of(level.Level));
        Needs = OfLevels(index, topics, vector => vector.Needs, (level, total) => LevelCodes.Need(level.Level, level.Importance / total));
        Teaches = OfLevels(index, topics, vector => vector.Teaches, (level, _) => LevelCodes.Of(level.Level));
        Learns = OfLevels(
            index,
            topics,
            vector => vector.Learns,
            (level, total) => LevelCodes.Lesson(level.Level, level.Importance / total)
        );
        (Texts, FurtherTexts, FurtherOwners) = OfTexts(index);
        (X, Y, Z) = Places(index);
        (LanguageSet, LanguageSets) = SetsOfLanguages(index);
        Activity = positions is null ? index.ActivityBounds : new ActivityBounds(Array.ConvertAll(positions, index.Network.ActivityLevel));
        (Mentors, Mentees) = (new bool[Count], new bool[Count]);
        for (int i = 0; i < Count; i++)
        {
            MentoringPreferences? mentoring = index.Members[PositionOf(i)].Mentoring;
            (Mentors[i], Mentees[i]) = (mentoring is { Mentors: true }, mentoring is { SeeksMentor: true });
        }
    }

    public SimdWidth Width { get; }

    /// <summary>How many members it was built of.</summary>
    public int Count { get; }

    /// <summary>Whether row and position are the same: it was built of all members there were.</summary>
    public bool IsWhole => _positions is null;

    /// <summary>Whom it was built of, in order; empty where of all.</summary>
    public ReadOnlySpan<int> Positions => _positions;

    /// <summary>Null where interests are not compared by their cosine.</summary>
    public CosineIndex? Interests { get; }

    public Postings Offers { get; }

    public Postings Needs { get; }

    public Postings Teaches { get; }

    public Postings Learns { get; }

    /// <summary>The first text of each member; null in a community without.</summary>
    public QuantizedRows? Texts { get; }

    /// <summary>All texts after the first, by member.</summary>
    public QuantizedRows? FurtherTexts { get; }

    /// <summary>Whose each of the further texts is.</summary>
    public int[] FurtherOwners { get; }

    /// <summary>Kilometres from the middle of the Earth; not a number where a member tells no place.</summary>
    public float[] X { get; }

    public float[] Y { get; }

    public float[] Z { get; }

    /// <summary>Which set of languages each member speaks.</summary>
    public byte[] LanguageSet { get; }

    /// <summary>The languages of each set; of those that are too many to tell apart none.</summary>
    public IReadOnlyList<string>[] LanguageSets { get; }

    /// <summary>How active each member is at most, by row.</summary>
    public ActivityBounds Activity { get; }

    public bool[] Mentors { get; }

    /// <summary>By row: whether the member seeks a mentor.</summary>
    public bool[] Mentees { get; }

    /// <param name="index">The community.</param>
    /// <param name="positions">Of whom, ascending; null: of all.</param>
    /// <param name="width">What the machine has, or less.</param>
    public static Segment Build(CommunityIndex index, int[]? positions = null, SimdWidth? width = null) =>
        new(index, positions, width ?? Simd.Best);

    public SegmentSearch Rent() => _idle.TryPop(out SegmentSearch? search) ? search : new SegmentSearch(this);

    public void Return(SegmentSearch search) => _idle.Push(search);

    /// <summary>The position of the member in a row.</summary>
    public int PositionOf(int row) => _positions is null ? row : _positions[row];

    /// <summary>The row of the member at a position; below 0 where there is none.</summary>
    public int RowOf(int position) =>
        _positions is not null ? Array.BinarySearch(_positions, position)
        : position < Count ? position
        : -1;

    /// <summary>The hours of a day's week, in slices.</summary>
    public HoursOfDay Hours(DateOnly firstDay)
    {
        if (_hours is { } known && known.FirstDay == firstDay)
            return known;
        var day = new HoursOfDay(firstDay, new uint[Count], new byte[Count]);
        for (int i = 0; i < Count; i++)
        {
            int position = PositionOf(i);
            if (_weeks.Of(firstDay, position, _members[position]) is { } own)
                (day.Slices[i], day.Kinds[i]) = (own.Slices(), own.Zoned ? HoursOfDay.Zoned : HoursOfDay.Local);
        }

        return _hours = day;
    }

    private CosineIndex OfInterests(CommunityIndex index, int topics)
    {
        int[] starts = new int[Count + 1];
        for (int i = 0; i < Count; i++)
            starts[i + 1] = starts[i] + index.Vectors[PositionOf(i)].Interests.Count;
        int[] ids = new int[starts[^1]];
        float[] weights = new float[starts[^1]];
        for (int i = 0; i < Count; i++)
        {
            index.Vectors[PositionOf(i)].Interests.Indices.CopyTo(ids.AsSpan(starts[i]));
            index.Vectors[PositionOf(i)].Interests.Values.CopyTo(weights.AsSpan(starts[i]));
        }

        return CosineIndex.Build(new TopicRows(topics, starts, ids), weights, Width);
    }

    private Postings OfLevels(
        CommunityIndex index,
        int topics,
        Func<MemberVector, IReadOnlyList<TopicLevel>> levels,
        Func<TopicLevel, double, byte> code
    )
    {
        int[] starts = new int[Count + 1];
        for (int i = 0; i < Count; i++)
            starts[i + 1] = starts[i] + levels(index.Vectors[PositionOf(i)]).Count;
        int[] ids = new int[starts[^1]];
        byte[] codes = new byte[starts[^1]];
        for (int i = 0; i < Count; i++)
        {
            IReadOnlyList<TopicLevel> own = levels(index.Vectors[PositionOf(i)]);
            double total = 0;
            for (int t = 0; t < own.Count; t++)
                total += own[t].Importance;
            for (int t = 0; t < own.Count; t++)
                (ids[starts[i] + t], codes[starts[i] + t]) = (own[t].Topic, code(own[t], total));
        }

        return Postings.Build(new TopicRows(topics, starts, ids), codes, columns: false);
    }

    private (QuantizedRows? First, QuantizedRows? Further, int[] Owners) OfTexts(CommunityIndex index)
    {
        int dimensions = 0;
        List<(int Owner, int Text)> further = [];
        for (int i = 0; i < Count; i++)
        {
            float[][] texts = index.Vectors[PositionOf(i)].Texts;
            if (texts.Length > 0)
                dimensions = texts[0].Length;
            for (int t = 1; t < texts.Length; t++)
                further.Add((i, t));
        }

        if (dimensions == 0)
            return (null, null, []);
        var first = QuantizedRows.Build(
            Count,
            dimensions,
            i => index.Vectors[PositionOf(i)].Texts is { Length: > 0 } texts ? texts[0] : default(ReadOnlyMemory<float>),
            Width
        );
        return (
            first,
            further.Count == 0
                ? null
                : QuantizedRows.Build(
                    further.Count,
                    dimensions,
                    i => index.Vectors[PositionOf(further[i].Owner)].Texts[further[i].Text],
                    Width
                ),
            [.. further.Select(text => text.Owner)]
        );
    }

    private (float[] X, float[] Y, float[] Z) Places(CommunityIndex index)
    {
        var (x, y, z) = (new float[Count], new float[Count], new float[Count]);
        for (int i = 0; i < Count; i++)
            (x[i], y[i], z[i]) = GreatCircle.Point(index.Members[PositionOf(i)].Location);
        return (x, y, z);
    }

    private (byte[] Sets, IReadOnlyList<string>[] Spoken) SetsOfLanguages(CommunityIndex index)
    {
        byte[] sets = new byte[Count];
        List<IReadOnlyList<string>> spoken = [];
        Dictionary<string, byte> known = new(StringComparer.Ordinal);
        for (int i = 0; i < Count; i++)
        {
            IReadOnlyList<string> languages = index.Members[PositionOf(i)].Languages;
            string key =
                languages.Count == 0
                    ? ""
                    : string.Join(' ', languages.Select(LanguageTag.Primary).Distinct().Order(StringComparer.Ordinal));
            if (!known.TryGetValue(key, out byte set))
            {
                set = (byte)Math.Min(known.Count, MostLanguageSets);
                if (set < MostLanguageSets)
                {
                    known.Add(key, set);
                    spoken.Add(languages);
                }
            }

            sets[i] = set;
        }

        return (sets, [.. spoken]);
    }
}

/// <summary>Everybody's hours in one week, coarsely.</summary>
/// <param name="FirstDay">The week's first day.</param>
/// <param name="Slices">As <see cref="WeekHours.Slices"/>.</param>
/// <param name="Kinds">Whether they tell any, and whether in universal time.</param>
internal sealed record HoursOfDay(DateOnly FirstDay, uint[] Slices, byte[] Kinds)
{
    public const byte Zoned = 1,
        Local = 2;
}
