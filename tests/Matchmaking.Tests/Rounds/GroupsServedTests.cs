using CsCheck;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

/// <summary>How many find a group under rules of all kinds, beside trying every division there is.</summary>
public class GroupsServedTests
{
    private static readonly Gen<int> s_seed = Gen.Int[0, 1_000_000];

    [Fact]
    public void A_language_facilitators_organisations_and_who_is_apart_leave_no_more_out_than_they_must()
    {
        (Matchmaker matchmaker, RoundOptions options) = Bilingual(1);
        Round exact = Plan(matchmaker, options with { OddOnesSitOut = true });
        Assert.Equal(8, exact.Figures.Served);
        // Twelve divide by four: it is nobody's turn, but the rules.
        Assert.All(exact.Unmatched, unmatched => Assert.Equal(UnmatchedReason.Composition, unmatched.Reason));

        // Sizes may differ by one: 3 + 3 French, of whom two facilitate, and 5 of 6 English with the third.
        Assert.Equal(11, Plan(matchmaker, options).Figures.Served);
    }

    [Fact]
    public void Of_more_members_than_can_be_tried_in_all_ways_as_many_are_served()
    {
        (Matchmaker matchmaker, RoundOptions options) = Bilingual(4);
        Round round = Plan(matchmaker, options with { OddOnesSitOut = true });
        RoundCheck.BreaksNothing(matchmaker, round, options);
        Assert.Equal(32, round.Figures.Served);
    }

    [Fact]
    public void As_many_are_served_as_any_division_of_them_serves() =>
        s_seed.Sample(
            seed =>
            {
                (Matchmaker matchmaker, RoundOptions options) = Draw(seed);
                Round round = Plan(matchmaker, options);
                RoundCheck.BreaksNothing(matchmaker, round, options);
                var rules = new Rules(matchmaker, options);
                Assert.All(round.Groups, group =>
                    Assert.True(rules.Allows([.. group.Members.Select(member => matchmaker.Community.IndexOf(member.Id))]))
                );
                Assert.Equal(rules.MostServed(), round.Figures.Served);
            },
            iter: 60
        );

    private static Round Plan(Matchmaker matchmaker, RoundOptions options) =>
        matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Twelves of six who speak one language and six who speak another, no two twelves with a language in common.</summary>
    private static (Matchmaker, RoundOptions) Bilingual(int twelves)
    {
        string[] languages = ["fr", "en", "de", "es", "it", "pt", "nl", "sv"];
        Member[] members =
        [
            .. Enumerable
                .Range(0, 12 * twelves)
                .Select(i =>
                    Person($"m{i}", likes: ["chess"]) with
                    {
                        Languages = [languages[i / 6]],
                        Attributes = new Dictionary<string, AttributeValue>
                        {
                            ["role"] = AttributeValue.Of(i % 4 == 0 ? "facilitator" : "member"),
                            ["organisation"] = AttributeValue.Of($"o{i % 6}"),
                        },
                    }
                ),
        ];
        GroupRoundOptions rules = new()
        {
            Quotas = [new("role", "facilitator") { AtLeast = 1, AtMost = 1 }, new("organisation") { AtMost = 1 }],
            Together = [.. Enumerable.Range(0, twelves).Select(t => new[] { $"m{12 * t}", $"m{(12 * t) + 1}" })],
            Apart =
            [
                .. Enumerable
                    .Range(0, twelves)
                    .SelectMany(t =>
                        new string[][]
                        {
                            [$"m{(12 * t) + 2}", $"m{(12 * t) + 3}"],
                            [$"m{(12 * t) + 2}", $"m{(12 * t) + 5}", $"m{(12 * t) + 9}"],
                        }
                    ),
            ],
        };
        return (Matchmaker(members), new RoundOptions { GroupSize = 4, Groups = rules });
    }

    private static (Matchmaker, RoundOptions) Draw(int seed)
    {
        var random = new Random(seed);
        int count = random.Next(3, 11);
        Member[] members =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    Person($"m{i}", likes: [random.Next(2) == 0 ? "chess" : "jazz"]) with
                    {
                        Languages = random.Next(5) switch
                        {
                            0 => [],
                            1 => ["fr", "en"],
                            2 => ["fr"],
                            _ => ["en"],
                        },
                        Blocks = random.Next(6) == 0 ? [$"m{random.Next(count)}"] : [],
                        TimeZone = "Europe/Paris",
                        Availability =
                            random.Next(3) == 0
                                ? null
                                : new()
                                {
                                    Windows =
                                    [
                                        new()
                                        {
                                            Day = DayOfWeek.Monday,
                                            From = new TimeOnly(8 + random.Next(4), 0),
                                            To = new TimeOnly(12 + random.Next(6), 0),
                                        },
                                    ],
                                },
                        Attributes = new Dictionary<string, AttributeValue>
                        {
                            ["role"] = AttributeValue.Of(random.Next(3) == 0 ? "lead" : "member"),
                            ["team"] = AttributeValue.Of($"t{random.Next(4)}"),
                        },
                    }
                ),
        ];
        List<GroupQuota> quotas = [];
        if (random.Next(2) == 0)
            quotas.Add(new("role", "lead") { AtLeast = 1, AtMost = random.Next(1, 4) });
        if (random.Next(2) == 0)
            quotas.Add(new("team") { AtMost = random.Next(1, 3) });
        GroupRoundOptions rules = new()
        {
            Quotas = quotas,
            CommonHours = random.Next(2) * 2,
            Together =
                random.Next(3) == 0 && count > 4
                    ?
                    [
                        ["m0", "m1"],
                    ]
                    : [],
            Apart =
                random.Next(2) == 0 && count > 5
                    ?
                    [
                        ["m2", "m3", "m4"],
                    ]
                    : [],
        };
        return (
            Matchmaker(members),
            new RoundOptions
            {
                GroupSize = random.Next(3, 5),
                OddOnesSitOut = random.Next(2) == 1,
                Groups = rules,
            }
        );
    }

    /// <summary>The rules as a reader of the documentation would check them.</summary>
    private sealed class Rules
    {
        private readonly Member[] _members;
        private readonly RoundOptions _options;
        private readonly bool[,] _pairs;
        private readonly int[]? _together;

        public Rules(Matchmaker matchmaker, RoundOptions options)
        {
            (_members, _options) = ([.. matchmaker.Community.Members], options);
            _pairs = new bool[_members.Length, _members.Length];
            for (int a = 0; a < _members.Length; a++)
            {
                for (int b = 0; b < _members.Length; b++)
                    _pairs[a, b] = a != b && matchmaker.Explain(_members[a].Id, _members[b].Id).Obstacles.Count == 0;
            }

            // Two who cannot be kept together are told of, and each may go elsewhere.
            _together = options.Groups.Together.Count > 0 && _pairs[0, 1] && _pairs[1, 0] ? [0, 1] : null;
        }

        /// <summary>
        /// The most that any division serves: in groups of the size, or, where those who are over may join others, of one more or less.
        /// </summary>
        public int MostServed()
        {
            int size = _options.GroupSize;
            bool exact = _options.OddOnesSitOut;
            return Best((1 << _members.Length) - 1, exact ? size : Math.Max(3, size - 1), exact ? size : size + 1, []);
        }

        public bool Allows(int[] group)
        {
            if (_together is not null && group.Contains(0) != group.Contains(1))
                return false;
            for (int i = 0; i < group.Length; i++)
            {
                for (int j = 0; j < group.Length; j++)
                {
                    if (
                        i != j
                        && (
                            !_pairs[group[i], group[j]]
                            || _options.Groups.Apart.Any(set => set.Contains(_members[group[i]].Id) && set.Contains(_members[group[j]].Id))
                        )
                    )
                        return false;
                }
            }

            Member[] members = [.. group.Select(i => _members[i])];
            return SpeakOne(members) && HaveHours(members) && _options.Groups.Quotas.All(quota => Keeps(members, quota));
        }

        private static bool SpeakOne(Member[] members)
        {
            Member[] told = [.. members.Where(member => member.Languages.Count > 0)];
            return told.Length == 0 || told[0].Languages.Any(language => told.All(member => member.Languages.Contains(language)));
        }

        private bool HaveHours(Member[] members)
        {
            WeeklyWindow[] windows = [.. members.Select(member => member.Availability?.Windows[0]).OfType<WeeklyWindow>()];
            return _options.Groups.CommonHours == 0
                || windows.Length < 2
                || (
                    windows.Min(window => window.To) > windows.Max(window => window.From)
                    && (windows.Min(window => window.To) - windows.Max(window => window.From)).TotalHours >= _options.Groups.CommonHours
                );
        }

        private static bool Keeps(Member[] members, GroupQuota quota)
        {
            string[] values =
            [
                .. members
                    .Select(member => member.Attributes[quota.Attribute].ToString())
                    .Where(value => quota.Value is null || quota.Value == value),
            ];
            return values.Length >= quota.AtLeast && values.CountBy(value => value).All(count => count.Value <= quota.AtMost);
        }

        private int Best(int left, int smallest, int largest, Dictionary<int, int> known)
        {
            if (left == 0)
                return 0;
            if (known.TryGetValue(left, out int best))
                return best;
            int first = left & -left,
                rest = left ^ first;
            best = Best(rest, smallest, largest, known);
            for (int with = rest; with > 0; with = (with - 1) & rest)
            {
                int count = System.Numerics.BitOperations.PopCount((uint)with) + 1;
                if (
                    count >= smallest
                    && count <= largest
                    && Allows([.. Enumerable.Range(0, _members.Length).Where(i => ((with | first) >> i & 1) != 0)])
                )
                    best = Math.Max(best, count + Best(rest ^ with, smallest, largest, known));
            }

            return known[left] = best;
        }
    }
}
