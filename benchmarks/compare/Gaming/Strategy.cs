namespace Matchmaking.Compare.Gaming;

/// <summary>A way of being shown to more people than one's worth: what it adds to a community, and for whom it does so.</summary>
/// <param name="Name">What the member does.</param>
/// <param name="MemberId">Who wants to be shown.</param>
/// <param name="Community">The community with it.</param>
internal sealed record Strategy(string Name, string MemberId, Community Community)
{
    private const string Newcomer = "wants-to-be-seen";

    /// <summary>All that one profile can do in a community, each strategy alone.</summary>
    /// <param name="honest">The community without it.</param>
    /// <param name="mostShown">Whose profile is worth copying.</param>
    /// <param name="ordinary">A member who is shown as often as most are.</param>
    /// <param name="now">When it happens.</param>
    public static IEnumerable<Strategy> OfOneProfile(Community honest, string mostShown, string ordinary, DateTimeOffset now)
    {
        string[] topics =
        [
            .. honest
                .Members.SelectMany(member =>
                    member
                        .Interests.Select(interest => interest.Topic)
                        .Concat(member.Offers.Select(offer => offer.Topic))
                        .Concat(member.Needs.Select(need => need.Topic))
                )
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        Offer[] offers = [.. topics.Select(topic => new Offer { Topic = topic, Level = 5 })];
        var mentor = new MentoringPreferences { Role = MentoringRole.Mentor, Capacity = 1000 };
        var base_ = new Member
        {
            Id = Newcomer,
            Name = "Wants To Be Seen",
            Languages = [.. honest.Members.SelectMany(member => member.Languages).Distinct(StringComparer.Ordinal)],
            Location = honest[mostShown]!.Location,
            TimeZone = honest[mostShown]!.TimeZone,
            Joined = now.AddDays(-3),
        };
        yield return With("Offers every topic, at level 5", base_ with { Offers = offers });
        yield return With("The same, as a mentor of 1,000", base_ with { Offers = offers, Mentoring = mentor });
        yield return With(
            "Every topic as interest, offer and need, and a mentor of 1,000",
            base_ with
            {
                Interests = [.. topics.Select(topic => new Interest { Topic = topic })],
                Offers = offers,
                Needs = [.. topics.Select(topic => new Need { Topic = topic })],
                Mentoring = mentor,
            }
        );
        yield return With(
            "Offers the twenty topics most asked for, at level 5",
            base_ with
            {
                Offers = Wanted(honest, 20),
                Mentoring = mentor,
            }
        );
        yield return With(
            "Offers the six topics most asked for, at level 5",
            base_ with
            {
                Offers = Wanted(honest, 6),
                Mentoring = mentor,
            }
        );
        yield return With(
            "Copies the profile of the member most shown",
            honest[mostShown]! with
            {
                Id = Newcomer,
                Joined = now.AddDays(-3),
            }
        );
        yield return new Strategy(
            "Writes to 100 members once",
            ordinary,
            new Community(
                honest.Members,
                honest.Activities,
                honest.Participations,
                [
                    .. honest.Interactions,
                    .. honest
                        .Members.Where(member => member.Id != ordinary)
                        .Take(100)
                        .Select(member => new Interaction
                        {
                            FromId = ordinary,
                            ToId = member.Id,
                            Kind = "message",
                            Time = now.AddDays(-2),
                        }),
                ],
                honest.Outcomes
            )
        );

        Strategy With(string name, Member member) =>
            new(
                name,
                member.Id,
                new Community([.. honest.Members, member], honest.Activities, honest.Participations, honest.Interactions, honest.Outcomes)
            );
    }

    /// <summary>Accounts made for one purpose: each says once that it met the member, and liked it.</summary>
    public static Strategy SockPuppets(Community honest, string memberId, int count, DateTimeOffset now)
    {
        Member[] puppets =
        [
            .. Enumerable
                .Range(1, count)
                .Select(i => new Member
                {
                    Id = $"puppet-{i}",
                    Name = $"Puppet {i}",
                    Languages = honest[memberId]!.Languages,
                    Interests = honest[memberId]!.Interests,
                    Needs = [.. honest[memberId]!.Offers.Select(offer => new Need { Topic = offer.Topic })],
                    Joined = now.AddDays(-10),
                }),
        ];
        return new Strategy(
            $"{count} sock puppets accept one member",
            memberId,
            new Community(
                [.. honest.Members, .. puppets],
                honest.Activities,
                honest.Participations,
                honest.Interactions,
                [
                    .. honest.Outcomes,
                    .. puppets.Select(
                        (puppet, i) =>
                            new Outcome
                            {
                                FromId = puppet.Id,
                                ToId = memberId,
                                Kind = OutcomeKind.Accepted,
                                Time = now.AddDays(-9).AddHours(i),
                            }
                    ),
                ]
            )
        );
    }

    private static Offer[] Wanted(Community honest, int count) =>
        [
            .. honest
                .Members.SelectMany(member => member.Needs)
                .CountBy(need => need.Topic, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(topic => topic.Value)
                .ThenBy(topic => topic.Key, StringComparer.Ordinal)
                .Take(count)
                .Select(topic => new Offer { Topic = topic.Key, Level = 5 }),
        ];
}
