using CsCheck;

namespace Matchmaking.Tests.Vectors;

public class TopicVocabularyTests
{
    [Fact]
    public void A_topic_counts_by_how_few_name_it()
    {
        TopicVocabulary topics = Fit([
            ["yoga", "Rust"],
            ["Yoga"],
            ["yogas"],
            ["jazz"],
        ]);
        Assert.Equal(Math.Log(5.0 / 4) + 1, topics.Idf(topics.IdOf("yoga")), 1e-6);
        Assert.Equal(Math.Log(5.0 / 2) + 1, topics.Idf(topics.IdOf("rust")), 1e-6);
        Assert.Equal(Math.Log(5.0) + 1, topics.Idf(topics.IdOf("never seen")), 1e-6);
    }

    [Fact]
    public void Whoever_writes_one_topic_twice_names_it_once() =>
        Assert.Equal(
            Math.Log(3.0 / 2) + 1,
            Fit([
                ["yoga", "Yogas", "YOGA"],
                ["jazz"],
            ])
                is var topics
                ? topics.Idf(topics.IdOf("yoga"))
                : 0,
            1e-6
        );

    [Fact]
    public void Whoever_offers_needs_or_mentors_in_a_topic_names_it()
    {
        Member[] members =
        [
            new() { Id = "a", Offers = [new Offer { Topic = "yoga" }] },
            new() { Id = "b", Needs = [new Need { Topic = "yoga" }] },
            new()
            {
                Id = "c",
                Mentoring = new MentoringPreferences { Role = MentoringRole.Mentor, Topics = ["yoga"] },
            },
            new() { Id = "d" },
        ];
        TopicVocabulary topics = TopicVocabularyBuilder.Fit(members, []);
        Assert.Equal(Math.Log(5.0 / 4) + 1, topics.Idf(topics.IdOf("yoga")), 1e-6);
    }

    [Fact]
    public void Slips_count_for_the_topic_that_was_meant()
    {
        TopicVocabulary topics = Fit([
            ["photography"],
            ["photography"],
            ["photograhpy"],
        ]);
        Assert.Equal(1, topics.Count);
        Assert.Equal(Math.Log(4.0 / 4) + 1, topics.Idf(topics.IdOf("photography")), 1e-6);
    }

    [Fact]
    public void A_new_topic_gets_a_new_id_that_stays()
    {
        TopicVocabulary topics = Fit([
            ["yoga"],
        ]);
        int id = topics.IdOf("Lindy Hop");
        Assert.Equal(topics.FittedCount, id);
        Assert.Equal(id, topics.IdOf("lindy-hop"));
        Assert.NotEqual(id, topics.IdOf("balboa"));
        Assert.Equal(3, topics.Count);
    }

    [Fact]
    public void Synonyms_are_one_topic_however_they_are_written()
    {
        TopicVocabulary topics = Fit(
            [
                ["js"],
                ["yoga"],
            ],
            [
                ["JS", "JavaScript", "ECMAScript"],
                ["ML", "machine learning"],
                ["apprentissage automatique", "ml"],
            ]
        );
        Assert.Equal(topics.IdOf("js"), topics.IdOf("Java-Script"));
        Assert.Equal(topics.IdOf("js"), topics.IdOf("ecmascript"));
        Assert.Equal(topics.IdOf("Machine-Learning"), topics.IdOf("Apprentissage automatique")); // the lists share a word
        Assert.NotEqual(topics.IdOf("js"), topics.IdOf("java"));
        Assert.NotEqual(topics.IdOf("js"), topics.IdOf("ml"));
        Assert.Equal(Math.Log(3.0 / 2) + 1, topics.Idf(topics.IdOf("ECMAScript")), 1e-6);
    }

    [Fact]
    public void A_synonym_list_of_one_or_of_blanks_changes_nothing()
    {
        TopicVocabulary topics = Fit(
            [
                ["yoga"],
            ],
            [
                [],
                [" "],
                ["yoga"],
            ]
        );
        Assert.NotEqual(topics.IdOf("yoga"), topics.IdOf("jazz"));
    }

    [Fact]
    public void The_order_of_members_changes_nothing()
    {
        string[] wordings =
        [
            "photography",
            "photograhpy",
            "photografhy",
            "photographie",
            "start up",
            "startups",
            "Yoga",
            "développeuse",
            "developpeur",
            "C++",
            "c",
        ];
        Gen.Int[0, wordings.Length - 1]
            .Array[1, 30]
            .Sample(picks =>
            {
                string[][] members = [.. picks.Select(pick => new[] { wordings[pick] })];
                TopicVocabulary forth = Fit(members);
                TopicVocabulary back = Fit([.. members.Reverse()]);
                foreach (int pick in picks)
                {
                    Assert.Equal(forth.IdOf(wordings[pick]), back.IdOf(wordings[pick]));
                    Assert.Equal(forth.Idf(forth.IdOf(wordings[pick])), back.Idf(back.IdOf(wordings[pick])));
                }
            });
    }

    [Fact]
    public void Threads_that_meet_a_topic_at_once_agree_on_its_id()
    {
        TopicVocabulary topics = Fit([
            ["yoga"],
        ]);
        int[][] ids = new int[8][];
        Parallel.For(0, ids.Length, thread => ids[thread] = [.. Enumerable.Range(0, 500).Select(i => topics.IdOf($"topic {i:000}"))]);
        Assert.All(ids, own => Assert.Equal(ids[0], own));
        Assert.Equal(501, topics.Count);
        Assert.Equal(500, ids[0].Distinct().Count());
    }

    [Fact]
    public void Any_string_is_a_topic() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["ab'’.#+ -éœ\ud83c\udfb8\u0301दि"], 1, 12])
            .Where(topic => !string.IsNullOrWhiteSpace(topic) && !topic.Any(char.IsControl))
            .Sample(topic =>
            {
                TopicKey key = TopicKey.Of(topic);
                Assert.NotEmpty(key.Text);
                Assert.All(key.WordStarts, start => Assert.InRange(start, 0, key.Text.Length));
                TopicVocabulary topics = Fit([
                    [topic],
                ]);
                Assert.Equal(0, topics.IdOf(topic));
            });

    [Fact]
    public void A_topic_as_long_as_a_book_is_read_without_ado()
    {
        string word = new('a', 1_000_000),
            sentence = string.Concat(Enumerable.Repeat("le développement ", 50_000));
        TopicVocabulary topics = Fit([
            [word],
            [sentence],
        ]);
        Assert.NotEqual(topics.IdOf(word), topics.IdOf(sentence));
    }

    private static TopicVocabulary Fit(string[][] interests, string[][]? synonyms = null) =>
        TopicVocabularyBuilder.Fit(
            [
                .. interests.Select(
                    (topics, i) => new Member { Id = $"m{i}", Interests = [.. topics.Select(topic => new Interest { Topic = topic })] }
                ),
            ],
            synonyms ?? []
        );
}
