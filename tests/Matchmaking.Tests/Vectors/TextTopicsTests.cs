namespace Matchmaking.Tests.Vectors;

/// <summary>Topics found in whole sentences.</summary>
public sealed class TextTopicsTests
{
    private static readonly TopicVocabulary s_topics = TopicVocabularyBuilder.Fit(
        [
            People.Person(
                "ann",
                offers:
                [
                    "data science",
                    "data",
                    "science",
                    "strategy",
                    "fund-raising",
                    "start up",
                    "IT",
                    "public speaking",
                    "cars",
                    "politics",
                ]
            ),
        ],
        []
    );

    [Theory]
    [InlineData("I move to data science next year", "data science")]
    [InlineData("Develop strategic thinking", "strategic")]
    [InlineData("We do fundraising for a club", "fundraising")]
    [InlineData("my own startup, at last", "startup")]
    [InlineData("I work in IT and like it here", "IT")]
    [InlineData("je voudrais mieux gérer la prise de parole en public ici", "prise de parole en public")]
    [InlineData("science, and then data", "data|science")]
    [InlineData("polite words about a career", "")]
    [InlineData("it is what it is, is it not", "")]
    [InlineData("", "")]
    public void The_topics_in_a_sentence_are_told_with_the_words_they_came_from(string text, string words)
    {
        string[] found =
        [
            .. s_topics.TopicsIn(text, own: -1).Select(topic => text.Substring(topic.Start, topic.Length)).Order(StringComparer.Ordinal),
        ];

        Assert.Equal(words.Split('|', StringSplitOptions.RemoveEmptyEntries), found);
    }

    [Fact]
    public void Words_in_any_order_and_of_any_alphabet_make_no_fault_and_the_same_text_says_the_same()
    {
        var random = new Random(1);
        string[] words =
        [
            "data",
            "science",
            "😀",
            "’",
            "(",
            "\u202e",
            "ß",
            "l'",
            "start",
            "up",
            "公開",
            "ﬁ",
            "fund",
            "-",
            "raising",
            "/",
            "\ud800",
        ];
        for (int i = 0; i < 2000; i++)
        {
            string text = string.Join(
                random.Next(3) == 0 ? "" : " ",
                Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)])
            );
            IReadOnlyList<TextTopic> found = s_topics.TopicsOf(text);
            Assert.Equal(found, s_topics.TopicsOf(text));
            Assert.All(found, topic => Assert.InRange(topic.Start + topic.Length, 1, text.Length));
            Assert.All(found, topic => Assert.InRange(topic.Share, 1e-9, 1));
        }
    }
}
