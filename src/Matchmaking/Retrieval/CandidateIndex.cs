using System.Collections.Concurrent;

namespace Matchmaking;

/// <summary>
/// The members of a community laid out so that what any of them can score with another at most is worked out for all in a fraction of a millisecond.
/// Immutable but for a cache; for any number of threads. Members who changed since it was built are to be taken for candidates always.
/// </summary>
internal sealed class CandidateIndex
{
    /// <summary>More sets of languages than these are one, of which everything is held possible.</summary>
    private const int MostLanguageSets = 255;

    private readonly ConcurrentBag<CandidateSearch> _idle = [];
    private HoursOfDay? _hours;

    private CandidateIndex(CommunityIndex index, SimdWidth width)
    {
        Width = width;
        Count = index.Members.Count;
        int topics = index.Vectorizer.Topics.Count;
        Interests = index.Options.InterestSimilarity == SimilarityMeasure.Cosine ? OfInterests(index, topics) : null;
        Offers = OfLevels(index, topics, vector => vector.Offers, (level, _) => LevelCodes.Of(level.Level));
        Needs = OfLevels(index, topics, vector => vector.Needs, (level, total) => LevelCodes.Need(level.Level, level.Importance / total));
        Teaches = OfLevels(index, topics, vector => vector.Teaches, (level, _) => LevelCodes.Of(level.Level));
        Learns = OfLevels(index, topics, vector => vector.Learns, (level, total) => LevelCodes.Lesson(level.Level, level.Importance / total));
        (Texts, FurtherTexts, FurtherOwners) = OfTexts(index);
        (X, Y, Z) = Places(index);
        (LanguageSet, LanguageSets) = SetsOfLanguages(index);
        Activity = index.ActivityBounds;
        Mentors = new bool[Count];
        for (int i = 0; i < Count; i++)
            Mentors[i] = index.Members[i].Mentoring is { Mentors: true };
    }

    public SimdWidth Width { get; }

    /// <summary>How many members it was built of: those at positions below.</summary>
    public int Count { get; }

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

    public float[] Activity { get; }

    public bool[] Mentors { get; }

    public static CandidateIndex Build(CommunityIndex index, SimdWidth? width = null) => new(index, width ?? Simd.Best);

    public CandidateSearch Rent() => _idle.TryTake(out CandidateSearch? search) ? search : new CandidateSearch(this);

    public void Return(CandidateSearch search) => _idle.Add(search);

    /// <summary>The hours of a day's week, in slices.</summary>
    public HoursOfDay Hours(CommunityIndex index, DateOnly firstDay)
    {
        if (_hours is { } known && known.FirstDay == firstDay)
            return known;
        var day = new HoursOfDay(firstDay, new uint[Count], new byte[Count]);
        for (int i = 0; i < Count; i++)
        {
            if (index.Base.HoursFrom(firstDay, i) is { } own)
                (day.Slices[i], day.Kinds[i]) = (own.Slices(), own.Zoned ? HoursOfDay.Zoned : HoursOfDay.Local);
        }

        return _hours = day;
    }

    private CosineIndex OfInterests(CommunityIndex index, int topics)
    {
        int[] starts = new int[Count + 1];
        for (int i = 0; i < Count; i++)
            starts[i + 1] = starts[i] + index.Vectors[i].Interests.Count;
        int[] ids = new int[starts[^1]];
        float[] weights = new float[starts[^1]];
        for (int i = 0; i < Count; i++)
        {
            index.Vectors[i].Interests.Indices.CopyTo(ids.AsSpan(starts[i]));
            index.Vectors[i].Interests.Values.CopyTo(weights.AsSpan(starts[i]));
        }

        return CosineIndex.Build(new TopicRows(topics, starts, ids), weights, Width);
    }

    private Postings OfLevels(CommunityIndex index, int topics, Func<MemberVector, IReadOnlyList<TopicLevel>> levels, Func<TopicLevel, double, byte> code)
    {
        int[] starts = new int[Count + 1];
        for (int i = 0; i < Count; i++)
            starts[i + 1] = starts[i] + levels(index.Vectors[i]).Count;
        int[] ids = new int[starts[^1]];
        byte[] codes = new byte[starts[^1]];
        for (int i = 0; i < Count; i++)
        {
            IReadOnlyList<TopicLevel> own = levels(index.Vectors[i]);
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
            float[][] texts = index.Vectors[i].Texts;
            if (texts.Length > 0)
                dimensions = texts[0].Length;
            for (int t = 1; t < texts.Length; t++)
                further.Add((i, t));
        }

        if (dimensions == 0)
            return (null, null, []);
        var first = QuantizedRows.Build(Count, dimensions, i => index.Vectors[i].Texts is { Length: > 0 } texts ? texts[0] : default(ReadOnlyMemory<float>), Width);
        return (
            first,
            further.Count == 0 ? null : QuantizedRows.Build(further.Count, dimensions, i => index.Vectors[further[i].Owner].Texts[further[i].Text], Width),
            [.. further.Select(text => text.Owner)]);
    }

    private (float[] X, float[] Y, float[] Z) Places(CommunityIndex index)
    {
        var (x, y, z) = (new float[Count], new float[Count], new float[Count]);
        for (int i = 0; i < Count; i++)
            (x[i], y[i], z[i]) = GreatCircle.Point(index.Members[i].Location);
        return (x, y, z);
    }

    private (byte[] Sets, IReadOnlyList<string>[] Spoken) SetsOfLanguages(CommunityIndex index)
    {
        byte[] sets = new byte[Count];
        List<IReadOnlyList<string>> spoken = [];
        Dictionary<string, byte> known = new(StringComparer.Ordinal);
        for (int i = 0; i < Count; i++)
        {
            IReadOnlyList<string> languages = index.Members[i].Languages;
            string key = languages.Count == 0 ? "" : string.Join(' ', languages.Select(LanguageTag.Primary).Distinct().Order(StringComparer.Ordinal));
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
    public const byte Zoned = 1, Local = 2;
}
