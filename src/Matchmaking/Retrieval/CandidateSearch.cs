namespace Matchmaking;

/// <summary>
/// Whom one member should meet, exactly, without scoring everybody. A score is a mean of two weighted sums of parts, and of each part a bound from above is
/// worked out for all members at once: interests and needs from postings, texts from bytes, the network outwards from the member, the way from points
/// in space. Members are then scored best bound first, until the k-th best score is above all bounds left: nobody else can be in the answer (the idea
/// of Fagin, Lotem and Naor's threshold algorithm, 2003, with a bound for each member in place of one for all). For one thread; reused.
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
    private readonly float[] _furtherBounds = new float[1024];
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
        foreach (int member in changed)
            Offer(member, score, minimum, top);
        Bound(query, rules);
        Exclude(changed);
        float cut = Math.Max(Start(top.Capacity), (float)minimum);
        for (float above = float.PositiveInfinity; ; above = cut, cut = Next(cut, top, minimum))
        {
            int count = Find(cut, above);
            for (int i = 0; i < count; i++)
            {
                // Those left have no larger bound.
                if (top.IsFull && -_keys[i] < top.Threshold)
                    break;
                Offer(_found[i], score, minimum, top);
            }

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
        Bound(query, rules);
        Exclude(changed);
        int found = Find(float.Epsilon, float.PositiveInfinity);
        for (int i = 0; i < Math.Min(found, count); i++)
            members.Add(_found[i]);
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
        int found = ColumnKernel.AtLeast(_bounds, from, _found, index.Width), count = 0;
        for (int i = 0; i < found; i++)
        {
            float bound = _bounds[_found[i]];
            if (bound < below)
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

    private void Bound(PairQuery query, PairScorer rules)
    {
        CommunityIndex community = query.Index;
        MemberVector vector = query.Vector;
        float interests = (float)rules.Share(ScorePart.SharedInterests), needs = (float)rules.Share(ScorePart.NeedsMet), texts = (float)rules.Share(ScorePart.Text);
        float network = (float)rules.Share(ScorePart.Network), practicalities = (float)rules.Share(ScorePart.Practicalities);
        float activity = (float)rules.Share(ScorePart.Activity), mentoring = (float)rules.Share(ScorePart.MentorFit);
        Prepare(vector, interests, needs, mentoring);
        StartBounds(query, network);
        QuantizedRows.Query[] own = texts > 0 && index.Texts is { } rows ? Array.ConvertAll(vector.Texts, text => rows.Prepare(text)) : [];
        int nextFurther = 0;
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
            if (own.Length > 0)
                AddTexts(own, texts, sums, first, ref nextFurther);
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

    private void StartBounds(PairQuery query, float share)
    {
        if (share == 0)
        {
            Array.Clear(_bounds);
            return;
        }

        _network.Measure(query.Index.Network, query.Network, query.Kind == IntroductionKind.Bridge);
        Array.Fill(_bounds, share * _network.Others);
        ReadOnlySpan<int> touched = _network.Touched;
        ReadOnlySpan<float> bounds = _network.Bounds;
        for (int i = 0; i < touched.Length; i++)
            _bounds[touched[i]] = share * bounds[i];
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

    private void AddTexts(QuantizedRows.Query[] own, float share, Span<float> sums, int first, ref int nextFurther)
    {
        // Several texts each are compared by the mean of the three closest pairs, which is never above the closest.
        int whole = (sums.Length + QuantizedRows.BlockRows - 1) / QuantizedRows.BlockRows * QuantizedRows.BlockRows;
        Span<float> closest = _texts.AsSpan(0, whole), bounds = _mentoring.AsSpan(0, whole);
        index.Texts!.Bounds(own[0], first / QuantizedRows.BlockRows, closest);
        for (int i = 1; i < own.Length; i++)
        {
            index.Texts.Bounds(own[i], first / QuantizedRows.BlockRows, bounds);
            System.Numerics.Tensors.TensorPrimitives.Max(closest, bounds, closest);
        }

        if (index.FurtherTexts is { } further)
            AddFurtherTexts(further, own, closest, first, first + sums.Length, ref nextFurther);
        System.Numerics.Tensors.TensorPrimitives.Max(closest, 0f, closest);
        System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(closest[..sums.Length], share, sums, sums);
    }

    private void AddFurtherTexts(QuantizedRows further, QuantizedRows.Query[] own, Span<float> closest, int first, int end, ref int next)
    {
        while (next < further.Count && index.FurtherOwners[next] < end)
        {
            int block = next / QuantizedRows.BlockRows, start = block * QuantizedRows.BlockRows;
            int rows = Math.Min(_furtherBounds.Length, (further.Count - start + QuantizedRows.BlockRows - 1) / QuantizedRows.BlockRows * QuantizedRows.BlockRows);
            int stop = next;
            foreach (QuantizedRows.Query text in own)
            {
                further.Bounds(text, block, _furtherBounds.AsSpan(0, rows));
                for (stop = next; stop < Math.Min(further.Count, start + rows) && index.FurtherOwners[stop] < end; stop++)
                {
                    ref float best = ref closest[index.FurtherOwners[stop] - first];
                    best = Math.Max(best, _furtherBounds[stop - start]);
                }
            }

            next = stop;
        }
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
            ReadOnlySpan<byte> sets = index.LanguageSet.AsSpan(first, sums.Length);
            for (int i = 0; i < sets.Length; i++)
                sums[i] += _languages[sets[i]];
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
        float unknown = (float)Ease.Unknown * share;
        ReadOnlySpan<byte> kinds = hours.Kinds.AsSpan(first, sums.Length);
        ReadOnlySpan<uint> all = hours.Slices.AsSpan(first, sums.Length);
        for (int i = 0; i < sums.Length; i++)
            sums[i] += kinds[i] != kind ? unknown : (all[i] & slices) != 0 ? share : 0;
    }
}
