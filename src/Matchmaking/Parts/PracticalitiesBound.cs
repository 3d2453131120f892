namespace Matchmaking.Parts;

/// <summary>Languages, hours and places of the members of a segment.</summary>
internal sealed class PracticalitiesColumns : PartColumns
{
    /// <summary>More sets of languages than these are one, of which everything is held possible.</summary>
    private const int MostLanguageSets = 255;

    private readonly PersistentArray<Member> _members;
    private readonly WeekHoursCache _weeks;
    private HoursOfDay? _hours;

    public PracticalitiesColumns(CommunityIndex index, SegmentRows rows)
    {
        (_members, _weeks, Rows) = (index.Members, index.Weeks, rows);
        (X, Y, Z) = (new float[rows.Count], new float[rows.Count], new float[rows.Count]);
        for (int i = 0; i < rows.Count; i++)
            (X[i], Y[i], Z[i]) = GreatCircle.Point(_members[rows.PositionOf(i)].Location);
        LanguageSet = new byte[rows.Count];
        LanguageSets = SetsOfLanguages();
    }

    public SegmentRows Rows { get; }

    /// <summary>Kilometres from the middle of the Earth; not a number where a member tells no place.</summary>
    public float[] X { get; }

    public float[] Y { get; }

    public float[] Z { get; }

    /// <summary>Which set of languages each member speaks.</summary>
    public byte[] LanguageSet { get; }

    /// <summary>The languages of each set; of those that are too many to tell apart none.</summary>
    public IReadOnlyList<string>[] LanguageSets { get; }

    /// <summary>The hours of a day's week, in slices.</summary>
    public HoursOfDay Hours(DateOnly firstDay)
    {
        if (_hours is { } known && known.FirstDay == firstDay)
            return known;
        var day = new HoursOfDay(firstDay, new uint[Rows.Count], new byte[Rows.Count]);
        for (int i = 0; i < Rows.Count; i++)
        {
            int position = Rows.PositionOf(i);
            if (_weeks.Of(firstDay, position, _members[position]) is { } own)
                (day.Slices[i], day.Kinds[i]) = (own.Slices(), own.Zoned ? HoursOfDay.Zoned : HoursOfDay.Local);
        }

        return _hours = day;
    }

    public override PartBound NewBound() => new PracticalitiesBound(this);

    private IReadOnlyList<string>[] SetsOfLanguages()
    {
        List<IReadOnlyList<string>> spoken = [];
        Dictionary<string, byte> known = new(StringComparer.Ordinal);
        for (int i = 0; i < Rows.Count; i++)
        {
            IReadOnlyList<string> languages = _members[Rows.PositionOf(i)].Languages;
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

            LanguageSet[i] = set;
        }

        return [.. spoken];
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

/// <summary>
/// Language, hours and the way, as <see cref="PracticalitiesPart"/> has them; and who cannot be introduced for want of a language.
/// </summary>
internal sealed class PracticalitiesBound(PracticalitiesColumns columns) : PartBound
{
    private readonly float[] _languages = new float[256];
    private bool _byLanguage;
    private bool _byPlace;
    private float _each;
    private (float X, float Y, float Z) _place;
    private HoursOfDay? _hours;
    private int _kind;
    private uint _slices;

    public override bool Start(PairQuery query, float share)
    {
        CommunityIndex community = query.Index;
        int kinds = (community.HasLanguages ? 1 : 0) + (community.ComparesHours ? 1 : 0) + (community.HasLocations ? 1 : 0);
        _each = kinds == 0 ? 0 : share / kinds;
        bool forbids = community.Options.RequireCommonLanguage && !query.IgnoresRules;
        _byLanguage = community.HasLanguages && (_each > 0 || forbids);
        _byPlace = community.HasLocations && _each > 0;
        _hours = null;
        if (_byLanguage)
            FillLanguages(query.Profile, forbids);
        if (_byPlace)
            _place = GreatCircle.Point(query.Profile.Location);
        if (community.ComparesHours && _each > 0)
            SetHours(query);
        return _byLanguage || _byPlace || _hours is not null;
    }

    public override void AddTo(in BoundTile tile)
    {
        (int first, int length, SimdWidth width) = (tile.First, tile.Length, columns.Rows.Width);
        if (_byLanguage)
            BoundKernel.AddByTable(columns.LanguageSet.AsSpan(first, length), _languages, columns.LanguageSets.Length, tile.Both, width);
        if (_hours is { } hours)
            BoundKernel.AddHours(
                hours.Kinds.AsSpan(first, length),
                hours.Slices.AsSpan(first, length),
                _kind,
                _slices,
                (float)Practicality.Unknown * _each,
                _each,
                tile.Both,
                width
            );
        if (_byPlace)
            BoundKernel.AddEase(
                _place,
                columns.X.AsSpan(first, length),
                columns.Y.AsSpan(first, length),
                columns.Z.AsSpan(first, length),
                (float)Practicality.HalfDistanceKm,
                (float)Practicality.Unknown,
                _each,
                tile.Both,
                width
            );
    }

    private void FillLanguages(Member asker, bool forbids)
    {
        Array.Fill(_languages, _each);
        for (int set = 0; set < columns.LanguageSets.Length; set++)
        {
            _languages[set] = Languages.InCommon(asker.Languages, columns.LanguageSets[set]) switch
            {
                true => _each,
                null => (float)Practicality.Unknown * _each,
                false => forbids ? BoundTile.Forbidden : 0,
            };
        }
    }

    private void SetHours(PairQuery query)
    {
        DateOnly day = DateOnly.FromDateTime(query.Now.UtcDateTime);
        _hours = columns.Hours(day);
        WeekHours? own = query.Index.LikelyHoursFrom(day, query.Member);
        _kind =
            own is null ? -1
            : own.Zoned ? HoursOfDay.Zoned
            : HoursOfDay.Local;
        _slices = own?.Slices() ?? 0;
    }
}
