using System.Text.Json;
using System.Text.RegularExpressions;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Privacy;

/// <summary>A hidden value is changed, and everybody asks everything: nothing that others get may change that tells on it.</summary>
public partial class HiddenValueTests
{
    private const int Members = 7;

    private static readonly IntroductionKind[] s_kinds = Enum.GetValues<IntroductionKind>();

    public static TheoryData<string> Fields =>
        [
            "interests",
            "offers",
            "needs",
            "bio",
            "texts",
            "languages",
            "timeZone",
            "location",
            "joined",
            "mentoring",
            "availability",
            "activities",
            "attributes",
            "attributes.faith",
        ];

    [Theory]
    [MemberData(nameof(Fields))]
    public void What_others_read_does_not_change_with_a_hidden_value(string field)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            (Community one, Community other) = Two(field, seed);
            MatchmakerOptions options = Options(seed, HiddenFields.Match);
            Dictionary<string, string> here = Told(Matchmaker.Create(one, options)),
                there = Told(Matchmaker.Create(other, options));
            foreach ((string what, string text) in here)
            {
                if (there.TryGetValue(what, out string? now))
                    Assert.True(text == now, $"seed {seed}, {what}:\n{text}\n{now}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void No_byte_changes_with_a_hidden_value_that_is_ignored(string field)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            (Community one, Community other) = Two(field, seed);
            MatchmakerOptions options = Options(seed, HiddenFields.Ignore) with { RequireCommonLanguage = false, MinimumCommonHours = 0 };
            Assert.Equal(All(Matchmaker.Create(one, options)), All(Matchmaker.Create(other, options)));
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_member_who_changes_live_is_ignored_as_one_who_was_there(string field)
    {
        for (int seed = 0; seed < 2; seed++)
        {
            (Community one, Community other) = Two(field, seed);
            MatchmakerOptions options = Options(seed, HiddenFields.Ignore) with { RequireCommonLanguage = false, MinimumCommonHours = 0 };
            var matchmaker = Matchmaker.Create(one, options);
            string before = All(matchmaker);
            matchmaker.Upsert(other.Members[0]);
            Assert.Equal(before, All(matchmaker));
            Assert.Same(other.Members[0], matchmaker.Community.Members[0]);
            using var saved = new MemoryStream();
            matchmaker.Save(saved, TestContext.Current.CancellationToken);
            saved.Position = 0;
            var loaded = Matchmaker.Load(saved, options, TestContext.Current.CancellationToken);
            Assert.Equal(before, All(loaded));
            Assert.Equal(JsonSerializer.Serialize(other.Members[0]), JsonSerializer.Serialize(loaded.Community.Members[0]));
        }
    }

    private static MatchmakerOptions Options(int seed, HiddenFields hidden) =>
        AtNow(
            new()
            {
                HiddenFields = hidden,
                RequireCommonLanguage = seed % 2 == 0,
                MinimumCommonHours = seed % 3 == 0 ? 1 : 0,
            }
        );

    /// <summary>Two communities that differ in what the first member hides.</summary>
    private static (Community, Community) Two(string field, int seed)
    {
        (Community one, Community other) = (Random(seed, 0), Random(seed, 1));
        string[] hidden = [field];
        // The first member of the second community, in all but the hidden field as in the first.
        Member first = one.Members[0] with { Hidden = hidden };
        Member from = other.Members[0];
        Member second = field switch
        {
            "interests" => first with { Interests = from.Interests },
            "offers" => first with { Offers = from.Offers },
            "needs" => first with { Needs = from.Needs },
            "bio" => first with { Bio = from.Bio },
            "texts" => first with { Texts = from.Texts },
            "languages" => first with { Languages = from.Languages },
            "timeZone" => first with { TimeZone = from.TimeZone },
            "location" => first with { Location = from.Location },
            "joined" => first with { Joined = from.Joined },
            "mentoring" => first with { Mentoring = from.Mentoring },
            "availability" => first with { Availability = from.Availability },
            "attributes" or "attributes.faith" => first with { Attributes = from.Attributes },
            _ => first,
        };
        Participation[] others = [.. one.Participations.Where(row => row.MemberId != "m0")];
        return (
            With(first, one.Participations),
            With(
                second,
                field == "activities" ? [.. others, .. other.Participations.Where(row => row.MemberId == "m0")] : one.Participations
            )
        );

        Community With(Member member, IReadOnlyList<Participation> participations) =>
            new([member, .. one.Members.Skip(1)], one.Activities, participations, one.Interactions);
    }

    private static Community Random(int seed, int variant)
    {
        var random = new Random(seed);
        var own = new Random((seed * 2) + variant + 1000);
        string[] topics = ["chess", "pottery", "tango", "welding", "baking", "robots", "choir"];
        string[] languages = ["en", "fr", "de", "sw"];
        string[] words = ["garden", "kiln", "engine", "violin", "mountain", "code", "bread"];
        Member[] members = [.. Enumerable.Range(0, Members).Select(i => Somebody(i, i == 0 ? own : random))];
        Activity[] activities = [.. Enumerable.Range(0, 5).Select(i => new Activity { Id = $"a{i}", Name = $"Club {i}" })];
        Participation[] participations =
        [
            .. Enumerable
                .Range(0, Members)
                .SelectMany(i =>
                    Some([.. activities.Select(activity => activity.Id)], i == 0 ? own : random)
                        .Select(id => new Participation
                        {
                            MemberId = $"m{i}",
                            ActivityId = id,
                            Time = Now.AddDays(-random.Next(1, 40)),
                        })
                ),
        ];
        return new Community(
            members,
            activities,
            participations,
            [
                new()
                {
                    FromId = "m1",
                    ToId = "m2",
                    Time = Now.AddDays(-3),
                },
                new()
                {
                    FromId = "m2",
                    ToId = "m1",
                    Time = Now.AddDays(-2),
                },
            ]
        );

        Member Somebody(int i, Random by) =>
            new()
            {
                Id = $"m{i}",
                Name = $"Name{i}",
                Interests = [.. Some(topics, by).Select(topic => new Interest { Topic = topic })],
                Offers = [.. Some(topics, by).Select(topic => new Offer { Topic = topic, Level = by.Next(1, 6) })],
                Needs = [.. Some(topics, by).Select(topic => new Need { Topic = topic, Level = by.Next(1, 6) })],
                Bio = string.Join(' ', Some(words, by)),
                Texts = [string.Join(' ', Some(words, by))],
                Languages = Some(languages, by),
                TimeZone = by.Next(2) == 0 ? "Europe/Paris" : "Asia/Tokyo",
                Location = by.Next(3) == 0 ? null : new() { Latitude = by.Next(40, 50), Longitude = by.Next(0, 10) },
                Joined = by.Next(3) == 0 ? null : Now.AddDays(-by.Next(1, 900)),
                Mentoring =
                    by.Next(3) == 0
                        ? null
                        : new()
                        {
                            Role = (MentoringRole)by.Next(3),
                            Capacity = by.Next(1, 3),
                            Topics = Some(topics, by),
                        },
                Availability = new()
                {
                    Windows =
                    [
                        new()
                        {
                            Day = (DayOfWeek)by.Next(7),
                            From = new TimeOnly(by.Next(6, 12), 0),
                            To = new TimeOnly(by.Next(13, 22), 0),
                        },
                    ],
                },
                Attributes = new Dictionary<string, AttributeValue>
                {
                    ["faith"] = AttributeValue.Of(
                        by.Next(3) switch
                        {
                            0 => "a",
                            1 => "b",
                            _ => "c",
                        }
                    ),
                },
            };

        static string[] Some(string[] all, Random by) => [.. all.Where(_ => by.Next(3) == 0).DefaultIfEmpty(all[by.Next(all.Length)])];
    }

    /// <summary>All that anybody is told, figures as they are.</summary>
    private static string All(Matchmaker matchmaker) =>
        string.Join('\n', Answers(matchmaker).Select(answer => $"{answer.What}: {answer.Text}"));

    /// <summary>By what it is about: what is told, without the figures, in no particular order.</summary>
    private static Dictionary<string, string> Told(Matchmaker matchmaker) =>
        Answers(matchmaker)
            .GroupBy(answer => answer.What)
            .ToDictionary(group => group.Key, group => string.Join('\n', group.Select(answer => Figures().Replace(answer.Text, "#"))));

    private static IEnumerable<(string What, string Text)> Answers(Matchmaker matchmaker)
    {
        string[] ids = [.. matchmaker.Community.Members.Select(member => member.Id)];
        foreach (IntroductionKind kind in s_kinds)
        {
            foreach (string id in ids)
            {
                foreach (Introduction pair in matchmaker.Suggest(id, new() { Kind = kind, IncludeConnected = true }))
                    yield return ($"{kind} {id} to {pair.To.Id}", Sorted(pair));
                foreach (string other in ids.Where(other => other != id && (id == "m0" || other == "m0" || kind == IntroductionKind.Any)))
                {
                    Explanation pair = matchmaker.Explain(id, other, new() { Kind = kind });
                    yield return ($"explained {kind} {id} to {other}", Sorted(pair.Introduction));
                    foreach (Obstacle obstacle in pair.Obstacles)
                        yield return ($"obstacle {obstacle.Kind} of {kind} {id} to {other}", obstacle.Text);
                }
            }
        }

        foreach (string id in ids.Skip(1))
        {
            foreach (ActivitySuggestion suggestion in matchmaker.SuggestActivities(id))
                yield return ($"{suggestion.Activity.Id} for {id}", JsonSerializer.Serialize(suggestion));
        }

        foreach (GroupSuggestion suggestion in matchmaker.SuggestForGroup(ids[..3]))
            yield return ($"group and {suggestion.Member.Id}", string.Join('\n', suggestion.Reasons.Select(reason => reason.Text).Order()));
        foreach (
            (IntroductionKind kind, int size) in new[]
            {
                (IntroductionKind.Any, 2),
                (IntroductionKind.Mentor, 2),
                (IntroductionKind.Any, 3),
            }
        )
        {
            Round round = matchmaker.PlanRound(new() { Kind = kind, GroupSize = size });
            foreach (Introduction pair in round.Introductions)
                yield return ($"round {kind} {pair.From.Id} and {pair.To.Id}", Sorted(pair));
            foreach (RoundGroup group in round.Groups)
            {
                yield return (
                    $"round {kind} {string.Join(' ', group.Members.Select(member => member.Id))}",
                    JsonSerializer.Serialize(
                        new
                        {
                            group.Languages,
                            group.CommonHours,
                            group.Reasons,
                        }
                    )
                );
            }
        }
    }

    /// <summary>Which of those whom two others both know are named goes by how close they are: that is order, and no value.</summary>
    private static IEnumerable<Reason> Told(Introduction pair, IEnumerable<Reason> reasons) =>
        pair.From.Id == "m0" || pair.To.Id == "m0" ? reasons : reasons.Where(reason => reason.Part != ScorePart.Network);

    private static string Sorted(Introduction pair) =>
        JsonSerializer.Serialize(
            new
            {
                // Of two others, what their introduction turns out to be for goes by the order of its parts.
                kind = pair.From.Id == "m0" || pair.To.Id == "m0" ? pair.Kind : IntroductionKind.Any,
                score = pair.Score,
                forward = pair.Forward,
                backward = pair.Backward,
                parts = pair.Parts.OrderBy(part => part.Part.Name, StringComparer.Ordinal),
                forFrom = Told(pair, pair.ReasonsForFrom).OrderBy(reason => reason.Text, StringComparer.Ordinal),
                forTo = Told(pair, pair.ReasonsForTo).OrderBy(reason => reason.Text, StringComparer.Ordinal),
                opening = pair.OpeningLine,
                shown = new[] { pair.From.ShownToOthers(), pair.To.ShownToOthers() },
            }
        );

    [GeneratedRegex(
        """(?<="(score|forward|backward|weight|contribution|strength|Forward|Backward|Weight|Contribution|Strength)":)[-0-9.eE]+"""
    )]
    private static partial Regex Figures();
}
