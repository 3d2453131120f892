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
                    .Where(unmatched =>
                        unmatched.Reason is not (UnmatchedReason.Paused or UnmatchedReason.CapReached or UnmatchedReason.NotAvailable)
                    )
                    .Select(unmatched => unmatched.Member.Id),
            ],
        };
}

/// <summary>Two who were to be kept together, and could not be.</summary>
public sealed record UnkeptPair
{
    /// <summary>The id of the one.</summary>
    public required string FromId { get; init; }

    /// <summary>The id of the other.</summary>
    public required string ToId { get; init; }

    /// <summary>What stands against it.</summary>
    public required Obstacle Obstacle { get; init; }
}

/// <summary>Three or more who meet.</summary>
public sealed class RoundGroup
{
    /// <summary>The members, in the community's order.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    /// <summary>What each of <see cref="Members"/> gains, in [0, 1]: the mean of the gains from meeting each of the others.</summary>
    public required IReadOnlyList<double> Benefits { get; init; }

    /// <summary>The mean of the <see cref="Benefits"/>.</summary>
    public double MeanBenefit => Benefits.Average();

    /// <summary>The least of the <see cref="Benefits"/>.</summary>
    public double WorstBenefit => Benefits.Min();

    /// <summary>The primary languages that all speak who tell any ("fr", "en"); empty where nobody tells or there is none.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>How many hours of the coming week all have in common who tell their hours; null where fewer than two tell.</summary>
    public required double? CommonHours { get; init; }

    /// <summary>What the group has in common, strongest first; nothing that a member hides.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>The <see cref="Reasons"/> in one line.</summary>
    public string Because => Reason.InOneLine(Reasons);
}

/// <summary>Several rounds planned together, in which nobody meets the same member twice.</summary>
public sealed class RoundSeries
{
    /// <summary>The rounds, in order of time.</summary>
    public required IReadOnlyList<Round> Rounds { get; init; }

    /// <summary>
    /// How many of the first rounds serve everybody who could be served in the first one: how far the community's size and rules carry
    /// without repeats.
    /// </summary>
    public required int WholeRounds { get; init; }

    /// <summary>The same in words, to the host.</summary>
    public required string Text { get; init; }
}
