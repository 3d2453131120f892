namespace Matchmaking.Tests.Learning;

/// <summary>Communities whose answers follow a rule that a test knows, or none.</summary>
internal static class LearningCommunity
{
    /// <summary>Both sides answer; each says yes when the other is of about their own taste.</summary>
    public static Community OfAlikeTaste(int members = 120, int meetings = 1_200, int seed = 1) =>
        Answering(members, meetings, seed, (random, a, b) => random.NextDouble() < (Math.Abs(Taste(a) - Taste(b)) < .25 ? .9 : .1));

    /// <summary>Both sides answer by the toss of a coin.</summary>
    public static Community OfChance(int members = 120, int meetings = 1_000, int seed = 1) =>
        Answering(members, meetings, seed, (random, _, _) => random.Next(2) == 0);

    /// <summary>Mentees choose mentors of their own office; no mentor answers, and nobody says no.</summary>
    public static Community OfMentorsChosen(int seed = 1)
    {
        var random = new Random(seed);
        string[] offices = ["Lille", "Lyon", "Nice"];
        Member[] members =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(i => new Member
                {
                    Id = $"mentee{i}",
                    Attributes = Office(offices[i % 3]),
                    Mentoring = new() { Role = MentoringRole.Mentee },
                }),
            .. Enumerable
                .Range(0, 30)
                .Select(i => new Member
                {
                    Id = $"mentor{i}",
                    Attributes = Office(offices[i % 3]),
                    Mentoring = new() { Role = MentoringRole.Mentor },
                }),
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
    /// Mentees are shown mentors by chance and accept those who work in the field that they want, and master what they want to learn; the
    /// two sides tell all of that, and their age, under names of their own. A mentor is liked the better, the nearer they are in age.
    /// </summary>
    /// <param name="shown">How many mentors each is shown.</param>
    /// <param name="declines">Whether mentees also say no.</param>
    /// <param name="chance">Whether they accept by the toss of a coin instead.</param>
    public static Community OfNamesApart(int shown = 12, bool declines = true, bool chance = false)
    {
        const int Mentees = 120,
            Mentors = 40;
        var random = new Random(4);
        string[] fields = ["law", "software", "health", "design"],
            skills = ["negotiation", "python", "statistics", "writing", "drawing", "hiring"];
        Member[] mentees = [.. Enumerable.Range(0, Mentees).Select(i => Person($"mentee{i}", ("mentee_age", "wanted_field", "goals")))];
        Member[] mentors = [.. Enumerable.Range(0, Mentors).Select(i => Person($"mentor{i}", ("mentor_age", "works_in", "skills")))];
        List<Outcome> outcomes = [];
        foreach (Member mentee in mentees)
        {
            foreach (Member mentor in random.GetItems(mentors, 2 * shown).Distinct().Take(shown))
            {
                bool yes = random.NextDouble() < (chance ? .5 : Suits(mentee, mentor));
                if (yes || declines)
                    outcomes.Add(People.Outcome(mentee.Id, mentor.Id, yes ? OutcomeKind.Accepted : OutcomeKind.Declined, daysAgo: 10));
            }
        }

        return new Community([.. mentees, .. mentors], outcomes: outcomes);

        Member Person(string id, (string Age, string Field, string Skills) names) =>
            new()
            {
                Id = id,
                Attributes = new Dictionary<string, AttributeValue>
                {
                    [names.Age] = random.Next(20, 60),
                    [names.Field] = fields[random.Next(fields.Length)],
                    [names.Skills] = AttributeValue.Of(random.GetItems(skills, 2).Distinct()),
                },
            };
    }

    /// <summary>How likely a mentee of <see cref="OfNamesApart"/> accepts a mentor.</summary>
    public static double Suits(Member mentee, Member mentor)
    {
        bool field = mentee.Attributes["wanted_field"].Equals(mentor.Attributes["works_in"]);
        bool skill = mentee.Attributes["goals"].Categories.Intersect(mentor.Attributes["skills"].Categories).Any();
        double years = Math.Abs(mentee.Attributes["mentee_age"].Number - mentor.Attributes["mentor_age"].Number);
        return (.05 + (field ? .4 : 0) + (skill ? .4 : 0)) * Math.Exp(-years / 40);
    }

    /// <summary>
    /// Evenings at which guests choose hosts: at some nearly everybody says yes, at others hardly anybody, for no reason that is told of
    /// them; everywhere sooner to a host of charm. Two more hosts and a guest were at none.
    /// </summary>
    public static Community OfMoodyEvenings(int seed = 1)
    {
        const int Evenings = 5,
            Guests = 10,
            Hosts = 10;
        var random = new Random(seed);
        List<Member> members =
        [
            new()
            {
                Id = "guest",
                Attributes = new Dictionary<string, AttributeValue> { ["charm"] = .5 },
            },
            new()
            {
                Id = "charming",
                Attributes = new Dictionary<string, AttributeValue> { ["charm"] = .95 },
            },
            new()
            {
                Id = "dull",
                Attributes = new Dictionary<string, AttributeValue> { ["charm"] = .05 },
            },
        ];
        List<Outcome> outcomes = [];
        for (int evening = 0; evening < Evenings; evening++)
        {
            double mood = evening % 2 == 0 ? 2 : -2;
            for (int i = 0; i < Guests + Hosts; i++)
                members.Add(
                    new Member
                    {
                        Id = $"{evening}/{i}",
                        Attributes = new Dictionary<string, AttributeValue> { ["charm"] = random.NextDouble() },
                    }
                );
            for (int guest = 0; guest < Guests; guest++)
            {
                for (int host = Guests; host < Guests + Hosts; host++)
                {
                    double charm = members[^(Guests + Hosts - host)].Attributes["charm"].Number;
                    bool yes = random.NextDouble() < 1 / (1 + Math.Exp(-mood - (6 * (charm - .5))));
                    outcomes.Add(
                        People.Outcome(
                            $"{evening}/{guest}",
                            $"{evening}/{host}",
                            yes ? OutcomeKind.Accepted : OutcomeKind.Declined,
                            daysAgo: 10
                        )
                    );
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
        return IndexBuilder.Build(community, options, Vectorizer.Fit(community.Members, options));
    }

    private static Community Answering(int members, int meetings, int seed, Func<Random, Member, Member, bool> saysYes)
    {
        var random = new Random(seed);
        Member[] people =
        [
            .. Enumerable
                .Range(0, members)
                .Select(i => new Member
                {
                    Id = $"m{i}",
                    Attributes = new Dictionary<string, AttributeValue>
                    {
                        ["taste"] = random.NextDouble(),
                        ["noise"] = random.NextDouble(),
                        ["colour"] = i % 2 == 0 ? "red" : "blue",
                    },
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
            outcomes.Add(
                People.Outcome(
                    people[a].Id,
                    people[b].Id,
                    saysYes(random, people[a], people[b]) ? OutcomeKind.Accepted : OutcomeKind.Declined,
                    days
                )
            );
            outcomes.Add(
                People.Outcome(
                    people[b].Id,
                    people[a].Id,
                    saysYes(random, people[b], people[a]) ? OutcomeKind.Accepted : OutcomeKind.Declined,
                    days
                )
            );
        }

        return new Community(people, outcomes: outcomes);
    }
}
