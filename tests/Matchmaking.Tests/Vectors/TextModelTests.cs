namespace Matchmaking.Tests.Vectors;

public class TextModelTests
{
    private static readonly string[][] s_themes =
    [
        ["guitar", "jazz", "concert", "drum", "melody", "singer", "piano", "band"],
        ["python", "database", "server", "compiler", "kernel", "software", "cloud", "network"],
        ["hiking", "mountain", "tent", "forest", "summit", "river", "camping", "trail"],
    ];

    [Fact]
    public void With_little_text_the_same_words_are_one_and_others_nothing()
    {
        Vectorizer vectorizer = Fit("I love climbing and jazz", "Baking bread on sundays", "I love climbing and jazz");
        Assert.Equal(1, Similarity(vectorizer, "I love climbing and jazz", "I love climbing and jazz"), 1e-6);
        Assert.Equal(0, Similarity(vectorizer, "I love climbing and jazz", "Baking bread on sundays"), 1e-6);
        Assert.InRange(Similarity(vectorizer, "climbing, baking", "climbing, jazz"), 0.2, 0.8);
    }

    [Fact]
    public void With_little_text_words_met_later_count_too()
    {
        Vectorizer vectorizer = Fit("I love climbing", "Baking bread");
        Assert.Equal(1, Similarity(vectorizer, "astronomy telescopes", "Telescopes, astronomy!"), 1e-6);
        Assert.Equal(0, Similarity(vectorizer, "astronomy", "bread"), 1e-6);
        Assert.InRange(Similarity(vectorizer, "climbing astronomy", "climbing sewing"), 0.2, 0.7);
    }

    [Theory]
    [InlineData("en", "fr", "photography", "photographie")]
    public void Languages_do_not_mix_stems_by_accident(string left, string right, string english, string french)
    {
        Vectorizer vectorizer = Vectorizer.Fit(
            [
                new Member
                {
                    Id = "a",
                    Bio = english,
                    Languages = [left],
                },
                new Member
                {
                    Id = "b",
                    Bio = french,
                    Languages = [right],
                },
            ],
            new()
        );
        Assert.Equal(
            1,
            TextSimilarity.Compute(
                vectorizer.Vectorize(
                    new Member
                    {
                        Id = "c",
                        Bio = french,
                        Languages = [right],
                    }
                ),
                vectorizer.Vectorize(
                    new Member
                    {
                        Id = "d",
                        Bio = french + "s",
                        Languages = [right],
                    }
                )
            ),
            1e-6
        );
    }

    [Fact]
    public void With_many_texts_a_theme_brings_texts_together_that_share_no_word()
    {
        Vectorizer vectorizer = Vectorizer.Fit(Themed(300), new MatchmakerOptions { LatentTopics = 3 });
        double within = Similarity(vectorizer, "guitar drum", "piano singer");
        double across = Similarity(vectorizer, "guitar drum", "compiler server");
        Assert.True(within > 0.9, $"within {within}");
        Assert.True(across < 0.2, $"across {across}");
    }

    [Fact]
    public void Every_row_has_length_1_and_as_many_dimensions_as_asked_for()
    {
        Member[] members = Themed(200);
        Vectorizer vectorizer = Vectorizer.Fit(members, new MatchmakerOptions { LatentTopics = 8 });
        foreach (MemberVector vector in vectorizer.VectorizeAll(members))
        {
            Assert.Equal(8, vector.Texts.Single().Length);
            Assert.Equal(1, vector.Texts.Single().Sum(x => (double)x * x), 1e-5);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_rows_in_batches_and_one_by_one()
    {
        Member[] members = Themed(200);
        float[][] once =
        [
            .. Vectorizer.Fit(members, new MatchmakerOptions { Seed = 9 }).VectorizeAll(members).Select(vector => vector.Texts[0]),
        ];
        Vectorizer vectorizer = Vectorizer.Fit(members, new MatchmakerOptions { Seed = 9 });
        float[][] again = [.. members.Select(member => vectorizer.Vectorize(member).Texts[0])];
        Assert.Equal(once, again);
    }

    [Fact]
    public void The_order_of_members_does_not_change_how_alike_their_texts_are()
    {
        Member[] members = Themed(150);
        var options = new MatchmakerOptions { LatentTopics = 3 };
        MemberVector[] forth = Vectorizer.Fit(members, options).VectorizeAll(members);
        MemberVector[] back = Vectorizer.Fit([.. members.Reverse()], options).VectorizeAll(members);
        for (int i = 1; i < members.Length; i++)
            Assert.Equal(TextSimilarity.Compute(forth[i - 1], forth[i]), TextSimilarity.Compute(back[i - 1], back[i]), 1e-3);
    }

    [Fact]
    public void Texts_that_say_nothing_are_left_out()
    {
        Vectorizer vectorizer = Fit("I love climbing", "Baking bread");
        Assert.Single(
            vectorizer
                .Vectorize(
                    new Member
                    {
                        Id = "x",
                        Bio = " ",
                        Texts = ["", "the and of", "42", "climbing"],
                    }
                )
                .Texts
        );
        Assert.Empty(vectorizer.Vectorize(new Member { Id = "y" }).Texts);
    }

    [Fact]
    public void A_community_without_texts_has_none_and_takes_them_later()
    {
        Vectorizer vectorizer = Vectorizer.Fit([new Member { Id = "a" }, new Member { Id = "b", Bio = " " }], new());
        Assert.False(vectorizer.HasTexts);
        Assert.True(Fit("jazz").HasTexts);
        Assert.Equal(1, Similarity(vectorizer, "jazz on sundays", "jazz on sundays"), 1e-6);
    }

    [Fact]
    public void Three_best_pairs_of_texts_count()
    {
        Vectorizer vectorizer = Fit("jazz", "bread", "climbing", "yoga");
        MemberVector a = vectorizer.Vectorize(new Member { Id = "a", Texts = ["jazz", "bread", "yoga"] });
        MemberVector b = vectorizer.Vectorize(new Member { Id = "b", Texts = ["jazz", "climbing"] });
        Assert.Equal(1.0 / 3, TextSimilarity.Compute(a, b), 1e-6); // six pairs: 1, 0, 0 are the best
        Assert.Equal(TextSimilarity.Compute(a, b), TextSimilarity.Compute(b, a));
        MemberVector c = vectorizer.Vectorize(new Member { Id = "c", Texts = ["jazz"] });
        Assert.Equal(0.5, TextSimilarity.Compute(b, c), 1e-6); // two pairs
        Assert.Equal(0, TextSimilarity.Compute(a, vectorizer.Vectorize(new Member { Id = "d" })));
    }

    private static Member[] Themed(int count)
    {
        var random = new Random(11);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Member
                {
                    Id = $"m{i}",
                    Bio = string.Join(' ', Enumerable.Range(0, 4).Select(_ => s_themes[i % 3][random.Next(8)])),
                    Languages = ["en"],
                }),
        ];
    }

    private static Vectorizer Fit(params string[] bios) =>
        Vectorizer.Fit(
            [
                .. bios.Select(
                    (bio, i) =>
                        new Member
                        {
                            Id = $"m{i}",
                            Bio = bio,
                            Languages = ["en"],
                        }
                ),
            ],
            new()
        );

    private static double Similarity(Vectorizer vectorizer, string left, string right) =>
        TextSimilarity.Compute(
            vectorizer.Vectorize(
                new Member
                {
                    Id = "left",
                    Bio = left,
                    Languages = ["en"],
                }
            ),
            vectorizer.Vectorize(
                new Member
                {
                    Id = "right",
                    Bio = right,
                    Languages = ["en"],
                }
            )
        );
}
