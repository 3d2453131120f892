namespace Matchmaking.Parts;

/// <summary>
/// How well a mentor suits a mentee: what the mentee wants to learn and the mentor masters, by the gap of their levels; then language,
/// hours and the mentor's free places. Both gain from a good fit, so that the value is the same for both.
/// </summary>
internal sealed class MentorFitPart : ScoringPart
{
    private const double TopicShare = .7;
    private const double EaseShare = .15;
    private const double CapacityShare = .15;

    public override ScorePart Part => ScorePart.MentorFit;

    internal override string[]? RestsOn { get; } = [MemberField.Mentoring, MemberField.Needs, MemberField.Offers];

    public override bool HasData(CommunityIndex index) => index.HasMentors && index.HasMentees;

    public override DirectedValue Score(PairQuery query, int candidate)
    {
        if (query.Kind != IntroductionKind.Mentor)
            return DirectedValue.Both(
                Math.Max(Fit(query, query.Member, candidate, candidate), Fit(query, candidate, query.Member, candidate))
            );
        bool isMentee = Mentoring.IsMentee(query, candidate) != false;
        return DirectedValue.Both(
            isMentee ? Fit(query, query.Member, candidate, candidate) : Fit(query, candidate, query.Member, candidate)
        );
    }

    private static double Fit(PairQuery query, int mentee, int mentor, int candidate)
    {
        CommunityIndex index = query.Index;
        double topics = Mentoring.Fit(index, mentee, mentor);
        if (topics == 0)
            return 0;
        double ease = (Practicality.OfLanguage(query, candidate) + Practicality.OfHours(query, candidate)) / 2;
        double fit = (TopicShare * topics) + (EaseShare * ease) + (CapacityShare * Mentoring.FreeShare(index, mentor, query.Now));
        return fit * ClaimWorth.OfLessons(index, mentor);
    }

    internal override PartColumns LayOut(CommunityIndex index, SegmentRows rows)
    {
        bool[] mentors = new bool[rows.Count],
            mentees = new bool[rows.Count];
        for (int i = 0; i < mentors.Length; i++)
        {
            MentoringPreferences? mentoring = index.Members[rows.PositionOf(i)].Mentoring;
            (mentors[i], mentees[i]) = (mentoring is { Mentors: true }, mentoring is { SeeksMentor: true });
        }

        return new Columns(
            LevelPostings.Build(index, rows, vector => vector.Teaches, (level, _) => LevelCodes.Of(level.Level)),
            LevelPostings.Build(
                index,
                rows,
                vector => vector.Learns,
                (level, total) => LevelCodes.Lesson(level.Level, level.Importance / total)
            ),
            mentors,
            mentees,
            rows.Width
        );
    }

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        Side side = reasons.Side;
        if (mine <= 0)
            return;
        reasons.AddLevels(Part, mine, reasons.NewToReader(TopicWording.Lessons(side, side.Reader, side.Other)), "MentorMasters");
        string[] given = reasons.NewToOther(TopicWording.Lessons(side, side.Other, side.Reader));
        reasons.AddTopics(Part, mine, given, "MenteeWants", reasons.OtherName);
    }

    internal override int OpeningPlace => 0;

    internal override (string Phrase, string Topic)? OpeningLine(PairQuery query, Side side) =>
        (query.Kind != IntroductionKind.Mentor || Mentoring.IsMentee(query, side.Other) != false)
        && TopicWording.Lessons(side, side.Reader, side.Other) is [var lesson, ..]
            ? ("OpenMentor", lesson.Topic)
        : TopicWording.Lessons(side, side.Other, side.Reader) is [var given, ..] ? ("OpenOffer", given.Topic)
        : null;

    private sealed class Columns(Postings teaches, Postings learns, bool[] mentors, bool[] mentees, SimdWidth width) : PartColumns
    {
        public override PartBound NewBound() => new Bound(teaches, learns, mentors, mentees, width);
    }

    /// <summary>
    /// Where the topics fit, all else is held to; and where a mentor or a mentee is wanted, nobody else is.
    /// </summary>
    private sealed class Bound(Postings teaches, Postings learns, bool[] mentors, bool[] mentees, SimdWidth width) : PartBound
    {
        private readonly PostingQuery _teachers = new(),
            _learners = new();

        private readonly float[] _fits = new float[Math.Min(BoundTile.Most, mentors.Length)];
        private bool _asMentee,
            _mentorsWanted,
            _menteesWanted,
            _anybody;
        private bool _fit;
        private float _share;

        public override bool Start(PairQuery query, float share)
        {
            bool mentoring = query.Kind == IntroductionKind.Mentor;
            (_share, _fit, _anybody) = (share, false, !mentoring || query.IgnoresRules);
            _asMentee = mentoring && query.AsksAsMentee;
            _mentorsWanted = query.Profile.Mentoring is { SeeksMentor: true };
            _menteesWanted = !query.AsksAsMentee && query.Profile.Mentoring is { Mentors: true };
            if (share > 0)
            {
                LevelPostings.Ask(_teachers, teaches, query.Vector.Learns, LevelCodes.TeachersFor, 1, isShare: true);
                LevelPostings.Ask(_learners, learns, query.Vector.Teaches, LevelCodes.LearnersOf, 1, isShare: false);
                _fit = _teachers.Count + _learners.Count > 0;
            }

            return _fit || !_anybody;
        }

        public override void AddTo(in BoundTile tile)
        {
            if (_fit)
                AddFits(tile);
            if (_anybody)
                return;
            for (int i = 0; i < tile.Length; i++)
            {
                int row = tile.First + i;
                if (!((_mentorsWanted && mentors[row]) || (_menteesWanted && mentees[row])))
                    tile.Both[i] = BoundTile.Forbidden;
            }
        }

        private void AddFits(in BoundTile tile)
        {
            Span<float> fits = _fits.AsSpan(0, tile.Length),
                both = tile.Both;
            fits.Clear();
            _teachers.AddTo(fits, tile.First, width);
            if (!_asMentee)
                _learners.AddTo(fits, tile.First, width);
            float topics = _share * (float)TopicShare,
                rest = _share * (float)(EaseShare + CapacityShare);
            for (int i = 0; i < fits.Length; i++)
            {
                if (fits[i] > 0)
                    both[i] += (topics * Math.Min(1, fits[i])) + rest;
            }
        }
    }
}
