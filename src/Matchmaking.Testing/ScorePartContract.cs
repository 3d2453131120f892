using System.Collections.Concurrent;
using System.Globalization;

namespace Matchmaking.Testing;

/// <summary>What the library relies on in an <see cref="IScorePart"/>.</summary>
public static class ScorePartContract
{
    /// <summary>What two values may differ by that are summed up in another order.</summary>
    private const double Rounding = 1e-9;

    private static readonly DateTimeOffset s_moment = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly CultureInfo[] s_cultures =
    [
        CultureInfo.InvariantCulture,
        CultureInfo.GetCultureInfo("en"),
        CultureInfo.GetCultureInfo("fr"),
    ];

    /// <summary>Members who tell nothing, little and much: what the checks ask of where no others are given.</summary>
    public static IReadOnlyList<Member> Samples { get; } =
    [
        new() { Id = "nothing" },
        new() { Id = "hides", Hidden = ["interests", "timeZone", "location"] },
        new()
        {
            Id = "paris",
            Name = "Zoé",
            Languages = ["fr", "en"],
            TimeZone = "Europe/Paris",
            Interests = [new() { Topic = "poterie" }, new() { Topic = "jazz", Weight = .5 }],
            Needs = [new() { Topic = "droit", Level = 3 }],
        },
        new()
        {
            Id = "lyon",
            Languages = ["fr"],
            TimeZone = "Europe/Paris",
            Bio = "J'aime le jazz.",
            Interests = [new() { Topic = "jazz" }],
            Offers = [new() { Topic = "droit", Level = 5 }],
        },
        new()
        {
            Id = "tokyo",
            Languages = ["ja"],
            TimeZone = "Asia/Tokyo",
            Mentoring = new() { Role = MentoringRole.Mentor },
        },
        new()
        {
            Id = "somewhere",
            Languages = ["en"],
            TimeZone = "UTC",
            Bio = new string('x', 10_000),
        },
    ];

    /// <summary>The checks of a part.</summary>
    /// <param name="create">
    /// Gives the part to check; called several times: what it gives must be alike, whether or not it is the same one.
    /// </param>
    /// <param name="members">Of whom it is asked, each with each; none: the <see cref="Samples"/>.</param>
    public static IReadOnlyList<ContractCheck> Checks(Func<IScorePart> create, params IReadOnlyList<Member> members)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(members);
        IReadOnlyList<Member> asked = members.Count == 0 ? Samples : members;
        return
        [
            new("has a name that stays and is none of the library's", () => Name(create)),
            new("says values in [0, 1] of anybody", () => ForEach(create(), asked, ValuesAreShares)),
            new("says the same values exchanged with the members exchanged", () => ForEach(create(), asked, IsSymmetric)),
            new("has a bound in [0, 1] that no value is above", () => ForEach(create(), asked, IsBounded)),
            new("says the same whenever it is asked", () => IsTheSame(create, asked)),
            new("says the same to many threads", () => Threads(create, asked)),
            new("writes a reason in any culture, or none", () => ForEach(create(), asked, Reasons)),
        ];
    }

    private static void Name(Func<IScorePart> create)
    {
        ScorePart name = create().Part;
        ContractException.ThrowUnless(create().Part == name, $"the name '{name}' is another the next time");
        try
        {
            _ = new MatchmakerOptions { Parts = [create()] };
        }
        catch (ArgumentException exception)
        {
            throw new ContractException(exception.Message, exception);
        }
    }

    private static void ForEach(IScorePart part, IReadOnlyList<Member> members, Action<IScorePart, Member, Member> check)
    {
        foreach (Member from in members)
        {
            foreach (Member to in members)
            {
                if (from.Id == to.Id)
                    continue;
                try
                {
                    _ = part.HasData(from);
                    check(part, from, to);
                }
                catch (Exception exception) when (exception is not ContractException)
                {
                    throw new ContractException($"{Told(from, to)}: {exception.Message}", exception);
                }
            }
        }
    }

    private static void ValuesAreShares(IScorePart part, Member from, Member to)
    {
        DirectedValue value = part.Value(from, to, s_moment);
        ContractException.ThrowUnless(
            value is { Forward: >= 0 and <= 1, Backward: >= 0 and <= 1 },
            FormattableString.Invariant($"{Told(from, to)}: {value.Forward} and {value.Backward} are not in [0, 1]")
        );
    }

    private static void IsSymmetric(IScorePart part, Member from, Member to)
    {
        DirectedValue there = part.Value(from, to, s_moment),
            back = part.Value(to, from, s_moment);
        ContractException.ThrowUnless(
            Math.Abs(there.Forward - back.Backward) <= Rounding && Math.Abs(there.Backward - back.Forward) <= Rounding,
            FormattableString.Invariant(
                $"{Told(from, to)}: {there.Forward} and {there.Backward}, and exchanged {back.Forward} and {back.Backward}"
            )
        );
    }

    private static void IsBounded(IScorePart part, Member from, Member to)
    {
        DirectedValue value = part.Value(from, to, s_moment);
        double bound = part.UpperBound(from, to, s_moment);
        ContractException.ThrowUnless(
            bound is >= 0 and <= 1 && bound >= value.Forward && bound >= value.Backward,
            FormattableString.Invariant($"{Told(from, to)}: the bound is {bound}, and the values {value.Forward} and {value.Backward}")
        );
    }

    private static void IsTheSame(Func<IScorePart> create, IReadOnlyList<Member> members)
    {
        IScorePart other = create();
        ForEach(create(), members, (part, from, to) =>
            ContractException.ThrowUnless(
                Said(part, from, to) == Said(part, from, to) && Said(part, from, to) == Said(other, from, to),
                $"{Told(from, to)}: the answer is another the second time"
            )
        );
    }

    private static void Threads(Func<IScorePart> create, IReadOnlyList<Member> members)
    {
        IScorePart alone = create(),
            shared = create();
        Dictionary<(string, string), object> expected = [];
        ForEach(alone, members, (part, from, to) => expected[(from.Id, to.Id)] = Said(part, from, to));
        ConcurrentQueue<Exception> faults = [];
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(_ => new Thread(() =>
                {
                    try
                    {
                        for (int round = 0; round < 20; round++)
                        {
                            ForEach(shared, members, (part, from, to) =>
                                ContractException.ThrowUnless(
                                    expected[(from.Id, to.Id)].Equals(Said(part, from, to)),
                                    $"{Told(from, to)}: the answer is another while several threads ask"
                                )
                            );
                        }
                    }
#pragma warning disable CA1031 // Whatever a thread throws is told to the one that asked.
                    catch (Exception exception)
#pragma warning restore CA1031
                    {
                        faults.Enqueue(exception);
                    }
                })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        if (faults.TryPeek(out Exception? fault))
            throw fault as ContractException ?? new ContractException($"while several threads ask: {fault.Message}", fault);
    }

    private static void Reasons(IScorePart part, Member from, Member to)
    {
        foreach (CultureInfo culture in s_cultures)
        {
            ContractException.ThrowUnless(
                part.Reason(from, to, culture) is not { } text || !string.IsNullOrWhiteSpace(text),
                $"{Told(from, to)}: the reason is empty; none is null"
            );
        }
    }

    private static (DirectedValue Value, double Bound, bool HasData, string? Reason) Said(IScorePart part, Member from, Member to) =>
        (
            part.Value(from, to, s_moment),
            part.UpperBound(from, to, s_moment),
            part.HasData(from),
            part.Reason(from, to, CultureInfo.InvariantCulture)
        );

    private static string Told(Member from, Member to) => $"'{from.Id}' and '{to.Id}'";
}
