namespace Matchmaking;

public sealed partial class Matchmaker
{
    /// <summary>
    /// Decides for the whole community at once who meets whom: pairs, groups, or mentees and mentors. No rule is ever broken; where not
    /// everybody can be served the round serves as many as it can, and names for each of the others the reason and what would help.
    /// </summary>
    /// <remarks>
    /// A round is planned, and nothing is recorded: keep it by <see cref="RoundHistory.Append"/>, and hand the history in with the next.
    /// </remarks>
    /// <param name="options">What to plan; null: pairs, by the defaults.</param>
    /// <param name="progress">Is told how far it has come; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">Mentors or buddies are to meet in groups.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Round PlanRound(
        RoundOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        LiveState now = _now;
        return RoundPlanner.Plan(
            now.Index.Compact,
            now.View?.Model,
            options ?? RoundOptions.Default,
            _options.TimeProvider.GetUtcNow(),
            progress,
            cancellationToken
        );
    }

    /// <summary>
    /// Plans several rounds ahead, <see cref="RoundOptions.Interval"/> apart, in which nobody meets the same member twice, and says how far
    /// the community's size carries that.
    /// </summary>
    /// <param name="count">How many rounds, 1..100.</param>
    /// <param name="options">What to plan; null: pairs, by the defaults.</param>
    /// <param name="progress">Is told how far it has come; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1..100.</exception>
    /// <exception cref="ArgumentException">
    /// Mentors or buddies are to meet in groups, or the last round would be after the year 9999.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public RoundSeries PlanRounds(
        int count,
        RoundOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        LiveState now = _now;
        return SeriesPlanner.Plan(
            now.Index.Compact,
            now.View?.Model,
            Guard.InRange(count, 1, 100, nameof(count)),
            options ?? RoundOptions.Default,
            _options.TimeProvider.GetUtcNow(),
            progress,
            cancellationToken
        );
    }

    /// <summary>
    /// Mends a round of groups after somebody left or joined, with the fewest changes: groups that still hold stay as they are. Who joined
    /// is whoever takes part by <see cref="RoundOptions.Participants"/> and is in no group; a member who was removed from the community has
    /// left.
    /// </summary>
    /// <param name="round">The round, as it was planned or last mended.</param>
    /// <param name="left">The ids of those who left their groups; null: nobody beside those who are no members any more.</param>
    /// <param name="options">As for the planning; null: the defaults, with the round's kind and size.</param>
    /// <param name="progress">Is told how far it has come; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">
    /// The round is none of groups of three or more, the options are for another size or kind, or an id is null.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public GroupRepair RepairGroup(
        Round round,
        IReadOnlyCollection<string>? left = null,
        RoundOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(round);
        options ??= new RoundOptions { Kind = round.Kind, GroupSize = round.GroupSize };
        if (round.GroupSize < 3)
            throw new ArgumentException(
                "Only rounds of groups of three or more are mended; plan pairs anew, with the good ones locked.",
                nameof(round)
            );
        if (options.GroupSize != round.GroupSize || options.Kind != round.Kind)
            throw new ArgumentException(
                $"The round is one of {round.GroupSize} and of kind {round.Kind}, the options are for {options.GroupSize} and "
                    + $"{options.Kind}.",
                nameof(options)
            );
        LiveState now = _now;
        return GroupRepairer.Repair(
            now.Index.Compact,
            now.View?.Model,
            options,
            round,
            left is null ? [] : Guard.NoNulls(left, nameof(left)),
            progress,
            cancellationToken
        );
    }

    /// <summary>
    /// Ranks for everybody at once, so that lists share the community's attention out instead of crowding the popular: what maximises
    /// mutual matches where many look at few.
    /// </summary>
    /// <param name="options">Whose lists, and what they are to bring about; null: the defaults.</param>
    /// <param name="progress">Is told how far it has come; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MarketRankings RankForAll(
        MarketOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        LiveState now = _now;
        return new MarketPlanner(
            now.Index.Compact,
            now.View?.Model,
            options ?? MarketOptions.Default,
            _options.TimeProvider.GetUtcNow(),
            progress,
            cancellationToken
        ).Plan();
    }
}
