namespace Matchmaking.Scoring;

/// <summary>
/// What a member's claims are worth, in (0, 1]: 1 up to the usual number (<see cref="ClaimLimits"/>), and one more for everybody who met
/// the member and found it good; above that, less.
/// </summary>
internal static class ClaimWorth
{
    private const double LeastGoodRating = 3;

    public static double OfInterests(CommunityIndex index, int member) =>
        Of(index, member, index.Vectors[member].Interests.Count, index.Vectorizer.Claims.Interests);

    public static double OfOffers(CommunityIndex index, int member) =>
        Of(index, member, index.Vectors[member].Offers.Count, index.Vectorizer.Claims.Offers);

    public static double OfLessons(CommunityIndex index, int mentor) =>
        Of(index, mentor, index.Vectors[mentor].Teaches.Count, index.Vectorizer.Claims.Lessons);

    private static double Of(CommunityIndex index, int member, int claims, int limit) =>
        claims <= limit ? 1 : ClaimLimits.Worth(claims, limit + Confirmations(index, member, claims - limit));

    /// <summary>How many members whose word counts met this one and found it good; no more than asked for.</summary>
    private static int Confirmations(CommunityIndex index, int member, int most)
    {
        HashSet<int> who = [];
        for (EventLog<Outcome>.Cursor at = index.Live.Outcomes.To(member); who.Count < most && at.MoveNext(); )
        {
            if (
                at.Current.Row is { Kind: OutcomeKind.Met } or { Kind: OutcomeKind.Rated, Rating: >= LeastGoodRating }
                && index.Network.Counts(at.Current.First, member)
            )
                who.Add(at.Current.First);
        }

        return who.Count;
    }
}
