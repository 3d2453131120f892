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
        double fit = Fit(query, query.Member, candidate, candidate);
        if (query.Kind != IntroductionKind.Mentor)
            fit = Math.Max(fit, Fit(query, candidate, query.Member, candidate));
        return DirectedValue.Both(fit);
    }

    private static double Fit(PairQuery query, int mentee, int mentor, int candidate)
    {
        CommunityIndex index = query.Index;
        double topics = LessonFit.Of(index.Vectors[mentee].Learns, index.Vectors[mentor].Teaches);
        if (topics == 0)
            return 0;
        double ease = (Practicality.OfLanguage(query, candidate) + Practicality.OfHours(query, candidate)) / 2;
        return (TopicShare * topics) + (EaseShare * ease) + (CapacityShare * index.Introductions.FreeMentoringShare(mentor, query.Now));
    }

    internal override PartColumns LayOut(CommunityIndex index, SegmentRows rows)
    {
        bool[] mentors = new bool[rows.Count];
        for (int i = 0; i < mentors.Length; i++)
            mentors[i] = index.Members[rows.PositionOf(i)].Mentoring is { Mentors: true };
        return new Columns(
            LevelPostings.Build(index, rows, vector => vector.Teaches, (level, _) => LevelCodes.Of(level.Level)),
            LevelPostings.Build(
                index,
                rows,
                vector => vector.Learns,
                (level, total) => LevelCodes.Lesson(level.Level, level.Importance / total)
            ),
            mentors,
            rows.Width
        );
    }

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        Side side = reasons.Side;
        if (mine <= 0)
            return;
        reasons.AddLevels(Part, mine, reasons.NewToReader(TopicWording.Lessons(side.Index, side.Reader, side.Other)), "MentorMasters");
        string[] given = reasons.NewToOther(TopicWording.Lessons(side.Index, side.Other, side.Reader));
        reasons.AddTopics(Part, mine, given, "MenteeWants", reasons.OtherName);
    }

    internal override int OpeningPlace => 0;

    internal override (string Phrase, string Topic)? OpeningLine(PairQuery query, Side side) =>
        TopicWording.Lessons(side.Index, side.Reader, side.Other) is [var lesson, ..] ? ("OpenMentor", lesson.Topic) : null;

    private sealed class Columns(Postings teaches, Postings learns, bool[] mentors, SimdWidth width) : PartColumns
    {
        public override PartBound NewBound() => new Bound(teaches, learns, mentors, width);
    }

    /// <summary>Where the topics fit, all else is held to; and who mentors nobody is no mentor.</summary>
    private sealed class Bound(Postings teaches, Postings learns, bool[] mentors, SimdWidth width) : PartBound
    {
        private readonly PostingQuery _teachers = new(),
            _learners = new();

        private readonly float[] _fits = new float[Math.Min(BoundTile.Most, mentors.Length)];
        private bool _mentorsAlone;
        private bool _fit;
        private float _share;

        public override bool Start(PairQuery query, float share)
        {
            (_mentorsAlone, _share, _fit) = (query.Kind == IntroductionKind.Mentor, share, false);
            if (share > 0)
            {
                LevelPostings.Ask(_teachers, teaches, query.Vector.Learns, LevelCodes.TeachersFor, 1, isShare: true);
                LevelPostings.Ask(_learners, learns, query.Vector.Teaches, LevelCodes.LearnersOf, 1, isShare: false);
                _fit = _teachers.Count + _learners.Count > 0;
            }

            return _fit || _mentorsAlone;
        }

        public override void AddTo(in BoundTile tile)
        {
            if (_fit)
                AddFits(tile);
            if (!_mentorsAlone)
                return;
            for (int i = 0; i < tile.Length; i++)
                tile.Both[i] = mentors[tile.First + i] ? tile.Both[i] : BoundTile.Forbidden;
        }

        private void AddFits(in BoundTile tile)
        {
            Span<float> fits = _fits.AsSpan(0, tile.Length),
                both = tile.Both;
            fits.Clear();
            _teachers.AddTo(fits, tile.First, width);
            if (!_mentorsAlone)
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
