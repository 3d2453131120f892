using System.Globalization;

namespace Matchmaking.Tests.Vectors;

public class TopicTableTests
{
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo s_french = CultureInfo.GetCultureInfo("fr");

    [Theory]
    [InlineData("poterie", "Pottery")]
    [InlineData("comptabilité", "accounting")]
    [InlineData("Randonnées", "hiking")]
    [InlineData("jeux de société", "board games")]
    [InlineData("l'apprentissage automatique", "machine learning")]
    [InlineData("React", "reactjs")]
    [InlineData("C#", "c-sharp")]
    [InlineData("k8s", "Kubernetes")]
    [InlineData("js", "JavaScript")]
    [InlineData("Postgres", "PostgreSQL")]
    public void Topics_meet_across_languages_and_names(string left, string right)
    {
        Assert.True(AreOne(left, right));
        Assert.True(AreOne(right, left));
    }

    [Theory]
    [InlineData("chat", "cat")]
    [InlineData("pain", "bread")]
    [InlineData("coin", "corner")]
    [InlineData("court", "short")]
    [InlineData("car", "bus")]
    [InlineData("lecture", "reading")]
    [InlineData("formation", "training")]
    [InlineData("librairie", "library")]
    [InlineData("mode", "fashion")]
    [InlineData("voile", "sailing")]
    public void False_friends_and_words_of_two_meanings_are_not_in_the_table(string left, string right) =>
        Assert.False(AreOne(left, right));

    [Fact]
    public void The_table_has_hundreds_of_topics_and_each_spelling_once()
    {
        // A spelling that stood twice would have thrown when the table was read.
        Assert.InRange(TopicTable.Shipped.All.Count(line => line.English[0] != line.French[0]), 600, 2000);
        Assert.All(TopicTable.Shipped.All, line => Assert.NotEmpty(line.Keys));
    }

    [Fact]
    public void Words_are_known_in_both_languages()
    {
        Assert.All(["meditation", "mediation", "casting", "jardin", "natation", "numpy", "aaron", "zygote"], word =>
            Assert.True(TopicTable.Shipped.Knows(TopicKey.Of(word).Text), word)
        );
        Assert.All(["managment", "psycologi", "blokchain", "aaaa", "zzzz"], word => Assert.False(TopicTable.Shipped.Knows(word), word));
    }

    [Fact]
    public void A_hosts_own_synonyms_win()
    {
        string[][] apart =
        [
            ["poterie", "céramique"],
            ["pottery", "clay"],
        ];
        Assert.False(AreOne("poterie", "pottery", apart));
        Assert.True(AreOne("poterie", "céramique", apart));
        string[][] wider =
        [
            ["poterie", "modelage"],
        ];
        Assert.True(AreOne("pottery", "modelage", wider));
        string[][] alone =
        [
            ["poterie"],
            ["pottery"],
        ];
        Assert.False(AreOne("poterie", "pottery", alone));
    }

    [Fact]
    public void A_topic_is_shown_in_the_readers_language_or_as_most_write_it()
    {
        TopicVocabulary topics = Fit(["Poterie", "lindy  hop"], ["pottery", "Contact Improv"], ["Contact Improv"], ["contact improv"]);
        Assert.Equal("pottery", topics.InLanguage(topics.IdOf("Poterie"), "Poterie", "en"));
        Assert.Equal("poterie", topics.InLanguage(topics.IdOf("pottery"), "pottery", "fr"));
        Assert.Equal("Poterie", topics.InLanguage(topics.IdOf("Poterie"), "Poterie", "de"));
    }

    [Fact]
    public void A_member_reads_of_topics_in_their_language()
    {
        Member ann = People.Person("ann", likes: ["hiking"]);
        Member lea = People.Person("lea", likes: ["randonnée"]);
        var matchmaker = Matchmaking.Matchmaker.Create(new Community([ann, lea]));
        Introduction found = Assert.Single(matchmaker.Suggest("ann", new SuggestOptions { Culture = s_french }));
        Assert.Contains(found.ReasonsForFrom, reason => reason.Topics.Contains("randonnée") && reason.Text.Contains("randonnée"));
        Assert.Contains(
            "hiking",
            Assert.Single(matchmaker.Suggest("lea", new SuggestOptions { Culture = s_english })).ReasonsForFrom[0].Text
        );
    }

    private static bool AreOne(string left, string right, string[][]? synonyms = null)
    {
        TopicVocabulary topics = TopicVocabularyBuilder.Fit([Of([left])], synonyms ?? []);
        return topics.IdOf(left) == topics.IdOf(right);
    }

    private static TopicVocabulary Fit(params string[][] members) => TopicVocabularyBuilder.Fit([.. members.Select(Of)], []);

    private static Member Of(string[] topics) =>
        new() { Id = string.Join('-', topics), Interests = [.. topics.Select(topic => new Interest { Topic = topic })] };
}
