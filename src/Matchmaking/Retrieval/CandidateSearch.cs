namespace Matchmaking;

/// <summary>
/// Whom one member should meet, exactly, without scoring everybody. A score is a mean of two weighted sums of parts, and of each part a bound from above is
/// worked out for all members at once: interests and needs from postings, texts from bytes, the network outwards from the member, the way from points
/// in space. Members are then scored best bound first, until the k-th best score is above all bounds left: nobody else can be in the answer (the idea
/// of Fagin, Lotem and Naor's threshold algorithm, 2003, with a bound for each member in place of one for all). Texts are the most to read, so they wait: at first
/// everybody's are as close as can be, the likeliest are scored, and the texts are read of those alone who could still be better. For one thread; reused.
/// </summary>
internal sealed class CandidateSearch(CandidateIndex index)
{
    private const int Tile = 8192;

    /// <summary>Of so many members the largest bound is looked at first, to find where to begin.</summary>
    private const int Sample = 256;

    /// <summary>The bound of whom a rule forbids whatever else speaks for them.</summary>
    private const float Forbidden = -1e9f;

    private readonly float[] _bounds = new float[index.Count];
    private readonly float[] _forward = new float[Tile];
    private readonly float[] _backward = new float[Tile];
    private readonly float[] _mentoring = new float[Tile];
    private readonly float[] _texts = new float[Tile];
    private readonly float[] _further = new float[1024];
    private readonly int[] _found = new int[index.Count];
    private readonly float[] _keys = new float[index.Count];
    private readonly float[] _largest = new float[(index.Count / Sample) + 1];
    private readonly float[] _languages = new float[256];
    private readonly PostingQuery _interests = new();
    private readonly PostingQuery _offers = new();
    private readonly PostingQuery _needs = new();
    private readonly PostingQuery _teachers = new();
    private readonly PostingQuery _learners = new();
    private readonly NetworkReach _network = new(index.Count);
    private float[] _networkOfChanged = [];

    /// <summary>
    /// The best, best first: those whom <paramref name="score"/> allows, of at least a score.
    /// </summary>
    /// <param name="query">The question.</param>
    /// <param name="rules">What scores; a score is never above the bound made of its parts.</param>
    /// <param name="score">Scores and allows exactly.</param>
    /// <param name="changed">Who changed since the index was built, or came: always candidates.</param>
    /// <param name="minimum">The least score.</param>
    /// <param name="top">Takes the best.</param>
    public void Best<TScore>(PairQuery query, PairScorer rules, in TScore score, ReadOnlySpan<int> changed, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        QuantizedRows.Query[] texts = Texts(query, rules);
        // Only of a mean whose slopes add up to 1 or more is a part's share taken off both gains at least taken off the mean.
        bool late = texts.Length > 0 && rules.Reciprocity != Reciprocity.Product;
        Bound(query, rules, texts, late, changed);
        Exclude(changed);
        if (!late || !IsAnsweredByTexts(texts, (float)rules.Share(ScorePart.Text), score, minimum, top))
            ByBounds(score, minimum, top);

        // Of those who changed there are no bounds; by now it is known what has to be reached.
        for (int i = 0; i < changed.Length; i++)
        {
            if (rules.MayReach(query, changed[i], Math.Max(minimum, top.Threshold), _networkOfChanged[i]))
                Offer(changed[i], score, minimum, top);
        }
    }

    /// <summary>Scores the members of the largest bounds, and of ever smaller ones, until nobody left can be in the answer.</summary>
    private void ByBounds<TScore>(in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        float cut = Math.Max(Start(top.Capacity), (float)minimum);
        for (float above = float.PositiveInfinity; ; above = cut, cut = Next(cut, top, minimum))
        {
            OfferFound(Find(cut, above), score, minimum, top);
            if (cut <= (float)minimum || (top.IsFull && cut <= top.Threshold))
                break;
        }
    }

    /// <summary>The members of the largest bounds, in no particular order.</summary>
    /// <param name="query">The question.</param>
    /// <param name="rules">Of what parts the bound is made.</param>
    /// <param name="changed">Who changed since the index was built: not looked at.</param>
    /// <param name="count">How many.</param>
    /// <param name="members">Takes them.</param>
    public void Largest(PairQuery query, PairScorer rules, ReadOnlySpan<int> changed, int count, ICollection<int> members)
    {
        Bound(query, rules, Texts(query, rules), late: false, []);
        Exclude(changed);
        int found = Find(float.Epsilon, float.PositiveInfinity);
        for (int i = 0; i < Math.Min(found, count); i++)
            members.Add(_found[i]);
    }

    /// <summary>Offers the found, whose largest bounds come first, as long as any can be better than those there are.</summary>
    /// <returns>How many were offered.</returns>
    private int OfferFound<TScore>(int count, in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        int offered = 0;
        while (offered < count && !(top.IsFull && -_keys[offered] < top.Threshold))
            Offer(_found[offered++], score, minimum, top);
        return offered;
    }

    private static void Offer<TScore>(int member, in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        if (!score.Allows(member))
            return;
        double exact = score.Score(member);
        if (exact >= minimum && exact >= top.Threshold)
            top.Offer(new Candidate(member, exact, score.TieBreak(member)));
    }

    /// <summary>A bound that some more members than are asked for reach, by the largest of many samples.</summary>
    private float Start(int count)
    {
        int samples = 0;
        for (int first = 0; first < _bounds.Length; first += Sample)
            _largest[samples++] = System.Numerics.Tensors.TensorPrimitives.Max<float>(_bounds.AsSpan(first, Math.Min(Sample, _bounds.Length - first)));
        Array.Sort(_largest, 0, samples);
        return Math.Max(0, _largest[Math.Max(0, samples - (4 * count) - 8)]);
    }

    private static float Next(float cut, TopK top, double minimum) =>
        (float)Math.Max(minimum, top.IsFull ? top.Threshold * (1 - 1e-6) : cut > .02f ? cut * .85 : 0);

    /// <summary>Members with bounds in [from, below), largest first.</summary>
    private int Find(float from, float below)
    {
        int found = ColumnKernel.AtLeast(_bounds, from, _found, index.Width);
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

    private void Exclude(ReadOnlySpan<int> changed)
    {
        foreach (int member in changed)
        {
            if (member < _bounds.Length)
                _bounds[member] = Forbidden;
        }
    }

    /// <summary>Scores the likeliest, whose texts are read first, and then reads those of all who could be better than they.</summary>
    /// <returns>Whether there were enough of the likeliest, so that nobody else can be in the answer; otherwise the bounds are as low as the texts make them.</returns>
    private bool IsAnsweredByTexts<TScore>(QuantizedRows.Query[] own, float share, in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        int found = ColumnKernel.AtLeast(_bounds, Math.Max(Start(top.Capacity), (float)minimum), _found, index.Width);
        Lower(own, share, found, _keys);
        int offered = OfferFound(Rank(found, float.NegativeInfinity, float.PositiveInfinity), score, minimum, top);
        for (int i = 0; i < offered; i++)
            _bounds[_found[i]] = Forbidden;

        float cut = (float)Math.Max(minimum, top.IsFull ? top.Threshold * (1 - 1e-6) : 0);
        found = ColumnKernel.AtLeast(_bounds, cut, _found, index.Width);
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
            ReadOnlySpan<float> closest = Closest(own, some);
            for (int i = 0; i < some.Length; i++)
                lowered[first + i] = _bounds[some[i]] - (share * (1 - Math.Clamp(closest[i], 0, 1)));
        }
    }

    private QuantizedRows.Query[] Texts(PairQuery query, PairScorer rules) =>
        rules.Share(ScorePart.Text) > 0 && index.Texts is { } rows ? Array.ConvertAll(query.Vector.Texts, text => rows.Prepare(text)) : [];

    /// <param name="query">The question.</param>
    /// <param name="rules">Of what parts the bound is made.</param>
    /// <param name="own">The member's texts; none where texts do not count.</param>
    /// <param name="late">Whether all texts are taken to be as close as can be for now.</param>
    /// <param name="changed">Of whom what the network adds at most is kept.</param>
    private void Bound(PairQuery query, PairScorer rules, QuantizedRows.Query[] own, bool late, ReadOnlySpan<int> changed)
    {
        CommunityIndex community = query.Index;
        MemberVector vector = query.Vector;
        float interests = (float)rules.Share(ScorePart.SharedInterests), needs = (float)rules.Share(ScorePart.NeedsMet), texts = (float)rules.Share(ScorePart.Text);
        float network = (float)rules.Share(ScorePart.Network), practicalities = (float)rules.Share(ScorePart.Practicalities);
        float activity = (float)rules.Share(ScorePart.Activity), mentoring = (float)rules.Share(ScorePart.MentorFit);
        Prepare(vector, interests, needs, mentoring);
        StartBounds(query, network, late ? texts : 0);
        KeepNetwork(changed, network, late ? texts : 0);
        float constant = (float)(activity * community.Network.ActivityLevel(query.Member) * (1 + 1e-6));
        for (int first = 0; first < index.Count; first += Tile)
        {
            int length = Math.Min(Tile, index.Count - first);
            Span<float> sums = _bounds.AsSpan(first, length), forward = _forward.AsSpan(0, length), backward = _backward.AsSpan(0, length);
            forward.Clear();
            backward.Clear();
            AddInterests(query, interests, sums, first);
            Add(_offers, forward, first);
            Add(_needs, backward, first);
            if (_teachers.Count + _learners.Count > 0)
                AddMentoring(query, mentoring, sums, first);
            if (own.Length > 0 && !late)
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(Closest(own, first, length), texts, sums, sums);
            AddPracticalities(query, practicalities, sums, first);
            BoundKernel.Combine(rules.Reciprocity, sums, forward, backward, index.Activity.AsSpan(first, length), activity, constant, index.Width);
        }
    }

    private void Prepare(MemberVector vector, float interests, float needs, float mentoring)
    {
        if (index.Interests is { } cosines && interests > 0)
            cosines.Prepare(_interests, dense: null, vector.Interests.Indices, vector.Interests.Values, interests);
        else
            _interests.Start(index.Offers);
        Fill(_offers, index.Offers, needs > 0 ? vector.Needs : [], LevelCodes.OffersFor, needs, isShare: true);
        Fill(_needs, index.Needs, needs > 0 ? vector.Offers : [], LevelCodes.NeedsMetBy, needs, isShare: false);
        Fill(_teachers, index.Teaches, mentoring > 0 ? vector.Learns : [], LevelCodes.TeachersFor, 1, isShare: true);
        Fill(_learners, index.Learns, mentoring > 0 ? vector.Teaches : [], LevelCodes.LearnersOf, 1, isShare: false);
    }

    private static void Fill(PostingQuery query, Postings postings, IReadOnlyList<TopicLevel> levels, Func<int, float[]> table, float factor, bool isShare)
    {
        query.Start(postings);
        double total = 0;
        for (int i = 0; i < levels.Count; i++)
            total += levels[i].Importance;
        for (int i = 0; i < levels.Count; i++)
            query.AddTable(levels[i].Topic, table(levels[i].Level), isShare ? (float)(factor * levels[i].Importance / total) : factor);
        query.Complete(longest: 0);
    }

    private void StartBounds(PairQuery query, float share, float texts)
    {
        if (share == 0)
        {
            Array.Fill(_bounds, texts);
            return;
        }

        _network.Measure(query.Index.Network, query.Network, query.Kind == IntroductionKind.Bridge);
        Array.Fill(_bounds, (share * _network.Others) + texts);
        ReadOnlySpan<int> touched = _network.Touched;
        ReadOnlySpan<float> bounds = _network.Bounds;
        for (int i = 0; i < touched.Length; i++)
            _bounds[touched[i]] = (share * bounds[i]) + texts;
    }

    /// <summary>Takes what the network adds at most from bounds that have nothing else but the share of texts.</summary>
    private void KeepNetwork(ReadOnlySpan<int> changed, float share, float texts)
    {
        if (_networkOfChanged.Length < changed.Length)
            _networkOfChanged = new float[2 * changed.Length];
        for (int i = 0; i < changed.Length; i++)
            _networkOfChanged[i] = changed[i] < _bounds.Length ? _bounds[changed[i]] - texts : share;
    }

    private void Add(PostingQuery query, Span<float> sums, int first)
    {
        for (int i = 0; i < query.Count; i++)
            query.AddTo(i, sums, first, index.Width);
    }

    private void AddInterests(PairQuery query, float share, Span<float> sums, int first)
    {
        if (share == 0)
            return;
        if (index.Interests is not null)
        {
            Add(_interests, sums, first);
            return;
        }

        for (int i = 0; i < sums.Length; i++)
            sums[i] += share * (float)query.Index.InterestSimilarity.Compute(query.Vector.Interests, query.Index.Vectors[first + i].Interests);
    }

    private void AddMentoring(PairQuery query, float share, Span<float> sums, int first)
    {
        Span<float> fits = _mentoring.AsSpan(0, sums.Length);
        fits.Clear();
        Add(_teachers, fits, first);
        if (query.Kind != IntroductionKind.Mentor)
            Add(_learners, fits, first);
        float topics = share * (float)MentorFitPart.TopicShare, rest = share * (float)(MentorFitPart.EaseShare + MentorFitPart.CapacityShare);
        for (int i = 0; i < fits.Length; i++)
        {
            if (fits[i] > 0)
                sums[i] += (topics * Math.Min(1, fits[i])) + rest;
        }
    }

    /// <summary>How close the texts of some rows, from the first of a block on, are at most; at least 0.</summary>
    /// <summary>How close the texts of members that follow each other are at most. Several texts each are compared by the mean of the three closest pairs, which is never above the closest.</summary>
    private ReadOnlySpan<float> Closest(QuantizedRows.Query[] own, int first, int length)
    {
        Span<float> closest = _texts.AsSpan(0, length), bounds = _mentoring.AsSpan(0, length);
        index.Texts!.Bounds(own[0], first, closest);
        for (int i = 1; i < own.Length; i++)
        {
            index.Texts.Bounds(own[i], first, bounds);
            System.Numerics.Tensors.TensorPrimitives.Max(closest, bounds, closest);
        }

        if (index.FurtherTexts is { } further)
            AddFurther(further, own, closest, first, first + length);
        System.Numerics.Tensors.TensorPrimitives.Max(closest, 0f, closest);
        return closest;
    }

    private void AddFurther(QuantizedRows further, QuantizedRows.Query[] own, Span<float> closest, int first, int end)
    {
        int last = LowerBound(index.FurtherOwners, end);
        for (int next = LowerBound(index.FurtherOwners, first), stop; next < last; next = stop)
        {
            stop = Math.Min(last, next + _further.Length);
            foreach (QuantizedRows.Query text in own)
            {
                further.Bounds(text, next, _further.AsSpan(0, stop - next));
                for (int i = next; i < stop; i++)
                {
                    ref float best = ref closest[index.FurtherOwners[i] - first];
                    best = Math.Max(best, _further[i - next]);
                }
            }
        }
    }

    /// <summary>The same of some members, in order.</summary>
    private ReadOnlySpan<float> Closest(QuantizedRows.Query[] own, ReadOnlySpan<int> members)
    {
        Span<float> closest = _texts.AsSpan(0, members.Length), bounds = _mentoring.AsSpan(0, members.Length);
        index.Texts!.Bounds(own[0], members, closest);
        for (int i = 1; i < own.Length; i++)
        {
            index.Texts.Bounds(own[i], members, bounds);
            System.Numerics.Tensors.TensorPrimitives.Max(closest, bounds, closest);
        }

        if (index.FurtherTexts is { } further)
            AddFurther(further, own, closest, members);
        return closest;
    }

    private void AddFurther(QuantizedRows further, QuantizedRows.Query[] own, Span<float> closest, ReadOnlySpan<int> members)
    {
        int next = 0;
        for (int i = 0; i < members.Length; i++)
        {
            next += LowerBound(index.FurtherOwners.AsSpan(next), members[i]);
            for (; next < index.FurtherOwners.Length && index.FurtherOwners[next] == members[i]; next++)
            {
                foreach (QuantizedRows.Query text in own)
                {
                    further.Bounds(text, next, _further.AsSpan(0, 1));
                    closest[i] = Math.Max(closest[i], _further[0]);
                }
            }
        }
    }

    /// <summary>The first of ascending numbers that is not below one.</summary>
    private static int LowerBound(ReadOnlySpan<int> ascending, int least)
    {
        int low = 0, high = ascending.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < least)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Language, hours and the way, as <see cref="PracticalitiesPart"/> has them; and who cannot be introduced for want of a language or a mentor.</summary>
    private void AddPracticalities(PairQuery query, float share, Span<float> sums, int first)
    {
        CommunityIndex community = query.Index;
        int kinds = (community.HasLanguages ? 1 : 0) + (community.HasHours ? 1 : 0) + (community.HasLocations ? 1 : 0);
        float each = kinds == 0 ? 0 : share / kinds;
        if (community.HasLanguages)
        {
            if (first == 0)
                FillLanguages(query, each);
            BoundKernel.AddByTable(index.LanguageSet.AsSpan(first, sums.Length), _languages, index.LanguageSets.Length, sums, index.Width);
        }

        if (community.HasHours && each > 0)
            AddHours(query, each, sums, first);
        if (community.HasLocations && each > 0)
        {
            int length = sums.Length;
            BoundKernel.AddEase(
                GreatCircle.Point(query.Profile.Location), index.X.AsSpan(first, length), index.Y.AsSpan(first, length), index.Z.AsSpan(first, length),
                (float)Ease.HalfDistanceKm, (float)Ease.Unknown, each, sums, index.Width);
        }

        if (query.Kind == IntroductionKind.Mentor)
        {
            for (int i = 0; i < sums.Length; i++)
                sums[i] = index.Mentors[first + i] ? sums[i] : Forbidden;
        }
    }

    private void FillLanguages(PairQuery query, float share)
    {
        Array.Fill(_languages, share);
        for (int set = 0; set < index.LanguageSets.Length; set++)
        {
            _languages[set] = Languages.InCommon(query.Profile.Languages, index.LanguageSets[set]) switch
            {
                true => share,
                null => (float)Ease.Unknown * share,
                false => query.Index.Options.RequireCommonLanguage ? Forbidden : 0,
            };
        }
    }

    private void AddHours(PairQuery query, float share, Span<float> sums, int first)
    {
        DateOnly day = DateOnly.FromDateTime(query.Now.UtcDateTime);
        HoursOfDay hours = index.Hours(query.Index, day);
        WeekHours? own = query.Index.HoursFrom(day, query.Member);
        int kind = own is null ? -1 : own.Zoned ? HoursOfDay.Zoned : HoursOfDay.Local;
        uint slices = own?.Slices() ?? 0;
        BoundKernel.AddHours(
            hours.Kinds.AsSpan(first, sums.Length), hours.Slices.AsSpan(first, sums.Length), kind, slices, (float)Ease.Unknown * share, share, sums, index.Width);
    }
}
