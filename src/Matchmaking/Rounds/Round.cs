namespace Matchmaking;

/// <summary>
/// Who meets whom: one decision for the whole community. Never breaks a rule; whoever it leaves out is named with the reason.
/// </summary>
public sealed class Round
{
    /// <summary>The moment for which it is planned.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What was asked for.</summary>
    public required IntroductionKind Kind { get; init; }

    /// <summary>How many were to meet at a time.</summary>
    public required int GroupSize { get; init; }

    /// <summary>The pairs, best first; of mentors: the mentee is the one from whom. Empty in a round of groups.</summary>
    public required IReadOnlyList<Introduction> Introductions { get; init; }

    /// <summary>The groups, best first; in a round of pairs the trios.</summary>
    public required IReadOnlyList<RoundGroup> Groups { get; init; }

    /// <summary>Those who meet nobody, each with the reason and what would help.</summary>
    public required IReadOnlyList<UnmatchedMember> Unmatched { get; init; }

    /// <summary>Locked pairs and sets of <see cref="GroupRoundOptions.Together"/> that could not be kept, and why.</summary>
    public IReadOnlyList<UnkeptPair> UnkeptPairs { get; init; } = [];

    /// <summary>How good the round is, and how fair.</summary>
    public required RoundFigures Figures { get; init; }

    /// <summary>The round as <see cref="RoundHistory"/> keeps it.</summary>
    public HistoryEntry ToHistoryEntry() =>
        new()
        {
            Time = Time,
            Kind = Kind,
            Groups =
            [
                .. Introductions.Select(pair => (IReadOnlyList<string>)[pair.From.Id, pair.To.Id]),
                .. Groups.Select(group => (IReadOnlyList<string>)[.. group.Members.Select(member => member.Id)]),
            ],
            LeftOut =
            [
                .. Unmatched
                    .Where(unmatched => unmatched.Reason is not (UnmatchedReason.Paused or UnmatchedReason.CapReached))
                    .Select(unmatched => unmatched.Member.Id),
            ],
        };
}

/// <summary>Two who were to be kept together, and could not be.</summary>
public sealed record UnkeptPair
{
    /// <summary>The id of the one.</summary>
    public required string From { get; init; }

    /// <summary>The id of the other.</summary>
    public required string To { get; init; }

    /// <summary>What stands against it.</summary>
    public required Obstacle Obstacle { get; init; }
}
