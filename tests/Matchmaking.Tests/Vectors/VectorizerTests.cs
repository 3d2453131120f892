namespace Matchmaking.Tests.Vectors;

public class VectorizerTests
{
    [Fact]
    public void Interests_weigh_by_the_member_and_by_rarity()
    {
        Member a = new()
        {
            Id = "a",
            Interests =
            [
                new Interest { Topic = "yoga", Weight = 0.5 },
                new Interest { Topic = "Rust" },
                new Interest { Topic = "Yogas", Weight = 0.8 },
            ],
        };
        Vectorizer vectorizer = Vectorizer.Fit([a, new Member { Id = "b", Interests = [new Interest { Topic = "yoga" }] }], new());
        MemberVector vector = vectorizer.Vectorize(a);
        Assert.Equal(2, vector.Interests.Count);
        Assert.Equal(0.8, Weight(vector, vectorizer.Topics.IdOf("yoga")), 1e-6); // both have it: IDF 1; of two wordings the heavier counts
        Assert.Equal(Math.Log(3.0 / 2) + 1, Weight(vector, vectorizer.Topics.IdOf("rust")), 1e-6);
        Assert.Equal("Yogas", vector.InterestWording(vectorizer.Topics.IdOf("YOGA")));
        Assert.Null(vector.InterestWording(vectorizer.Topics.IdOf("jazz")));
    }

    [Fact]
    public void Offers_and_needs_keep_the_best_of_each_topic()
    {
        Member member = new()
        {
            Id = "a",
            Offers = [new Offer { Topic = "Go", Level = 2 }, new Offer { Topic = "C++", Level = 4 }, new Offer { Topic = "go", Level = 5 }],
            Needs =
            [
                new Need
                {
                    Topic = "Design",
                    Level = 3,
                    Importance = 0.2,
                },
                new Need
                {
                    Topic = "design",
                    Level = 1,
                    Importance = 0.9,
                },
            ],
        };
        Vectorizer vectorizer = Vectorizer.Fit([member], new());
        MemberVector vector = vectorizer.Vectorize(member);
        int go = vectorizer.Topics.IdOf("go"),
            cpp = vectorizer.Topics.IdOf("c++"),
            design = vectorizer.Topics.IdOf("design");
        Assert.Equal(new[] { new TopicLevel(go, 5, 1, 2), new TopicLevel(cpp, 4, 1, 1) }.OrderBy(level => level.Topic), vector.Offers);
        Assert.Equal([new TopicLevel(design, 3, 0.9f, 0)], vector.Needs);
        Assert.Equal("go", vector.OfferWording(go));
        Assert.Equal("Design", vector.NeedWording(design));
        Assert.Null(vector.NeedWording(go));
        Assert.Empty(vector.Teaches);
        Assert.Empty(vector.Learns);
    }

    [Fact]
    public void A_mentor_teaches_their_topics_at_the_level_they_offer()
    {
        Member mentor = new()
        {
            Id = "a",
            Offers = [new Offer { Topic = "Go", Level = 5 }, new Offer { Topic = "Jazz", Level = 2 }],
            Needs = [new Need { Topic = "Design" }],
            Mentoring = new MentoringPreferences { Role = MentoringRole.Mentor, Topics = ["Chess", "go"] },
        };
        Vectorizer vectorizer = Vectorizer.Fit([mentor], new());
        MemberVector vector = vectorizer.Vectorize(mentor);
        int go = vectorizer.Topics.IdOf("go"),
            chess = vectorizer.Topics.IdOf("chess");
        Assert.Equal(new[] { new TopicLevel(go, 5, 1, 1), new TopicLevel(chess, 3, 1, 0) }.OrderBy(level => level.Topic), vector.Teaches);
        Assert.Empty(vector.Learns);
        Assert.Equal("go", vector.TeachingWording(go));

        MemberVector unspecific = vectorizer.Vectorize(
            mentor with
            {
                Mentoring = new MentoringPreferences { Role = MentoringRole.Mentor },
            }
        );
        Assert.Equal(unspecific.Offers, unspecific.Teaches);
        Assert.Equal("Go", unspecific.TeachingWording(go));
    }

    [Fact]
    public void A_mentee_learns_from_the_level_they_have()
    {
        Member mentee = new()
        {
            Id = "a",
            Offers = [new Offer { Topic = "Go", Level = 2 }],
            Needs =
            [
                new Need
                {
                    Topic = "go",
                    Level = 4,
                    Importance = 0.5,
                },
                new Need { Topic = "Design", Level = 3 },
            ],
            Mentoring = new MentoringPreferences { Role = MentoringRole.Mentee },
        };
        Vectorizer vectorizer = Vectorizer.Fit([mentee], new());
        int go = vectorizer.Topics.IdOf("go"),
            design = vectorizer.Topics.IdOf("design");
        MemberVector vector = vectorizer.Vectorize(mentee);
        Assert.Equal(
            new[] { new TopicLevel(go, 2, 0.5f, 0), new TopicLevel(design, 0, 1, 1) }.OrderBy(level => level.Topic),
            vector.Learns
        );
        Assert.Empty(vector.Teaches);
        Assert.Equal("Design", vector.LearningWording(design));

        MemberVector both = vectorizer.Vectorize(
            mentee with
            {
                Mentoring = new MentoringPreferences { Role = MentoringRole.Both, Topics = ["Go"] },
            }
        );
        Assert.Equal([new TopicLevel(go, 2, 1, 0)], both.Learns);
        Assert.Equal([new TopicLevel(go, 2, 1, 0)], both.Teaches);
        Assert.Equal("Go", both.LearningWording(go));
    }

    [Fact]
    public void Two_new_members_share_a_topic_that_nobody_had()
    {
        Vectorizer vectorizer = Vectorizer.Fit([new Member { Id = "a", Interests = [new Interest { Topic = "yoga" }] }], new());
        MemberVector left = vectorizer.Vectorize(new Member { Id = "b", Interests = [new Interest { Topic = "Lindy Hop" }] });
        MemberVector right = vectorizer.Vectorize(new Member { Id = "c", Interests = [new Interest { Topic = "lindy-hop" }] });
        Assert.Equal(
            1,
            TopicSimilarity.Of(SimilarityMeasure.Cosine, vectorizer.Topics.Count).Compute(left.Interests, right.Interests),
            1e-6
        );
    }

    [Fact]
    public void The_order_of_members_does_not_change_how_alike_they_are()
    {
        string[][] topics =
        [
            ["yoga", "Rust", "photograhpy"],
            ["photography", "yogas"],
            ["rust", "photography"],
            ["jazz"],
            ["Jazz", "photography", "C++"],
        ];
        Member[] members =
        [
            .. topics.Select((own, i) => new Member { Id = $"m{i}", Interests = [.. own.Select(topic => new Interest { Topic = topic })] }),
        ];
        MemberVector[] forth = Vectorizer.Fit(members, new()).VectorizeAll(members);
        Member[] reversed = [.. members.Reverse()];
        MemberVector[] back = [.. Vectorizer.Fit(reversed, new()).VectorizeAll(reversed).Reverse()];
        ITopicSimilarity cosine = TopicSimilarity.Of(SimilarityMeasure.Cosine, 10);
        for (int i = 0; i < members.Length; i++)
        {
            for (int j = 0; j < members.Length; j++)
                Assert.Equal(cosine.Compute(forth[i].Interests, forth[j].Interests), cosine.Compute(back[i].Interests, back[j].Interests));
        }
    }

    [Fact]
    public void The_smallest_weight_is_still_a_weight() =>
        Assert.Equal(
            1,
            Vectorizer
                .Fit([], new())
                .Vectorize(new Member { Id = "a", Interests = [new Interest { Topic = "x", Weight = double.Epsilon }] })
                .Interests.Count
        );

    private static double Weight(MemberVector vector, int topic) => vector.Interests.Values[vector.Interests.Indices.BinarySearch(topic)];
}
