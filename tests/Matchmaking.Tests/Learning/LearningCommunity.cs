namespace Matchmaking.Tests.Learning;

/// <summary>Communities whose answers follow a rule that a test knows, or none.</summary>
internal static class LearningCommunity
{
    /// <summary>Both sides answer; each says yes when the other is of about their own taste.</summary>
    public static Community OfAlikeTaste(int members = 120, int meetings = 1_200, int seed = 1) =>
        Answering(members, meetings, seed, (random, a, b) => random.NextDouble() < (Math.Abs(Taste(a) - Taste(b)) < .25 ? .9 : .1));

    /// <summary>Both sides answer by the toss of a coin.</summary>
    public static Community OfChance(int members = 120, int meetings = 1_000, int seed = 1) => Answering(members, meetings, seed, (random, _, _) => random.Next(2) == 0);

    /// <summary>Mentees choose mentors of their own office; no mentor answers, and nobody says no.</summary>
    public static Community OfMentorsChosen(int seed = 1)
    {
        var random = new Random(seed);
        string[] offices = ["Lille", "Lyon", "Nice"];
        Member[] members =
        [
            .. Enumerable.Range(0, 60).Select(i => new Member { Id = $"mentee{i}", Attributes = Office(offices[i % 3]), Mentoring = new() { Role = MentoringRole.Mentee } }),
            .. Enumerable.Range(0, 30).Select(i => new Member { Id = $"mentor{i}", Attributes = Office(offices[i % 3]), Mentoring = new() { Role = MentoringRole.Mentor } }),
        ];
        List<Outcome> outcomes = [];
        for (int mentee = 0; mentee < 50; mentee++)
        {
            for (int mentor = 0; mentor < 30; mentor++)
            {
                if (random.NextDouble() < (mentee % 3 == mentor % 3 ? .5 : .05))
                    outcomes.Add(People.Outcome($"mentee{mentee}", $"mentor{mentor}", OutcomeKind.Accepted, daysAgo: 10));
            }
        }

        return new Community(members, outcomes: outcomes);

        static Dictionary<string, AttributeValue> Office(string office) => new() { ["office"] = office };
    }

    /// <summary>
    /// Evenings at which guests choose hosts: at some nearly everybody says yes, at others hardly anybody, for no reason that is told of them; everywhere sooner to a
    /// host of charm. Two more hosts and a guest were at none.
    /// </summary>
    public static Community OfMoodyEvenings(int seed = 1)
    {
        const int Evenings = 5, Guests = 10, Hosts = 10;
        var random = new Random(seed);
        List<Member> members =
        [
            new() { Id = "guest", Attributes = new Dictionary<string, AttributeValue> { ["charm"] = .5 } },
            new() { Id = "charming", Attributes = new Dictionary<string, AttributeValue> { ["charm"] = .95 } },
            new() { Id = "dull", Attributes = new Dictionary<string, AttributeValue> { ["charm"] = .05 } },
        ];
        List<Outcome> outcomes = [];
        for (int evening = 0; evening < Evenings; evening++)
        {
            double mood = evening % 2 == 0 ? 2 : -2;
            for (int i = 0; i < Guests + Hosts; i++)
                members.Add(new Member { Id = $"{evening}/{i}", Attributes = new Dictionary<string, AttributeValue> { ["charm"] = random.NextDouble() } });
            for (int guest = 0; guest < Guests; guest++)
            {
                for (int host = Guests; host < Guests + Hosts; host++)
                {
                    double charm = members[^(Guests + Hosts - host)].Attributes["charm"].Number;
                    bool yes = random.NextDouble() < 1 / (1 + Math.Exp(-mood - (6 * (charm - .5))));
                    outcomes.Add(People.Outcome($"{evening}/{guest}", $"{evening}/{host}", yes ? OutcomeKind.Accepted : OutcomeKind.Declined, daysAgo: 10));
                }
            }
        }

        return new Community(members, outcomes: outcomes);
    }

    public static double Taste(Member member) => member.Attributes["taste"].Number;

    public static Matchmaker Matchmaker(Community community) => global::Matchmaking.Matchmaker.Create(community, People.AtNow());

    public static CommunityIndex Index(Community community, MatchmakerOptions? options = null)
    {
        options = People.AtNow(options);
        return CommunityIndex.Build(community, options, Vectorizer.Fit(community.Members, options));
    }

    private static Community Answering(int members, int meetings, int seed, Func<Random, Member, Member, bool> saysYes)
    {
        var random = new Random(seed);
        Member[] people =
        [
            .. Enumerable.Range(0, members).Select(i => new Member
            {
                Id = $"m{i}",
                Attributes = new Dictionary<string, AttributeValue> { ["taste"] = random.NextDouble(), ["noise"] = random.NextDouble(), ["colour"] = i % 2 == 0 ? "red" : "blue" },
            }),
        ];
        HashSet<(int, int)> met = [];
        List<Outcome> outcomes = [];
        while (met.Count < meetings)
        {
            (int a, int b) = (random.Next(members), random.Next(members));
            if (a == b || !met.Add((Math.Min(a, b), Math.Max(a, b))))
                continue;
            int days = random.Next(400, 600);
            outcomes.Add(People.Outcome(people[a].Id, people[b].Id, saysYes(random, people[a], people[b]) ? OutcomeKind.Accepted : OutcomeKind.Declined, days));
            outcomes.Add(People.Outcome(people[b].Id, people[a].Id, saysYes(random, people[b], people[a]) ? OutcomeKind.Accepted : OutcomeKind.Declined, days));
        }

        return new Community(people, outcomes: outcomes);
    }
}
