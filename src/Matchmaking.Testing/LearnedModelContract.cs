namespace Matchmaking.Testing;

/// <summary>What the library relies on in an <see cref="ILearnedModel"/>.</summary>
public static class LearnedModelContract
{
    private static readonly DateTimeOffset s_moment = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The checks of a model.</summary>
    /// <param name="create">Gives the model to check; called several times: what it gives must be alike.</param>
    /// <param name="members">
    /// Members to ask about, at least two, such as a community of the host's; a member who tells nothing is asked about beside them.
    /// </param>
    /// <exception cref="ArgumentException">There are fewer than two members.</exception>
    public static IReadOnlyList<ContractCheck> Checks(Func<ILearnedModel> create, IReadOnlyList<Member> members)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count < 2)
            throw new ArgumentException("It takes two members to ask about.", nameof(members));
        Member[] asked = [.. members, new() { Id = "contract-nobody" }];
        return
        [
            new("has a name that stays", () => Name(create)),
            new("serves a kind or does not, whenever it is asked", () => Serves(create)),
            new("gives a probability for any pair", () => ForEach(asked, (from, to) => Probability(create(), from, to))),
            new("gives the same whenever it is asked", () => Same(create, asked)),
            new("gives the same to many threads", () => Threads(create, asked)),
            new("explains by finite numbers, without the baseline", () => ForEach(asked, (from, to) => Parts(create(), from, to))),
        ];
    }

    private static void Name(Func<ILearnedModel> create)
    {
        string name = create().Name;
        ContractException.ThrowUnless(!string.IsNullOrWhiteSpace(name), "the name is empty");
        ContractException.ThrowUnless(create().Name == name, $"the name '{name}' is another the next time");
    }

    private static void Serves(Func<ILearnedModel> create)
    {
        foreach (IntroductionKind kind in Enum.GetValues<IntroductionKind>())
            ContractException.ThrowUnless(create().Serves(kind) == create().Serves(kind), $"it serves {kind} once and not again");
    }

    private static double Probability(ILearnedModel model, Member from, Member to)
    {
        double probability = model.Probability(from, to, s_moment);
        ContractException.ThrowUnless(
            probability is >= 0 and <= 1,
            FormattableString.Invariant($"{probability} for '{from.Id}' and '{to.Id}' is no probability in [0, 1]")
        );
        return probability;
    }

    private static void Same(Func<ILearnedModel> create, Member[] members)
    {
        ILearnedModel one = create(),
            other = create();
        ForEach(members, (from, to) =>
            ContractException.ThrowUnless(
                Probability(one, from, to).Equals(Probability(other, from, to))
                    && Probability(one, from, to).Equals(Probability(one, from, to)),
                $"the probability of '{from.Id}' and '{to.Id}' is another the second time"
            )
        );
    }

    private static void Threads(Func<ILearnedModel> create, Member[] members)
    {
        ILearnedModel alone = create(),
            shared = create();
        ManyThreads.Run(() =>
            ForEach(members, (from, to) =>
                ContractException.ThrowUnless(
                    Probability(alone, from, to).Equals(Probability(shared, from, to)),
                    $"the probability of '{from.Id}' and '{to.Id}' is another while several threads ask"
                )
            )
        );
    }

    private static void Parts(ILearnedModel model, Member from, Member to)
    {
        IReadOnlyDictionary<ScorePart, double> parts = model.Explain(from, to, s_moment);
        if (parts is null)
            throw new ContractException($"the parts of '{from.Id}' and '{to.Id}' are null");
        foreach ((ScorePart part, double contribution) in parts)
        {
            ContractException.ThrowUnless(part != ScorePart.Baseline, $"{part} is what the parts leave, and not among them");
            ContractException.ThrowUnless(double.IsFinite(contribution), $"the part {part} of '{from.Id}' and '{to.Id}' is not finite");
        }
    }

    private static void ForEach(Member[] members, Action<Member, Member> check)
    {
        foreach (Member from in members)
        {
            foreach (Member to in members)
            {
                if (!ReferenceEquals(from, to))
                    check(from, to);
            }
        }
    }
}
