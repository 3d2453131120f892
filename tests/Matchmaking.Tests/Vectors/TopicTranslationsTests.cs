namespace Matchmaking.Tests.Vectors;

public class TopicTranslationsTests
{
    // By construction: labels are made of these, each word always written as its fellow.
    private static readonly (string English, string French)[] s_words =
    [
        ("pottery", "poterie"),
        ("weaving", "tissage"),
        ("hiking", "randonnée"),
        ("gardening", "jardinage"),
        ("accounting", "comptabilité"),
        ("workshop", "atelier"),
        ("evening", "soirée"),
        ("beginners", "débutants"),
        ("festival", "festival"),
        ("club", "club"),
    ];

    [Fact]
    public void Words_that_stand_together_are_found()
    {
        TopicTranslations learned = TopicTranslations.Learn(Labels(new Random(7), 60));
        foreach ((string english, string french) in s_words)
        {
            (string First, string Second, double Probability) pair = Assert.Single(learned.Pairs, pair => pair.First == english);
            Assert.Equal(french, pair.Second);
            Assert.InRange(pair.Probability, .5, 1);
        }
    }

    [Fact]
    public void Whole_labels_are_pairs_as_they_stand()
    {
        TopicTranslations learned = TopicTranslations.Learn([
            ("Machine learning", "Apprentissage automatique"),
            ("Board games", "Jeux de société"),
        ]);
        Assert.Contains(learned.Pairs, pair => pair is { First: "machine learning", Second: "apprentissage automatique", Probability: 1 });
        Assert.Contains(learned.ToSynonyms(), topic => topic.SequenceEqual(["board games", "jeux de société"]));
    }

    [Fact]
    public void Labels_without_a_system_teach_nothing_that_is_sure()
    {
        var chance = new Random(3);
        (string, string)[] labels =
        [
            .. Enumerable
                .Range(0, 300)
                .Select(_ =>
                    (
                        $"{s_words[chance.Next(10)].English} {s_words[chance.Next(10)].English}",
                        $"{s_words[chance.Next(10)].French} {s_words[chance.Next(10)].French}"
                    )
                ),
        ];
        Assert.DoesNotContain(TopicTranslations.Learn(labels).Pairs, pair => !pair.First.Contains(' ') && pair.Probability >= .5);
    }

    [Fact]
    public void The_order_of_labels_makes_no_difference()
    {
        (string, string)[] labels = [.. Labels(new Random(5), 40)];
        Assert.Equal(
            TopicTranslations.Learn(labels).Pairs.Select(pair => (pair.First, pair.Second, pair.Probability)),
            TopicTranslations.Learn(labels.Reverse()).Pairs.Select(pair => (pair.First, pair.Second, pair.Probability))
        );
    }

    [Fact]
    public void What_was_learned_makes_topics_meet()
    {
        var options = new MatchmakerOptions { Synonyms = TopicTranslations.Learn([("Zither playing", "Jeu de cithare")]).ToSynonyms() };
        var matchmaker = Matchmaking.Matchmaker.Create(
            new Community([People.Person("a", likes: ["zither playing"]), People.Person("b", likes: ["jeu de cithare"])]),
            options
        );
        Assert.Single(matchmaker.Suggest("a"));
    }

    [Fact]
    public void Labels_without_words_and_none_at_all_teach_nothing()
    {
        Assert.Empty(TopicTranslations.Learn([]).Pairs);
        Assert.Empty(TopicTranslations.Learn([("", "poterie"), ("…", "the"), ("pottery", " ")]).Pairs);
        Assert.Throws<ArgumentOutOfRangeException>(() => TopicTranslations.Learn([]).ToSynonyms(0));
        Assert.Throws<ArgumentNullException>(() => TopicTranslations.Learn([("pottery", null!)]));
    }

    private static IEnumerable<(string, string)> Labels(Random chance, int count)
    {
        for (int i = 0; i < count; i++)
        {
            (string English, string French) first = s_words[i % 5],
                second = s_words[5 + chance.Next(5)];
            yield return ($"{first.English} {second.English}", $"{second.French} de {first.French}");
        }
    }
}
