namespace Matchmaking.Scoring;

/// <summary>Who mentors whom: which of a pair would be the mentor, who has one, and how many places are free.</summary>
internal static class Mentoring
{
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

    /// <summary>How many mentors a mentee has.</summary>
    public static int MentorsOf(CommunityIndex index, int mentee, DateTimeOffset now) =>
        index.Introductions.CountAgreed(mentee, now, (index, mentee), static (pair, other) => Mentors(pair.index, other, pair.mentee));

    /// <summary>The share of a mentor's places that are free, in [0, 1].</summary>
    public static double FreeShare(CommunityIndex index, int mentor, DateTimeOffset now)
    {
        if (index.Members[mentor].Mentoring is not { Mentors: true, Capacity: > 0 } mentoring)
            return 0;
        int taken = index.Introductions.CountAgreed(mentor, now, (index, mentor), static (pair, other) =>
            Mentors(pair.index, pair.mentor, other)
        );
        return Math.Max(0, mentoring.Capacity - taken) / (double)mentoring.Capacity;
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

    private static bool IsOpen(PairQuery query, int mentee, int mentor) =>
        MentorsOf(query.Index, mentee, query.Now) < query.MentorLimit
        && FreeShare(query.Index, mentor, query.Now) > 0
        && !HasNothingToTeach(query.Index, mentee, mentor);
}
