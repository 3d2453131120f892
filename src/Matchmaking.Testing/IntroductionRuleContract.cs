using System.Collections.Concurrent;
using System.Globalization;

namespace Matchmaking.Testing;

/// <summary>What the library relies on in an <see cref="IIntroductionRule"/>.</summary>
public static class IntroductionRuleContract
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly CultureInfo[] s_cultures =
    [
        CultureInfo.GetCultureInfo("en"),
        CultureInfo.GetCultureInfo("fr"),
        CultureInfo.GetCultureInfo("ja"),
        CultureInfo.InvariantCulture,
    ];

    // Members who tell everything, little, and nothing.
    private static readonly Member[] s_members =
    [
        new() { Id = "bare" },
        new()
        {
            Id = "amelie",
            Name = "Amélie",
            Languages = ["fr", "en"],
            TimeZone = "Europe/Paris",
            Bio = "J'aime la poterie.",
            Interests = [new() { Topic = "poterie" }],
            Needs = [new() { Topic = "développement web", Level = 3 }],
            Mentoring = new() { Role = MentoringRole.Mentee },
            Joined = s_now.AddDays(-3),
        },
        new()
        {
            Id = "bob",
            Name = "Bob",
            Languages = ["en"],
            Interests = [new() { Topic = "chess" }],
            Offers = [new() { Topic = "web development", Level = 5 }],
            Mentoring = new() { Role = MentoringRole.Mentor },
            Joined = s_now.AddYears(-2),
        },
        new()
        {
            Id = "long",
            Name = new string('x', 10_000),
            Bio = "日本語 \ud83c 🎲",
            Languages = ["ja"],
        },
    ];

    /// <summary>The checks of a rule.</summary>
    /// <param name="create">
    /// Gives the rule to check; called several times: what it gives must be alike, whether or not it is the same one.
    /// </param>
    /// <param name="examples">
    /// Introductions, and what the rule must say of each: the code with which it refuses, or null and the tier. They are asked about in
    /// the other checks, too, beside members who tell everything and nothing.
    /// </param>
    public static IReadOnlyList<ContractCheck> Checks(
        Func<IIntroductionRule> create,
        params IReadOnlyList<(ProposedIntroduction Proposed, ObstacleKind? Obstacle, int Tier)> examples
    )
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(examples);
        ProposedIntroduction[] all = [.. Proposals(), .. examples.Select(example => example.Proposed)];
        return
        [
            new("judges any two members for any kind", () => Array.ForEach(all, proposed => create().Judge(proposed))),
            new("judges the same whenever it is asked", () => Repeats(create, all)),
            new("judges the same for many threads", () => Threads(create, all)),
            new("tells a reason in every language when it refuses", () => Refusals(create(), all, Reasons)),
            new("has codes of letters and digits in camel case", () => Refusals(create(), all, Codes)),
            new("names tiers that rounds tell apart, 0 to 16", () => Tiers(create(), all)),
            new("says of its examples what it should", () => Examples(create(), examples)),
        ];
    }

    private static IEnumerable<ProposedIntroduction> Proposals() =>
        from one in s_members
        from other in s_members
        where one != other
        from kind in Enum.GetValues<IntroductionKind>()
        select new ProposedIntroduction
        {
            From = one,
            To = other,
            Kind = kind,
            Time = s_now,
        };

    private static void Repeats(Func<IIntroductionRule> create, ProposedIntroduction[] all)
    {
        IIntroductionRule rule = create(),
            another = create();
        string[] first = [.. all.Select(proposed => Told(rule.Judge(proposed)))];
        for (int i = all.Length - 1; i >= 0; i--)
        {
            ContractException.ThrowUnless(Told(rule.Judge(all[i])) == first[i], $"{Pair(all[i])} is judged otherwise the second time");
            ContractException.ThrowUnless(Told(another.Judge(all[i])) == first[i], $"{Pair(all[i])} is judged otherwise by another rule");
        }
    }

    private static void Threads(Func<IIntroductionRule> create, ProposedIntroduction[] all)
    {
        IIntroductionRule shared = create();
        string[] expected = [.. all.Select(proposed => Told(create().Judge(proposed)))];
        ConcurrentQueue<string> faults = [];
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(offset => new Thread(() =>
                {
                    for (int i = 0; i < 20 * all.Length; i++)
                    {
                        int at = (i + offset) % all.Length;
                        try
                        {
                            if (Told(shared.Judge(all[at])) != expected[at])
                                faults.Enqueue($"{Pair(all[at])} is judged otherwise while several threads ask");
                        }
#pragma warning disable CA1031 // Whatever a thread throws is told to the one that asked.
                        catch (Exception exception)
#pragma warning restore CA1031
                        {
                            faults.Enqueue($"{Pair(all[at])}: {exception.Message} while several threads ask");
                        }
                    }
                })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        if (faults.TryDequeue(out string? fault))
            throw new ContractException(fault);
    }

    private static void Refusals(IIntroductionRule rule, ProposedIntroduction[] all, Action<RuleVerdict, ProposedIntroduction> check)
    {
        foreach (ProposedIntroduction proposed in all)
        {
            if (rule.Judge(proposed) is { IsRefusal: true } verdict)
                check(verdict, proposed);
        }
    }

    private static void Reasons(RuleVerdict verdict, ProposedIntroduction proposed)
    {
        foreach (CultureInfo culture in s_cultures)
        {
            string? text = verdict.TextFor(culture);
            ContractException.ThrowUnless(
                !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl),
                $"{Pair(proposed)} is refused without a reason in one line in '{culture.Name}'"
            );
        }
    }

    private static void Codes(RuleVerdict verdict, ProposedIntroduction proposed)
    {
        string code = verdict.Obstacle!.Value.Code;
        ContractException.ThrowUnless(
            char.IsAsciiLetterLower(code[0]) && code.All(char.IsAsciiLetterOrDigit),
            $"{Pair(proposed)} is refused by the code '{code}', which is not in camel case"
        );
    }

    private static void Tiers(IIntroductionRule rule, ProposedIntroduction[] all)
    {
        foreach (ProposedIntroduction proposed in all)
        {
            int tier = rule.Judge(proposed).Tier;
            ContractException.ThrowUnless(tier <= 16, $"{Pair(proposed)} is in tier {tier}, which rounds count as 16");
        }
    }

    private static void Examples(
        IIntroductionRule rule,
        IReadOnlyList<(ProposedIntroduction Proposed, ObstacleKind? Obstacle, int Tier)> examples
    )
    {
        foreach ((ProposedIntroduction proposed, ObstacleKind? obstacle, int tier) in examples)
        {
            RuleVerdict verdict = rule.Judge(proposed);
            ContractException.ThrowUnless(
                verdict.Obstacle == obstacle && (obstacle is not null || verdict.Tier == tier),
                $"{Pair(proposed)} is judged '{Told(verdict)}'"
            );
        }
    }

    private static string Told(RuleVerdict verdict) =>
        verdict.Obstacle is { } obstacle
            ? $"refused by {obstacle.Code}: {verdict.TextFor(CultureInfo.InvariantCulture)}"
            : $"tier {verdict.Tier.ToString(CultureInfo.InvariantCulture)}";

    private static string Pair(ProposedIntroduction proposed) => $"{proposed.From.Id} to {proposed.To.Id} ({proposed.Kind})";
}
