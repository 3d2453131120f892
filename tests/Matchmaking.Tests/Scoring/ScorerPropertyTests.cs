using CsCheck;

namespace Matchmaking.Tests.Scoring;

/// <summary>Whatever members write about themselves, the scorer answers, within its range.</summary>
public class ScorerPropertyTests
{
    private static readonly Gen<string> s_wording = Gen.OneOf(
        Gen.OneOf(
            new[]
            {
                "chess",
                "Échecs",
                "C++",
                "C#",
                ".NET",
                "r&d",
                "l'art",
                "aujourd'hui",
                "💡",
                "مرحبا",
                "日本語",
                "-",
                "’",
                "a",
                "I",
                "ﬁnance",
                "ÉCOLE",
                "web  design",
            }
                .Select(Gen.Const)
                .ToArray()
        ),
        Gen.String[Gen.Char.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)), 1, 30].Where(text => !string.IsNullOrWhiteSpace(text))
    );

    private static readonly Gen<Member> s_member = Gen.Select(
            s_wording.Array[0, 5],
            s_wording.Array[0, 4],
            s_wording.Array[0, 4],
            Gen.String[0, 80].Where(text => !text.Contains('\0')),
            Gen.Double[1e-9, 1],
            Gen.Int[1, 5],
            Gen.Int[0, 5]
        )
        .Select(
            (likes, offers, needs, bio, weight, level, kind) =>
                new Member
                {
                    Id = "replaced",
                    Bio = bio,
                    Texts = [.. needs],
                    Languages = kind switch
                    {
                        0 => ["fr"],
                        1 => ["en", "fr"],
                        _ => [],
                    },
                    Location = kind == 2 ? new Location { Latitude = 90, Longitude = -180 } : null,
                    Interests = [.. likes.Select(topic => new Interest { Topic = topic, Weight = weight })],
                    Offers = [.. offers.Select(topic => new Offer { Topic = topic, Level = level })],
                    Needs =
                    [
                        .. needs.Select(topic => new Need
                        {
                            Topic = topic,
                            Level = 6 - level,
                            Importance = weight,
                        }),
                    ],
                    Mentoring = kind < 3 ? new MentoringPreferences { Role = (MentoringRole)kind, Topics = [.. offers] } : null,
                }
        );

    private static readonly Gen<Community> s_community = s_member
        .Array[2, 8]
        .Select(members => new Community([.. members.Select((member, i) => member with { Id = $"m{i}" })]));

    private static readonly Gen<MatchmakerOptions> s_options = Gen.Select(Gen.Enum<SimilarityMeasure>(), Gen.Double[0, .99])
        .Select(
            (similarity, reciprocity) => People.AtNow(new MatchmakerOptions { InterestSimilarity = similarity, Reciprocity = reciprocity })
        );

    [Fact]
    public void Every_pair_of_every_community_has_scores_in_their_range_that_its_parts_add_up_to() =>
        Gen.Select(s_community, s_options, Gen.Enum<IntroductionKind>())
            .Sample(
                (community, options, kind) =>
                {
                    var matchmaker = Matchmaker.Create(community, options);
                    foreach (Member from in community.Members)
                    {
                        foreach (Member to in community.Members)
                        {
                            Introduction pair = matchmaker.Explain(from.Id, to.Id, new() { Kind = kind }).Introduction;
                            Assert.InRange(pair.Forward, 0, 1);
                            Assert.InRange(pair.Backward, 0, 1);
                            Assert.InRange(pair.Score, 0, 1);
                            Assert.Equal(pair.Score, pair.Parts.Sum(part => part.Contribution), tolerance: 1e-9);
                            Assert.All(pair.Parts, part => Assert.True(part is { Forward: >= 0 and <= 1, Backward: >= 0 and <= 1 }));
                        }
                    }
                },
                iter: 200
            );

    [Fact]
    public void Symmetric_kinds_are_symmetric_in_every_community() =>
        Gen.Select(
                s_community,
                s_options,
                Gen.OneOf(
                    Gen.Const(IntroductionKind.Any),
                    Gen.Const(IntroductionKind.Peer),
                    Gen.Const(IntroductionKind.Complementary),
                    Gen.Const(IntroductionKind.Bridge)
                )
            )
            .Sample(
                (community, options, kind) =>
                {
                    var matchmaker = Matchmaker.Create(community, options);
                    for (int i = 0; i < community.Members.Count; i++)
                    {
                        for (int j = i + 1; j < community.Members.Count; j++)
                        {
                            PairScore there = matchmaker.Score($"m{i}", $"m{j}", kind);
                            PairScore back = matchmaker.Score($"m{j}", $"m{i}", kind);
                            Assert.Equal(there.Score, back.Score, 9);
                            Assert.Equal(there.Forward, back.Backward, 9);
                        }
                    }
                },
                iter: 200
            );

    [Fact]
    public void Every_call_answers_whatever_the_community() =>
        Gen.Select(s_community, s_options, Gen.Enum<IntroductionKind>(), Gen.Double[0, 1])
            .Sample(
                (community, options, kind, diversity) =>
                {
                    var matchmaker = Matchmaker.Create(community, options);
                    Assert.All(matchmaker.Suggest("m0", new() { Kind = kind, Diversity = diversity }), introduction =>
                    {
                        Assert.NotEmpty(introduction.ReasonsForFrom);
                        Assert.NotEmpty(introduction.ReasonsForTo);
                        Assert.NotEmpty(introduction.OpeningLine);
                    });
                    Assert.Empty(matchmaker.SuggestActivities("m0"));
                    Assert.True(matchmaker.SuggestForGroup(["m0"]).Count < community.Members.Count);
                },
                iter: 100
            );
}
