namespace Matchmaking.Rounds;

/// <summary>Plans one round from the community to the answer.</summary>
internal static class RoundPlanner
{
    public static Round Plan(
        CommunityIndex index,
        IModel? model,
        RoundOptions options,
        DateTimeOffset now,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        Check(options);
        var context = new RoundContext(index, model, options, now, new RoundProgressReporter(progress), cancellationToken);
        RoundDraft draft = Draft(context);
        return Tell(context, draft);
    }

    /// <summary>Refuses what no round can be.</summary>
    /// <exception cref="ArgumentException">Mentors or buddies are to meet in groups.</exception>
    public static void Check(RoundOptions options)
    {
        if (options.GroupSize > 2 && options.Kind is IntroductionKind.Mentor or IntroductionKind.Buddy)
            throw new ArgumentException(
                $"Mentors and buddies meet in pairs: {nameof(RoundOptions.GroupSize)} must be 2, is {options.GroupSize}.",
                nameof(options)
            );
    }

    public static RoundDraft Draft(RoundContext context)
    {
        context.Progress.Begin("Looking for candidates", 0, 0.6);
        return context.Options switch
        {
            { GroupSize: > 2 } => new GroupRound(context).Plan(),
            { Kind: IntroductionKind.Mentor } => new MentorRound(context).Plan(),
            _ => new PairRound(context).Plan(),
        };
    }

    public static Round Tell(RoundContext context, RoundDraft draft)
    {
        context.Progress.Begin("Writing reasons", 0.9, 1);
        Round round = RoundWriter.Write(context, draft);
        context.Progress.Report(1);
        return round;
    }
}

/// <summary>A round by positions, before it is told.</summary>
internal sealed class RoundDraft
{
    /// <summary>Who meets in twos; from comes first.</summary>
    public List<(int From, int To)> Pairs { get; } = [];

    /// <summary>Who meets in threes and more.</summary>
    public List<int[]> Groups { get; } = [];

    public List<UnkeptPair> Unkept { get; } = [];

    /// <summary>How many pairs of candidates were weighed.</summary>
    public int CandidatePairs { get; set; }

    public int? BlockingPairs { get; set; }

    public IEnumerable<int[]> Meetings => Pairs.Select(pair => new[] { pair.From, pair.To }).Concat(Groups);
}
