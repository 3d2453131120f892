namespace Matchmaking.Retrieval;

/// <summary>
/// Whom of a segment one member should meet, exactly, without scoring everybody. A score is a mean of two weighted sums of parts, and of
/// each part a bound from above is worked out for all members at once: interests and needs from postings, texts from bytes, the network
/// outwards from the member, the way from points in space. Members are then scored best bound first, until the k-th best score is above all
/// bounds left: nobody else can be in the answer (the idea of Fagin, Lotem and Naor's threshold algorithm, 2003, with a bound for each
/// member in place of one for all). Texts are the most to read, so they wait: at first everybody's are as close as can be, the likeliest
/// are scored, and the texts are read of those alone who could still be better. For one thread; reused.
/// </summary>
internal sealed class SegmentSearch(Segment segment)
{
    private const int Tile = 8192;

    /// <summary>Of so many members the largest bound is looked at first, to find where to begin.</summary>
    private const int Sample = 256;

    /// <summary>The bound of whom a rule forbids whatever else speaks for them.</summary>
    private const float Forbidden = -1e9f;

    private readonly float[] _bounds = new float[segment.Count];
    private readonly float[] _forward = new float[Math.Min(Tile, segment.Count)];
    private readonly float[] _backward = new float[Math.Min(Tile, segment.Count)];
    private readonly float[] _mentoring = new float[Math.Min(Tile, segment.Count)];
    private readonly int[] _found = new int[segment.Count];
    private readonly float[] _keys = new float[segment.Count];
    private readonly float[] _largest = new float[(segment.Count / Sample) + 1];
    private readonly float[] _languages = new float[256];
    private readonly PostingQuery _interests = new();
    private readonly PostingQuery _offers = new();
    private readonly PostingQuery _needs = new();
    private readonly PostingQuery _teachers = new();
    private readonly PostingQuery _learners = new();
    private readonly TextBounds? _texts = segment.Texts is null
        ? null
        : new TextBounds(segment.Texts, segment.FurtherTexts, segment.FurtherOwners, Math.Min(Tile, segment.Count));

    /// <summary>What the network says at most, for whoever searches several segments for one member.</summary>
    public NetworkReach Network { get; } = new();

    /// <summary>
    /// Those who are better than the best so far: whom <paramref name="score"/> allows, of at least a score.
    /// </summary>
    /// <param name="query">The question.</param>
    /// <param name="rules">What scores; a score is never above the bound made of its parts.</param>
    /// <param name="network">What the network says of the member and everybody at most; measured, where it counts.</param>
    /// <param name="score">Scores and allows exactly, by position.</param>
    /// <param name="newer">Who is in it does not count here; null: nobody.</param>
    /// <param name="recent">The positions of others who do not count here.</param>
    /// <param name="minimum">The least score.</param>
    /// <param name="top">The best so far; takes better ones.</param>
    public void Best<TScore>(
        PairQuery query,
        PairScorer rules,
        NetworkReach network,
        in TScore score,
        Segment? newer,
        ReadOnlySpan<int> recent,
        double minimum,
        TopK top
    )
        where TScore : struct, IRowScore
    {
        QuantizedRows.Query[] texts = Texts(query, rules);
        // Only of a mean whose slopes add up to 1 or more is a part's share taken off both gains at least taken off the mean.
        bool late = texts.Length > 0 && rules.Reciprocity != Reciprocity.Product;
        Bound(query, rules, network, texts, late);
        Exclude(newer, recent);
        if (!late || !IsAnsweredByTexts(texts, (float)rules.Share(ScorePart.Text), score, minimum, top))
            ByBounds(score, minimum, top);
    }

    /// <summary>Scores the members of the largest bounds, and of ever smaller ones, until nobody left can be in the answer.</summary>
    private void ByBounds<TScore>(in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        float cut = Start(top, minimum);
        for (float above = float.PositiveInfinity; ; above = cut, cut = Next(cut, top, minimum))
        {
            OfferFound(Find(cut, above), score, minimum, top);
            if (cut <= (float)minimum || (top.IsFull && cut <= top.Threshold))
                break;
        }
    }

    /// <summary>The members of the largest bounds, in no particular order, of those whom <paramref name="allowed"/> allows.</summary>
    /// <param name="query">The question.</param>
    /// <param name="rules">Of what parts the bound is made.</param>
    /// <param name="network">What the network says of the member and everybody at most; measured, where it counts.</param>
    /// <param name="allowed">Allows, by position.</param>
    /// <param name="newer">Who is in it does not count here; null: nobody.</param>
    /// <param name="recent">The positions of others who do not count here.</param>
    /// <param name="count">How many.</param>
    /// <param name="positions">Takes them.</param>
    public void Largest<TScore>(
        PairQuery query,
        PairScorer rules,
        NetworkReach network,
        in TScore allowed,
        Segment? newer,
        ReadOnlySpan<int> recent,
        int count,
        ICollection<int> positions
    )
        where TScore : struct, IRowScore
    {
        Bound(query, rules, network, Texts(query, rules), late: false);
        Exclude(newer, recent);
        int found = Find(float.Epsilon, float.PositiveInfinity);
        for (int i = 0; i < found && count > 0; i++)
        {
            int position = segment.PositionOf(_found[i]);
            if (!allowed.Allows(position))
                continue;
            positions.Add(position);
            count--;
        }
    }

    /// <summary>Offers the found, whose largest bounds come first, as long as any can be better than those there are.</summary>
    /// <returns>How many were offered.</returns>
    private int OfferFound<TScore>(int count, in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        int offered = 0;
        while (offered < count && !(top.IsFull && -_keys[offered] < top.Threshold))
            CandidateSearch.Offer(segment.PositionOf(_found[offered++]), score, minimum, top);
        return offered;
    }

    /// <summary>
    /// Where to begin: at what has to be reached, or, where that is not known, at a bound that some more members than are asked for reach,
    /// by the largest of many samples.
    /// </summary>
    private float Start(TopK top, double minimum)
    {
        if (top.IsFull)
            return Next(0, top, minimum);
        int samples = 0;
        for (int first = 0; first < _bounds.Length; first += Sample)
            _largest[samples++] = System.Numerics.Tensors.TensorPrimitives.Max<float>(
                _bounds.AsSpan(first, Math.Min(Sample, _bounds.Length - first))
            );
        Array.Sort(_largest, 0, samples);
        return Math.Max(_largest[Math.Max(0, samples - (4 * top.Capacity) - 8)], (float)Math.Max(minimum, 0));
    }

    private static float Next(float cut, TopK top, double minimum) =>
        (float)
            Math.Max(
                minimum,
                top.IsFull ? top.Threshold * (1 - 1e-6)
                    : cut > .02f ? cut * .85
                    : 0
            );

    /// <summary>Members with bounds in [from, below), largest first.</summary>
    private int Find(float from, float below)
    {
        int found = ColumnKernel.AtLeast(_bounds, from, _found, segment.Width);
        for (int i = 0; i < found; i++)
            _keys[i] = _bounds[_found[i]];
        return Rank(found, from, below);
    }

    /// <summary>Of those found the ones with keys in [from, below), largest first; the keys are turned round.</summary>
    private int Rank(int found, float from, float below)
    {
        int count = 0;
        for (int i = 0; i < found; i++)
        {
            float bound = _keys[i];
            if (bound >= from && bound < below)
                (_keys[count], _found[count++]) = (-bound, _found[i]);
        }

        Array.Sort(_keys, _found, 0, count);
        return count;
    }

    private void Exclude(Segment? newer, ReadOnlySpan<int> recent)
    {
        if (newer is not null)
            Exclude(newer.Positions);
        Exclude(recent);
    }

    private void Exclude(ReadOnlySpan<int> positions)
    {
        foreach (int position in positions)
        {
            if (segment.RowOf(position) is >= 0 and int row)
                _bounds[row] = Forbidden;
        }
    }

    /// <summary>Scores the likeliest, whose texts are read first, and then reads those of all who could be better than they.</summary>
    /// <returns>
    /// Whether there were enough of the likeliest, so that nobody else can be in the answer; otherwise the bounds are as low as the texts
    /// make them.
    /// </returns>
    private bool IsAnsweredByTexts<TScore>(QuantizedRows.Query[] own, float share, in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        int found = ColumnKernel.AtLeast(_bounds, Start(top, minimum), _found, segment.Width);
        Lower(own, share, found, _keys);
        int offered = OfferFound(Rank(found, float.NegativeInfinity, float.PositiveInfinity), score, minimum, top);
        for (int i = 0; i < offered; i++)
            _bounds[_found[i]] = Forbidden;

        float cut = (float)Math.Max(minimum, top.IsFull ? top.Threshold * (1 - 1e-6) : 0);
        found = ColumnKernel.AtLeast(_bounds, cut, _found, segment.Width);
        Lower(own, share, found, _keys);
        if (top.IsFull)
        {
            OfferFound(Rank(found, cut, float.PositiveInfinity), score, minimum, top);
            return true;
        }

        for (int i = 0; i < found; i++)
            _bounds[_found[i]] = _keys[i];
        return false;
    }

    /// <summary>The bounds of those found, who are in order, without what their texts are less than as close as can be.</summary>
    private void Lower(QuantizedRows.Query[] own, float share, int found, float[] lowered)
    {
        for (int first = 0; first < found; first += Tile)
        {
            ReadOnlySpan<int> some = _found.AsSpan(first, Math.Min(Tile, found - first));
            ReadOnlySpan<float> closest = _texts!.Closest(own, some);
            for (int i = 0; i < some.Length; i++)
                lowered[first + i] = _bounds[some[i]] - (share * (1 - Math.Clamp(closest[i], 0, 1)));
        }
    }

    private QuantizedRows.Query[] Texts(PairQuery query, PairScorer rules) =>
        rules.Share(ScorePart.Text) > 0 && segment.Texts is { } rows
            ? Array.ConvertAll(query.Vector.Texts, text => rows.Prepare(text))
            : [];

    /// <param name="query">The question.</param>
    /// <param name="rules">Of what parts the bound is made.</param>
    /// <param name="reach">What the network says at most.</param>
    /// <param name="own">The member's texts; none where texts do not count.</param>
    /// <param name="late">Whether all texts are taken to be as close as can be for now.</param>
    private void Bound(PairQuery query, PairScorer rules, NetworkReach reach, QuantizedRows.Query[] own, bool late)
    {
        CommunityIndex community = query.Index;
        MemberVector vector = query.Vector;
        float interests = (float)rules.Share(ScorePart.SharedInterests),
            needs = (float)rules.Share(ScorePart.NeedsMet),
            texts = (float)rules.Share(ScorePart.Text);
        float network = (float)rules.Share(ScorePart.Network),
            practicalities = (float)rules.Share(ScorePart.Practicalities);
        float activity = (float)rules.Share(ScorePart.Activity),
            mentoring = (float)rules.Share(ScorePart.MentorFit);
        Prepare(vector, interests, needs, mentoring);
        StartBounds(reach, network, late ? texts : 0);
        float constant = (float)(activity * community.Network.ActivityLevel(query.Member) * (1 + 1e-6));
        for (int first = 0; first < segment.Count; first += Tile)
        {
            int length = Math.Min(Tile, segment.Count - first);
            Span<float> sums = _bounds.AsSpan(first, length),
                forward = _forward.AsSpan(0, length),
                backward = _backward.AsSpan(0, length);
            forward.Clear();
            backward.Clear();
            AddInterests(query, interests, sums, first);
            Add(_offers, forward, first);
            Add(_needs, backward, first);
            if (_teachers.Count + _learners.Count > 0)
                AddMentoring(query, mentoring, sums, first);
            if (own.Length > 0 && !late)
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(_texts!.Closest(own, first, length), texts, sums, sums);
            AddPracticalities(query, practicalities, sums, first);
            foreach ((HostPart part, float share) in rules.HostParts)
                AddHosts(query, part, share, sums, first);
            BoundKernel.Combine(
                rules.Reciprocity,
                sums,
                forward,
                backward,
                segment.Activity.Values.Slice(first, length),
                activity,
                constant,
                segment.Width
            );
        }
    }

    private void Prepare(MemberVector vector, float interests, float needs, float mentoring)
    {
        if (segment.Interests is { } cosines && interests > 0)
            cosines.Prepare(_interests, dense: null, vector.Interests.Indices, vector.Interests.Values, interests);
        else
            _interests.Start(segment.Offers);
        Fill(_offers, segment.Offers, needs > 0 ? vector.Needs : [], LevelCodes.OffersFor, needs, isShare: true);
        Fill(_needs, segment.Needs, needs > 0 ? vector.Offers : [], LevelCodes.NeedsMetBy, needs, isShare: false);
        Fill(_teachers, segment.Teaches, mentoring > 0 ? vector.Learns : [], LevelCodes.TeachersFor, 1, isShare: true);
        Fill(_learners, segment.Learns, mentoring > 0 ? vector.Teaches : [], LevelCodes.LearnersOf, 1, isShare: false);
    }

    private static void Fill(
        PostingQuery query,
        Postings postings,
        IReadOnlyList<TopicLevel> levels,
        Func<int, float[]> table,
        float factor,
        bool isShare
    )
    {
        query.Start(postings);
        double total = 0;
        for (int i = 0; i < levels.Count; i++)
            total += levels[i].Importance;
        for (int i = 0; i < levels.Count; i++)
            query.AddTable(levels[i].Topic, table(levels[i].Level), isShare ? (float)(factor * levels[i].Importance / total) : factor);
        query.Complete(longest: 0);
    }

    private void StartBounds(NetworkReach reach, float share, float texts)
    {
        if (share == 0)
        {
            Array.Fill(_bounds, texts);
            return;
        }

        if (!segment.IsWhole)
        {
            for (int row = 0; row < _bounds.Length; row++)
                _bounds[row] = (share * reach.Of(segment.PositionOf(row))) + texts;
            return;
        }

        Array.Fill(_bounds, (share * reach.Others) + texts);
        ReadOnlySpan<int> touched = reach.Touched;
        ReadOnlySpan<float> bounds = reach.Bounds;
        for (int i = 0; i < touched.Length; i++)
        {
            if (touched[i] < _bounds.Length)
                _bounds[touched[i]] = (share * bounds[i]) + texts;
        }
    }

    private void Add(PostingQuery query, Span<float> sums, int first)
    {
        for (int i = 0; i < query.Count; i++)
            query.AddTo(i, sums, first, segment.Width);
    }

    private void AddInterests(PairQuery query, float share, Span<float> sums, int first)
    {
        if (share == 0)
            return;
        if (segment.Interests is not null)
        {
            Add(_interests, sums, first);
            return;
        }

        for (int i = 0; i < sums.Length; i++)
            sums[i] +=
                share
                * (float)
                    query.Index.InterestSimilarity.Compute(
                        query.Vector.Interests,
                        query.Index.Vectors[segment.PositionOf(first + i)].Interests
                    );
    }

    private void AddMentoring(PairQuery query, float share, Span<float> sums, int first)
    {
        Span<float> fits = _mentoring.AsSpan(0, sums.Length);
        fits.Clear();
        Add(_teachers, fits, first);
        if (query.Kind != IntroductionKind.Mentor || !query.AsksAsMentee)
            Add(_learners, fits, first);
        float topics = share * (float)MentorFitPart.TopicShare,
            rest = share * (float)(MentorFitPart.EaseShare + MentorFitPart.CapacityShare);
        for (int i = 0; i < fits.Length; i++)
        {
            if (fits[i] > 0)
                sums[i] += (topics * Math.Min(1, fits[i])) + rest;
        }
    }

    /// <summary>
    /// Language, hours and the way, as <see cref="PracticalitiesPart"/> has them; and who cannot be introduced for want of a language or a
    /// mentor.
    /// </summary>
    private void AddPracticalities(PairQuery query, float share, Span<float> sums, int first)
    {
        CommunityIndex community = query.Index;
        int kinds = (community.HasLanguages ? 1 : 0) + (community.ComparesHours ? 1 : 0) + (community.HasLocations ? 1 : 0);
        float each = kinds == 0 ? 0 : share / kinds;
        if (community.HasLanguages)
        {
            if (first == 0)
                FillLanguages(query, each);
            BoundKernel.AddByTable(
                segment.LanguageSet.AsSpan(first, sums.Length),
                _languages,
                segment.LanguageSets.Length,
                sums,
                segment.Width
            );
        }

        if (community.ComparesHours && each > 0)
            AddHours(query, each, sums, first);
        if (community.HasLocations && each > 0)
        {
            int length = sums.Length;
            BoundKernel.AddEase(
                GreatCircle.Point(query.Profile.Location),
                segment.X.AsSpan(first, length),
                segment.Y.AsSpan(first, length),
                segment.Z.AsSpan(first, length),
                (float)Practicality.HalfDistanceKm,
                (float)Practicality.Unknown,
                each,
                sums,
                segment.Width
            );
        }

        if (query.Kind == IntroductionKind.Mentor)
        {
            bool seeks = query.Profile.Mentoring is { SeeksMentor: true },
                mentors = !query.AsksAsMentee && query.Profile.Mentoring is { Mentors: true };
            for (int i = 0; i < sums.Length; i++)
                sums[i] =
                    (seeks && segment.Mentors[first + i]) || (mentors && segment.Mentees[first + i]) || query.IgnoresRules
                        ? sums[i]
                        : Forbidden;
        }
    }

    private void AddHosts(PairQuery query, HostPart part, float share, Span<float> sums, int first)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            if (sums[i] >= 0)
                sums[i] += share * part.Bound(query, segment.PositionOf(first + i));
        }
    }

    private void FillLanguages(PairQuery query, float share)
    {
        Array.Fill(_languages, share);
        for (int set = 0; set < segment.LanguageSets.Length; set++)
        {
            _languages[set] = Languages.InCommon(query.Profile.Languages, segment.LanguageSets[set]) switch
            {
                true => share,
                null => (float)Practicality.Unknown * share,
                false => query.Index.Options.RequireCommonLanguage && !query.IgnoresRules ? Forbidden : 0,
            };
        }
    }

    private void AddHours(PairQuery query, float share, Span<float> sums, int first)
    {
        DateOnly day = DateOnly.FromDateTime(query.Now.UtcDateTime);
        HoursOfDay hours = segment.Hours(day);
        WeekHours? own = query.Index.LikelyHoursFrom(day, query.Member);
        int kind =
            own is null ? -1
            : own.Zoned ? HoursOfDay.Zoned
            : HoursOfDay.Local;
        uint slices = own?.Slices() ?? 0;
        BoundKernel.AddHours(
            hours.Kinds.AsSpan(first, sums.Length),
            hours.Slices.AsSpan(first, sums.Length),
            kind,
            slices,
            (float)Practicality.Unknown * share,
            share,
            sums,
            segment.Width
        );
    }
}
