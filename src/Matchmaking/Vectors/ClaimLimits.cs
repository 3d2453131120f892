namespace Matchmaking.Vectors;

/// <summary>
/// How much one member may claim before it counts for less: twice what nine in ten of those who claim anything claim. Whoever likes,
/// offers or teaches everything says nothing, and would else stand first with everybody.
/// </summary>
/// <param name="Interests">How many interests count in full.</param>
/// <param name="Offers">How many offers count in full.</param>
/// <param name="Lessons">How many topics of a mentor count in full.</param>
/// <param name="Places">How many places of a mentor are of use: twice what each has to take for all mentees to have one.</param>
internal readonly record struct ClaimLimits(int Interests, int Offers, int Lessons, int Places)
{
    private const double Usual = .9;
    private const int Times = 2;
    private const int FewestInterests = 10;
    private const int FewestOffers = 5;
    private const int FewestPlaces = 3;

    /// <summary>Of what members show, sentences by the topics in them.</summary>
    public static ClaimLimits Fit(IReadOnlyList<Member> members, TopicReader reader)
    {
        int mentors = members.Count(member => member.Mentoring is { Mentors: true }),
            mentees = members.Count(member => member.Mentoring is { SeeksMentor: true });
        return new ClaimLimits(
            Limit(members, member => member.Interests.Count, FewestInterests),
            Limit(members, member => reader.Offers(member).Length, FewestOffers),
            Limit(
                members,
                member => member.Mentoring is not { Mentors: true } mentoring ? 0 : reader.Teaches(member, reader.Offers(member)).Length,
                FewestOffers
            ),
            Math.Max(FewestPlaces, Times * (int)Math.Ceiling(mentees / (double)Math.Max(1, mentors)))
        );
    }

    /// <summary>What so many claims are worth each, in (0, 1], by the square of how far they are above the limit.</summary>
    /// <param name="claims">How many there are.</param>
    /// <param name="limit">How many count in full.</param>
    public static double Worth(int claims, int limit) => claims <= limit ? 1 : Math.Pow(limit / (double)claims, 2);

    private static int Limit(IReadOnlyList<Member> members, Func<Member, int> count, int fewest)
    {
        int[] counts = [.. members.Select(count).Where(claims => claims > 0).Order()];
        return counts.Length == 0 ? fewest : Math.Max(fewest, Times * counts[(int)Math.Ceiling(Usual * counts.Length) - 1]);
    }

    public void Write(SectionWriter writer)
    {
        writer.Write(Interests);
        writer.Write(Offers);
        writer.Write(Lessons);
        writer.Write(Places);
    }

    public static ClaimLimits Read(SectionReader reader)
    {
        var limits = new ClaimLimits(reader.Read<int>(), reader.Read<int>(), reader.Read<int>(), reader.Read<int>());
        return limits is { Interests: > 0, Offers: > 0, Lessons: > 0, Places: > 0 }
            ? limits
            : throw new InvalidDataException("a limit of claims is not above 0");
    }
}
