using System.Collections.Frozen;

namespace Matchmaking.Options;

/// <summary>The default weights, one row a kind: the one place in which they stand.</summary>
internal static class DefaultWeights
{
    private static readonly FrozenDictionary<IntroductionKind, PartWeights> s_weights = new Dictionary<IntroductionKind, PartWeights>
    {
        [IntroductionKind.Any] = new()
        {
            SharedInterests = .25,
            NeedsMet = .25,
            Text = .10,
            Network = .20,
            Practicalities = .10,
            Activity = .05,
            MentorFit = .05,
        },
        [IntroductionKind.Peer] = new()
        {
            SharedInterests = .45,
            Text = .15,
            Network = .20,
            Practicalities = .15,
            Activity = .05,
        },
        [IntroductionKind.Complementary] = new()
        {
            NeedsMet = .65,
            SharedInterests = .10,
            Text = .05,
            Network = .05,
            Practicalities = .10,
            Activity = .05,
        },
        [IntroductionKind.Mentor] = new()
        {
            MentorFit = .65,
            SharedInterests = .10,
            Text = .05,
            Network = .05,
            Practicalities = .10,
            Activity = .05,
        },
        [IntroductionKind.Bridge] = new()
        {
            SharedInterests = .30,
            NeedsMet = .25,
            Text = .15,
            Network = .15,
            Practicalities = .10,
            Activity = .05,
        },
        [IntroductionKind.Buddy] = new()
        {
            SharedInterests = .35,
            Text = .10,
            Network = .10,
            Practicalities = .20,
            Activity = .25,
        },
    }.ToFrozenDictionary();

    /// <summary>How two members of one group should suit each other, beside what the group as a whole tells.</summary>
    public static PartWeights WithinGroup { get; } =
        new()
        {
            SharedInterests = .40,
            NeedsMet = .25,
            Text = .15,
            Practicalities = .20,
        };

    public static PartWeights Of(IntroductionKind kind) =>
        s_weights.TryGetValue(kind, out PartWeights? weights)
            ? weights
            : throw new ArgumentOutOfRangeException(nameof(kind), kind, "is not a kind of introduction");
}
