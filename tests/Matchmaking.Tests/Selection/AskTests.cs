using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Selection;

/// <summary>Who can help with what somebody asks in their own words.</summary>
public sealed class AskTests
{
    /// <summary>Questions to the Quickstart's community, none of which names the topic as it is offered, and what would help.</summary>
    private static readonly (string Question, string[] Helps)[] s_questions =
    [
        ("Who can look over a grant application with me this week?", ["fundraising", "fund-raising"]),
        ("Qui s'y connaît en subventions pour une asso ?", ["fundraising", "fund-raising"]),
        ("My hives did not survive the winter, what did I do wrong?", ["apiculture", "beekeeping"]),
        ("Comment récolter le miel sans se faire piquer ?", ["apiculture", "beekeeping"]),
        (
            "I have to give a speech at my sister's wedding and I am terrified",
            ["prise de parole", "public speaking", "prise de parole en public"]
        ),
        ("Le trac me bloque dès que je dois parler en public", ["prise de parole", "public speaking", "prise de parole en public"]),
        ("Could somebody check our balance sheet before the meeting?", ["comptabilité", "comptabilite", "accounting"]),
        ("J'ai des factures partout et pas de trésorerie claire", ["comptabilité", "comptabilite", "accounting"]),
        ("My toaster is broken and I refuse to throw it away", ["réparation"]),
        ("I feel anxious and overwhelmed at work", ["santé mentale", "mental health", "meditation", "yoga"]),
        (
            "We want people to find our shop on their phones, with an app",
            ["application mobile", "applications mobiles", "mobile apps", "mobile app development"]
        ),
        (
            "Qui pourrait me faire un site internet simple ?",
            ["développement web", "développeurs web", "développeuse web", "web dev", "web development"]
        ),
        (
            "I want to teach a computer to recognise birds from pictures",
            ["apprentissage automatique", "machine-learning", "machine learning"]
        ),
        (
            "How can I turn these numbers into a chart people understand?",
            [
                "dataviz",
                "data visualisation",
                "visualisation de données",
                "analyse de données",
                "data analytics",
                "data analysis",
                "analyses de données",
            ]
        ),
        ("Our landlord ignores the lease, what can we do?", ["law", "droit", "contract law"]),
        ("Nos statuts datent de 1985, il faut les réécrire", ["droit des associations", "droit"]),
        ("I would like to hire my first employee", ["recrutement", "recrutements", "recruitment", "recruiting"]),
        (
            "Je veux créer mon entreprise et je pars de zéro",
            ["entrepreneuriat", "création d'entreprise", "création d’entreprise", "starting a business"]
        ),
        ("How do I pitch to customers without sounding pushy?", ["vente", "sales", "techniques de vente"]),
        ("My password was stolen, I think I have been hacked", ["cybersecurity", "cybersécurité", "sécurité informatique"]),
        ("J'aimerais coudre une robe pour ma fille", ["couture", "sewing"]),
        ("Looking for someone to sing and play chords with", ["guitares", "guitare", "guitars"]),
        ("I would love to make my own clay bowls", ["poterie", "céramique"]),
        ("My bread does not rise, the dough stays flat", ["pain au levain", "boulangerie"]),
        ("Quelqu'un pour m'aider à monter une étagère ?", ["travail du bois", "menuiserie", "carpentry", "woodworking"]),
        ("Who could proofread my short novel?", ["écriture", "ecriture", "writing", "creative writing", "ateliers d'écriture"]),
        ("I need a logo for our club", ["graphisme", "graphic design", "illustration", "illustrations"]),
        ("Comment enregistrer des interviews avec un bon son ?", ["podcast", "podcasts", "radio"]),
        ("I can hardly say hello in Spanish", ["espagnol", "spanish", "spanish conversation"]),
        ("Two neighbours have a quarrel and will not talk to each other", ["médiation", "mediation"]),
    ];

    [Fact]
    public void Of_thirty_questions_the_right_helper_is_among_the_first_three_for_twenty_four()
    {
        var community = Community.Load(Path.Combine(RepositoryRoot.Path, "samples", "Quickstart", "community"));
        DateTimeOffset now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var matchmaker = Matchmaking.Matchmaker.Create(
            community,
            new() { TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now) }
        );
        string[] missed =
        [
            .. s_questions
                .Where(asked =>
                    !matchmaker
                        .Ask("karim-garnier", asked.Question, new() { Count = 3, IncludeConnected = true })
                        .Any(found => found.To.Offers.Any(offer => asked.Helps.Contains(offer.Topic.ToLowerInvariant())))
                )
                .Select(asked => asked.Question),
        ];

        Assert.Equal(30, s_questions.Length);
        Assert.True(missed.Length <= 6, string.Join('\n', missed));
    }

    [Fact]
    public void Who_offers_it_is_found_in_the_other_language_too()
    {
        Matchmaker matchmaker = Matchmaker(Person("ann"), Person("bob", offers: ["poterie"]), Person("cem", offers: ["chess"]));

        Assert.Equal(["bob"], Ids(matchmaker.Ask("ann", "I would love to make pots. Who knows pottery?")));
        Assert.Equal(["cem"], Ids(matchmaker.Ask("ann", "Qui joue aux échecs ?")));
    }

    [Fact]
    public void A_question_about_nothing_that_anybody_tells_finds_nobody()
    {
        Matchmaker matchmaker = Matchmaker(Person("ann"), Person("bob", offers: ["poterie"]));

        Assert.Empty(matchmaker.Ask("ann", "Qui sait dresser un dragon ?"));
    }

    [Fact]
    public void Nobody_is_found_by_what_they_hide()
    {
        Matchmaker matchmaker = Matchmaker(
            Person("ann"),
            Person("bob", offers: ["poterie"]) with
            {
                Hidden = [MemberField.Offers],
            },
            Person("cem", offers: ["poterie"])
        );

        Assert.Equal(["cem"], Ids(matchmaker.Ask("ann", "Who knows pottery?")));
    }

    [Fact]
    public void Those_who_hide_what_they_offer_take_no_place_from_those_who_show_it()
    {
        Matchmaker matchmaker = Matchmaker([
            Person("ann"),
            .. Enumerable.Range(0, 20).Select(i => Person($"h{i}", offers: ["poterie"]) with { Hidden = [MemberField.Offers] }),
            Person("cem", offers: ["poterie"]),
            Person("dan", offers: ["poterie"]),
        ]);

        Assert.Equal(["cem", "dan"], Ids(matchmaker.Ask("ann", "Who knows pottery?")).Order());
        Assert.Single(matchmaker.Ask("ann", "Who knows pottery?", new() { Count = 5, Allow = (_, to) => to.Id != "cem" }));
    }

    [Fact]
    public void All_rules_hold_for_a_question()
    {
        Matchmaker matchmaker = Matchmaker(
            Person("ann") with
            {
                Blocks = ["bob"],
            },
            Person("bob", offers: ["poterie"]),
            Person("cem", offers: ["poterie"]) with
            {
                Availability = new Availability { PausedUntil = Now.AddDays(9) },
            }
        );

        Assert.Empty(matchmaker.Ask("ann", "Who knows pottery?"));
    }

    [Fact]
    public void A_question_changes_nothing()
    {
        Matchmaker matchmaker = Matchmaker(Person("ann", likes: ["chess"]), Person("bob", likes: ["chess"], offers: ["poterie"]));
        string before = SameAnswers.Text(matchmaker.Community);
        double score = matchmaker.Score("ann", "bob").Score;

        matchmaker.Ask("ann", "Who knows pottery?");

        Assert.Equal(before, SameAnswers.Text(matchmaker.Community));
        Assert.Equal(score, matchmaker.Score("ann", "bob").Score);
    }

    [Fact]
    public void An_empty_question_and_an_unknown_member_are_refused()
    {
        Matchmaker matchmaker = Matchmaker(Person("ann"));

        Assert.Throws<ArgumentException>(() => matchmaker.Ask("ann", " "));
        Assert.Throws<ArgumentException>(() => matchmaker.Ask("ann", "what\0"));
        Assert.Throws<ArgumentOutOfRangeException>(() => matchmaker.Ask("ann", new string('a', 10_001)));
        Assert.Throws<MemberNotFoundException>(() => matchmaker.Ask("bob", "what?"));
    }

    [Fact]
    public void A_sentence_where_a_topic_is_asked_for_meets_the_topics_in_it()
    {
        var mentee = new MentoringPreferences { Role = MentoringRole.Mentee };
        var mentor = new MentoringPreferences { Role = MentoringRole.Mentor };
        Matchmaker matchmaker = Matchmaker(
            Person("ann", needs: ["I want to become a team lead and learn to give feedback"]) with
            {
                Mentoring = mentee,
            },
            Person("eve", needs: ["brindle plonk and wuggle the frabs"]) with
            {
                Mentoring = mentee,
            },
            Person("bob", offers: ["feedback", "coaching"]) with
            {
                Mentoring = mentor,
            },
            Person("cem", offers: ["Python", "SQL"]) with
            {
                Mentoring = mentor,
            }
        );

        Introduction only = Assert.Single(matchmaker.Suggest("ann", new() { Kind = IntroductionKind.Mentor }));
        Assert.Equal("bob", only.To.Id);
        Assert.Contains(
            "feedback",
            Assert.Single(only.ReasonsForFrom, reason => reason.Part == ScorePart.MentorFit).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(matchmaker.Suggest("eve", new() { Kind = IntroductionKind.Mentor }));
    }
}
