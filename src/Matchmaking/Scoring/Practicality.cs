namespace Matchmaking.Scoring;

/// <summary>How easy it is for two to meet. What one of them does not tell is neither good nor bad.</summary>
internal static class Practicality
{
    /// <summary>The value of what is not known.</summary>
    public const double Unknown = .5;

    /// <summary>This many common hours a week are as good as more.</summary>
    private const double EnoughHours = 3;

    /// <summary>At this distance the value is a half.</summary>
    public const double HalfDistanceKm = 50;

    public static double OfLanguage(PairQuery query, int candidate) =>
        Languages.InCommon(query.Profile, query.Index.Members[candidate]) switch
        {
            true => 1,
            false => 0,
            null => Unknown,
        };

    public static double OfHours(PairQuery query, int candidate) =>
        query.LikelyHours(candidate) is not { } hours ? Unknown
        // Of whole days all is the same to all but those who live far apart: what counts is how much of the days overlaps.
        : hours.Of is { } all ? (all > 0 ? Math.Min(1, hours.Common / all) : Unknown)
        : Math.Min(1, hours.Common / EnoughHours);

    public static double OfDistance(PairQuery query, int candidate) =>
        query.Profile.Location is { } here && query.Index.Members[candidate].Location is { } there
            ? 1 / (1 + (GreatCircle.Kilometres(here, there) / HalfDistanceKm))
            : Unknown;
}
