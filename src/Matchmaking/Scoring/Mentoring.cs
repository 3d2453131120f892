namespace Matchmaking.Scoring;

/// <summary>Who mentors whom: which of a pair would be the mentor, who has one, and how many places are free.</summary>
internal static class Mentoring
{
    /// <summary>Twice the number that counts in full.</summary>
    private const double LeastWorth = .25;

    /// <summary>
    /// Whether the query's member would be the mentee (true) or the mentor (false); null where neither could be. Of two who could be each
    /// other's mentors: the way against which nothing stands, and of two such the better fit.
    /// </summary>
    public static bool? IsMentee(PairQuery query, int candidate)
    {
        CommunityIndex index = query.Index;
        if (query.Profile.Mentoring is not { } own || index.Members[candidate].Mentoring is not { } other)
            return null;
        bool asMentee = own.SeeksMentor && other.Mentors,
            asMentor = !query.AsksAsMentee && own.Mentors && other.SeeksMentor;
        if (!asMentee || !asMentor)
            return asMentee ? true
                : asMentor ? false
                : null;
        bool mayBeMentee = IsOpen(query, query.Member, candidate),
            mayBeMentor = IsOpen(query, candidate, query.Member);
        return mayBeMentee == mayBeMentor ? Fit(index, query.Member, candidate) >= Fit(index, candidate, query.Member) : mayBeMentee;
    }

    /// <summary>How well what one teaches fits what another wants to learn, in [0, 1].</summary>
    public static double Fit(CommunityIndex index, int mentee, int mentor) =>
        LessonFit.Of(index.Vectors[mentee].Learns, index.Vectors[mentor].Teaches);

    /// <summary>Whether the mentor masters nothing of what the mentee wants to learn, where both tell.</summary>
    public static bool HasNothingToTeach(CommunityIndex index, int mentee, int mentor) =>
        index.Vectors[mentee].Learns.Count > 0 && index.Vectors[mentor].Teaches.Count > 0 && Fit(index, mentee, mentor) == 0;

    /// <summary>Whether a mentor names so many topics that nothing follows from them.</summary>
    public static bool TeachesTooMuch(CommunityIndex index, int mentor) => ClaimWorth.OfLessons(index, mentor) < LeastWorth;

    /// <summary>How many mentors a mentee has.</summary>
    public static int MentorsOf(CommunityIndex index, int mentee, DateTimeOffset now) =>
        index.Introductions.CountAgreed(mentee, now, (index, mentee), static (pair, other) => Mentors(pair.index, other, pair.mentee));

    /// <summary>How many of a mentor's places are free.</summary>
    public static int FreePlaces(CommunityIndex index, int mentor, DateTimeOffset now) =>
        index.Members[mentor].Mentoring is { Mentors: true, Capacity: > 0 } mentoring
            ? Math.Max(0, mentoring.Capacity - Taken(index, mentor, now))
            : 0;

    /// <summary>
    /// The share of a mentor's places that are free, in [0, 1]. Of more places than the community has use for
    /// (<see cref="ClaimLimits.Places"/>), so many count.
    /// </summary>
    public static double FreeShare(CommunityIndex index, int mentor, DateTimeOffset now)
    {
        if (index.Members[mentor].Mentoring is not { Mentors: true, Capacity: > 0 } mentoring)
            return 0;
        int places = Math.Min(mentoring.Capacity, index.Vectorizer.Claims.Places);
        return Math.Max(0, places - Taken(index, mentor, now)) / (double)places;
    }

    /// <summary>Whether a mentee takes up one of a mentor's places.</summary>
    public static bool IsGoingOn(CommunityIndex index, int mentor, int mentee, DateTimeOffset now) =>
        index.Introductions.HaveAgreed(mentor, mentee, now) && Mentors(index, mentor, mentee);

    /// <summary>
    /// Of two who agreed to meet, whether the one mentors the other. Where both could, who has something to teach; outcomes do not tell
    /// what an introduction was for.
    /// </summary>
    private static bool Mentors(CommunityIndex index, int mentor, int mentee) =>
        index.Members[mentor].Mentoring is { Mentors: true } one
        && index.Members[mentee].Mentoring is { SeeksMentor: true } other
        && !(one.SeeksMentor && other.Mentors && Fit(index, mentee, mentor) == 0 && Fit(index, mentor, mentee) > 0);

    private static int Taken(CommunityIndex index, int mentor, DateTimeOffset now) =>
        index.Introductions.CountAgreed(mentor, now, (index, mentor), static (pair, other) => Mentors(pair.index, pair.mentor, other));

    private static bool IsOpen(PairQuery query, int mentee, int mentor) =>
        MentorsOf(query.Index, mentee, query.Now) < query.MentorLimit
        && FreePlaces(query.Index, mentor, query.Now) > 0
        && !HasNothingToTeach(query.Index, mentee, mentor)
        && !TeachesTooMuch(query.Index, mentor);
}
