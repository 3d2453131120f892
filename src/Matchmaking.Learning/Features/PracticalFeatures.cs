namespace Matchmaking.Learning;

/// <summary>Language, hours and distance, and how long each has been there.</summary>
internal sealed class PracticalFeatures : IPairFeatureSource
{
    private readonly bool _languages,
        _hours,
        _locations,
        _joined;

    private PracticalFeatures(bool languages, bool hours, bool locations, bool joined)
    {
        (_languages, _hours, _locations, _joined) = (languages, hours, locations, joined);
        List<FeatureInfo> features = [];
        if (languages)
            features.Add(new FeatureInfo("language in common", ScorePart.Practicalities, FeatureGroup.Profile));
        if (hours)
            features.Add(new FeatureInfo("hours in common", ScorePart.Practicalities, FeatureGroup.Profile));
        if (locations)
            features.Add(new FeatureInfo("distance", ScorePart.Practicalities, FeatureGroup.Profile));
        if (joined)
        {
            features.AddRange(
                FeatureInfo.Turned(
                    new FeatureInfo("from's time in the community", ScorePart.Activity, FeatureGroup.Profile),
                    new FeatureInfo("to's time in the community", ScorePart.Activity, FeatureGroup.Profile)
                )
            );
            features.Add(new FeatureInfo("time between joining", ScorePart.Activity, FeatureGroup.Profile));
        }

        Features = features;
    }

    public IReadOnlyList<FeatureInfo> Features { get; }

    public static PracticalFeatures Fit(CommunityIndex index) =>
        new(index.HasLanguages, index.HasHours, index.HasLocations, index.Members.Any(member => member.Joined is not null));

    public static PracticalFeatures Read(BinaryReader reader) =>
        new(reader.ReadBoolean(), reader.ReadBoolean(), reader.ReadBoolean(), reader.ReadBoolean());

    public void Write(BinaryWriter writer)
    {
        writer.Write(_languages);
        writer.Write(_hours);
        writer.Write(_locations);
        writer.Write(_joined);
    }

    public IBoundFeatureSource Bind(CommunityIndex index) => new Bound(this);

    private sealed class Bound(PracticalFeatures fitted) : IBoundFeatureSource
    {
        public void Write(PairQuery query, int candidate, Span<float> row)
        {
            Member from = query.Profile,
                to = query.Index.Members[candidate];
            int at = 0;
            if (fitted._languages)
                row[at++] = Languages.InCommon(from, to) switch
                {
                    true => 1,
                    false => 0,
                    null => float.NaN,
                };
            if (fitted._hours)
                row[at++] = (float?)query.CommonHours(candidate) ?? float.NaN;
            if (fitted._locations)
                row[at++] =
                    from.Location is { } here && to.Location is { } there
                        ? (float)Math.Log(1 + GreatCircle.Kilometres(here, there))
                        : float.NaN;
            if (fitted._joined)
            {
                (float a, float b) = (Tenure(from, query.Now), Tenure(to, query.Now));
                (row[at], row[at + 1], row[at + 2]) = (a, b, Math.Abs(a - b));
            }
        }

        /// <summary>Who joins later has no time in the community yet.</summary>
        private static float Tenure(Member member, DateTimeOffset now) =>
            member.Joined is { } joined && joined <= now ? (float)Math.Log(1 + (now - joined).TotalDays) : float.NaN;
    }
}
