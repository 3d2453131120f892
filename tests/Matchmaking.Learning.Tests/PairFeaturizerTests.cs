namespace Matchmaking.Tests.Learning;

public sealed class PairFeaturizerTests
{
    [Fact]
    public void The_row_turned_round_is_the_row_of_the_other_direction()
    {
        CommunityIndex index = LearningCommunity.Index(RandomCommunity.Generate(30, seed: 5));
        var featurizer = PairFeaturizer.Fit(index, TestContext.Current.CancellationToken);
        BoundPairFeaturizer bound = featurizer.Bind(index);
        var mirror = new MirrorColumns(featurizer.Features);
        for (int a = 0; a < 30; a++)
        {
            for (int b = 0; b < a; b++)
            {
                float[] turned = new float[bound.Columns];
                mirror.Write(Row(bound, a, b), turned);
                float[] there = Row(bound, b, a);
                for (int i = 0; i < turned.Length; i++)
                    Assert.True(Same(there[i], turned[i]), $"{featurizer.Features[i].Name}: {there[i]} is not {turned[i]}");
            }
        }
    }

    [Fact]
    public void Numbers_tell_both_values_and_how_far_they_are_apart()
    {
        CommunityIndex index = LearningCommunity.Index(new Community([With("a", 1), With("b", 3), With("c", 8), People.Person("d")]));
        var featurizer = PairFeaturizer.Fit(new CommonNames(index, 1), [], TestContext.Current.CancellationToken);
        float[] row = Row(featurizer.Bind(index), 0, 2),
            missing = Row(featurizer.Bind(index), 0, 3);
        double deviation = Math.Sqrt(((9 + 1 + 16) / 3.0));

        Assert.Equal(-3 / deviation, Value(featurizer, row, "age: from"), 4);
        Assert.Equal(4 / deviation, Value(featurizer, row, "age: to"), 4);
        Assert.Equal(-7 / deviation, Value(featurizer, row, "age: difference"), 4);
        Assert.Equal(7 / deviation, Value(featurizer, row, "age: distance"), 4);
        Assert.Equal(-12 / deviation / deviation, Value(featurizer, row, "age: product"), 4);
        Assert.True(float.IsNaN(Value(featurizer, missing, "age: to")));
        Assert.True(float.IsNaN(Value(featurizer, missing, "age: distance")));
    }

    [Fact]
    public void Words_that_the_two_tell_in_different_places_are_compared()
    {
        Member[] members =
        [
            Seeking("a", field: "Développeuses web", goals: ["hiring", "python"]),
            Seeking("b", field: "law", goals: ["hiring"]),
            Seeking("c", field: "health", goals: ["statistics", "hiring"]),
            Working("d", field: "développeur web", skills: ["Python", "drawing"]),
            Working("e", field: "law", skills: ["hiring", "statistics"]),
        ];
        CommunityIndex index = LearningCommunity.Index(new Community(members));
        var featurizer = PairFeaturizer.Fit(new CommonNames(index, 1), [], TestContext.Current.CancellationToken);
        float[] row = Row(featurizer.Bind(index), 0, 3),
            back = Row(featurizer.Bind(index), 3, 0);

        Assert.Equal(1, Value(featurizer, row, "seeks and works: share of from's first in to's second"));
        Assert.Equal(1, Value(featurizer, back, "seeks and works: share of to's first in from's second"));
        Assert.True(float.IsNaN(Value(featurizer, back, "seeks and works: share of from's first in to's second")));
        Assert.InRange(Value(featurizer, row, "goals and skills: share of from's first in to's second"), .5, .8);
        Assert.Equal(0, Value(featurizer, Row(featurizer.Bind(index), 0, 4), "seeks and works: share of from's first in to's second"));

        static Member Seeking(string id, string field, string[] goals) =>
            new()
            {
                Id = id,
                Attributes = new Dictionary<string, AttributeValue> { ["seeks"] = field, ["goals"] = AttributeValue.Of(goals) },
            };
        static Member Working(string id, string field, string[] skills) =>
            new()
            {
                Id = id,
                Attributes = new Dictionary<string, AttributeValue> { ["works"] = field, ["skills"] = AttributeValue.Of(skills) },
            };
    }

    [Fact]
    public void Codes_and_yes_and_no_are_no_words_that_two_places_have_in_common()
    {
        Member[] members =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(i => new Member
                {
                    Id = $"p{i}",
                    Attributes = new Dictionary<string, AttributeValue>
                    {
                        ["smokes"] = i % 2 == 0 ? "yes" : "no",
                        ["drinks"] = i % 3 == 0 ? "yes" : "no",
                        ["floor"] = $"{i % 3}",
                        ["team"] = $"{i % 2}",
                    },
                }),
        ];

        Assert.DoesNotContain(
            PairFeaturizer.Fit(LearningCommunity.Index(new Community(members)), TestContext.Current.CancellationToken).Features,
            feature => feature.Name.Contains(" and ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_featurizer_read_again_makes_the_same_rows()
    {
        CommunityIndex index = LearningCommunity.Index(RandomCommunity.Generate(25, seed: 8));
        var featurizer = PairFeaturizer.Fit(index, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        featurizer.Write(new BinaryWriter(stream));
        stream.Position = 0;
        var read = PairFeaturizer.Read(new BinaryReader(stream), new LearningOptions());

        Assert.Equal(featurizer.Features, read.Features);
        Assert.Equal(Row(featurizer.Bind(index), 3, 7), Row(read.Bind(index), 3, 7));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void Whatever_is_changed_after_a_cut_changes_no_feature_as_of_the_cut()
    {
        DateTimeOffset cut = People.Now.AddDays(-100);
        Community community = RandomCommunity.Generate(40, seed: 2);
        Community poisoned = Poison(community, cut);
        CommunityIndex before = LearningCommunity.Index(community).AsOf(cut),
            after = LearningCommunity.Index(poisoned).AsOf(cut);
        var featurizer = PairFeaturizer.Fit(before, TestContext.Current.CancellationToken);
        (BoundPairFeaturizer a, BoundPairFeaturizer b) = (featurizer.Bind(before), featurizer.Bind(after));
        var history = new HistoryFeatures(mutual: false);
        var tables = (
            new AnswerTable(40, Answers.Of(before.Community), before.Network.Decay),
            new AnswerTable(40, Answers.Of(after.Community), after.Network.Decay)
        );

        Assert.NotEqual(community.Outcomes.Count, poisoned.Outcomes.Count);
        Assert.Equal(featurizer.Features, PairFeaturizer.Fit(after, TestContext.Current.CancellationToken).Features);
        for (int member = 1; member < 40; member++)
        {
            Assert.Equal(Row(a, 0, member), Row(b, 0, member));
            float[] past = new float[history.Count],
                same = new float[history.Count];
            history.Write(tables.Item1, 0, member, past);
            history.Write(tables.Item2, 0, member, same);
            Assert.Equal(past, same);
        }
    }

    [Fact]
    public void What_follows_an_introduction_is_no_feature_of_it()
    {
        Member[] members = [People.Person("a"), People.Person("b"), People.Person("c")];
        CommunityIndex index = LearningCommunity.Index(
            new Community(members, interactions: [People.Met("a", "b", daysAgo: 5), People.Met("c", "b", daysAgo: 50)])
        );
        var featurizer = PairFeaturizer.Fit(index, TestContext.Current.CancellationToken);
        BoundPairFeaturizer bound = featurizer.Bind(index);

        Assert.Equal(Math.Log(2), Value(featurizer, Row(bound, 0, 1), "interactions: from → to"), 5);
        Assert.Equal(0, Value(featurizer, Row(bound, 0, 1, People.Now.AddDays(-10)), "interactions: from → to"));
        Assert.Equal(Math.Log(2), Value(featurizer, Row(bound, 0, 1, People.Now.AddDays(-10)), "interactions: towards to"), 5);
    }

    private static Community Poison(Community community, DateTimeOffset cut)
    {
        var random = new Random(9);
        string Other() => community.Members[random.Next(community.Members.Count)].Id;
        return new Community(
            community.Members,
            [
                .. community.Activities.Select(activity =>
                    activity.Time >= cut ? activity with { Name = "poison", Text = "poison" } : activity
                ),
                new Activity
                {
                    Id = "late",
                    Name = "Late",
                    Time = cut.AddDays(3),
                },
            ],
            [
                .. community.Participations.Where(row => community.Activities.First(activity => activity.Id == row.ActivityId).Time < cut),
                .. community.Members.Select(member => new Participation { MemberId = member.Id, ActivityId = "late" }),
            ],
            [
                .. community.Interactions.Where(row => row.Time < cut),
                .. community
                    .Members.Skip(1)
                    .Select(member => new Interaction
                    {
                        FromId = community.Members[0].Id,
                        ToId = member.Id,
                        Time = cut,
                        Weight = 9,
                    }),
            ],
            [
                .. community.Outcomes.Where(row => row.Time < cut),
                .. Enumerable
                    .Range(0, 200)
                    .Select(_ => new Outcome
                    {
                        FromId = Other(),
                        ToId = Other(),
                        Kind = OutcomeKind.Accepted,
                        Time = cut.AddDays(1),
                    })
                    .Where(row => row.FromId != row.ToId),
            ]
        );
    }

    private static Member With(string id, double age) =>
        People.Person(id) with
        {
            Attributes = new Dictionary<string, AttributeValue> { ["age"] = age },
        };

    private static float[] Row(BoundPairFeaturizer bound, int from, int to, DateTimeOffset? now = null)
    {
        using var query = new PairQuery(bound.Index, from, IntroductionKind.Any, now ?? People.Now);
        float[] row = new float[bound.Columns];
        bound.Write(query, to, row);
        return row;
    }

    private static float Value(PairFeaturizer featurizer, float[] row, string name) =>
        row[featurizer.Features.Index().First(feature => feature.Item.Name == name).Index];

    private static bool Same(float a, float b) => float.IsNaN(a) ? float.IsNaN(b) : Math.Abs(a - b) <= 1e-5f * Math.Max(1, Math.Abs(a));
}
