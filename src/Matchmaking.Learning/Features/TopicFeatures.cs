namespace Matchmaking.Learning;

/// <summary>Topics: interests and offers of both as sets, and how far each one's offers meet the other's needs and lessons.</summary>
internal sealed class TopicFeatures : IPairFeatureSource
{
    private readonly bool _interests;
    private readonly bool _needs;
    private readonly bool _mentoring;

    private TopicFeatures(bool interests, bool needs, bool mentoring)
    {
        (_interests, _needs, _mentoring) = (interests, needs, mentoring);
        List<FeatureInfo> features = [];
        if (interests)
            features.AddRange(SetComparison.Features("interests", ScorePart.SharedInterests));
        if (needs)
        {
            features.AddRange(SetComparison.Features("offers", ScorePart.SharedInterests));
            features.AddRange(
                FeatureInfo.Several(
                    "needs",
                    ScorePart.NeedsMet,
                    FeatureGroup.Profile,
                    "from's met by to",
                    "to's met by from",
                    "from's number",
                    "to's number"
                )
            );
        }

        if (mentoring)
        {
            features.AddRange(
                FeatureInfo.Several(
                    "mentoring",
                    ScorePart.MentorFit,
                    FeatureGroup.Profile,
                    "to teaches from",
                    "from teaches to",
                    "to's places",
                    "from's places",
                    "from mentors",
                    "to mentors"
                )
            );
        }

        Features = features;
    }

    public IReadOnlyList<FeatureInfo> Features { get; }

    public static TopicFeatures Fit(CommunityIndex index) =>
        new(index.HasInterests, index.HasNeeds || index.HasOffers, index.HasMentors && index.HasMentees);

    public static TopicFeatures Read(BinaryReader reader) => new(reader.ReadBoolean(), reader.ReadBoolean(), reader.ReadBoolean());

    public void Write(BinaryWriter writer)
    {
        writer.Write(_interests);
        writer.Write(_needs);
        writer.Write(_mentoring);
    }

    public IBoundFeatureSource Bind(CommunityIndex index) =>
        new Bound(
            this,
            [
                .. index.Vectors.Select(vector =>
                    vector.Offers.Count == 0
                        ? (SparseVector?)null
                        : new SparseVector(
                            [.. vector.Offers.Select(offer => offer.Topic)],
                            [.. vector.Offers.Select(offer => index.Vectorizer.Topics.Idf(offer.Topic))]
                        )
                ),
            ]
        );

    private sealed class Bound(TopicFeatures fitted, SparseVector?[] offers) : IBoundFeatureSource
    {
        public void Write(PairQuery query, int candidate, Span<float> row)
        {
            (MemberVector from, MemberVector to) = (query.Vector, query.Index.Vectors[candidate]);
            int at = 0;
            if (fitted._interests)
            {
                SetComparison.Write(Told(from.Interests), Told(to.Interests), row.Slice(at, SetComparison.Columns));
                at += SetComparison.Columns;
            }

            if (fitted._needs)
            {
                SetComparison.Write(offers[query.Member], offers[candidate], row.Slice(at, SetComparison.Columns));
                at += SetComparison.Columns;
                row[at++] = Met(from.Needs, to.Offers);
                row[at++] = Met(to.Needs, from.Offers);
                row[at++] = MathF.Log(1 + from.Needs.Count);
                row[at++] = MathF.Log(1 + to.Needs.Count);
            }

            if (fitted._mentoring)
            {
                row[at++] = from.Learns.Count == 0 || to.Teaches.Count == 0 ? float.NaN : (float)LessonFit.Of(from.Learns, to.Teaches);
                row[at++] = to.Learns.Count == 0 || from.Teaches.Count == 0 ? float.NaN : (float)LessonFit.Of(to.Learns, from.Teaches);
                row[at++] = Capacity(query.Index.Members[candidate]);
                row[at++] = Capacity(query.Profile);
                row[at++] = Mentors(query.Profile);
                row[at] = Mentors(query.Index.Members[candidate]);
            }
        }

        private static SparseVector? Told(SparseVector topics) => topics.Count == 0 ? null : topics;

        private static float Met(IReadOnlyList<TopicLevel> needs, IReadOnlyList<TopicLevel> offers) =>
            needs.Count == 0 || offers.Count == 0 ? float.NaN : (float)Coverage.Of(needs, offers);

        // The places in all, not those still free: who was chosen has fewer free ones, and that would tell the label.
        private static float Capacity(Member member) =>
            member.Mentoring is { Role: MentoringRole.Mentor or MentoringRole.Both, Capacity: int capacity }
                ? MathF.Log(1 + capacity)
                : float.NaN;

        private static float Mentors(Member member) =>
            member.Mentoring is null ? float.NaN
            : member.Mentoring.Role is MentoringRole.Mentor or MentoringRole.Both ? 1
            : 0;
    }
}
