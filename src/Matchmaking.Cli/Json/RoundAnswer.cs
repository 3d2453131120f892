namespace Matchmaking.Cli.Json;

internal sealed record RoundGroupDto(
    IReadOnlyList<string> Members,
    IReadOnlyList<double> Benefits,
    double MeanBenefit,
    double WorstBenefit,
    IReadOnlyList<string> Languages,
    double? CommonHours,
    IReadOnlyList<ReasonDto> Reasons
)
{
    public static RoundGroupDto Of(RoundGroup group) =>
        new(
            [.. group.Members.Select(member => member.Id)],
            group.Benefits,
            group.MeanBenefit,
            group.WorstBenefit,
            group.Languages,
            group.CommonHours,
            ReasonDto.Of(group.Reasons)
        );
}

internal sealed record BindingDto(string Rule, int Members, string Text);

internal sealed record RelaxationDto(IReadOnlyList<string> Rules, int Members, string Text)
{
    public static RelaxationDto Of(Relaxation relaxation) =>
        new([.. relaxation.Rules.Select(rule => rule.Code)], relaxation.Members, relaxation.Text);
}

internal sealed record UnmatchedDto(
    string Member,
    string Name,
    UnmatchedReason Reason,
    string Text,
    IReadOnlyList<BindingDto> Binding,
    RelaxationDto? Relaxation
)
{
    public static UnmatchedDto Of(UnmatchedMember unmatched) =>
        new(
            unmatched.Member.Id,
            unmatched.Member.Name,
            unmatched.Reason,
            unmatched.Text,
            [.. unmatched.Binding.Select(rule => new BindingDto(rule.Rule.Code, rule.Members, rule.Text))],
            unmatched.Relaxation is { } relaxation ? RelaxationDto.Of(relaxation) : null
        );
}

internal sealed record NotKeptDto(string From, string To, ObstacleDto Obstacle);

internal sealed record RoundFiguresDto(
    int Participants,
    int Served,
    double ServedShare,
    double MeanScore,
    double WorstScore,
    double ExposureGini,
    int CandidatePairs,
    int Repeats,
    int? BlockingPairs
)
{
    public static RoundFiguresDto Of(RoundFigures figures) =>
        new(
            figures.Participants,
            figures.Served,
            figures.ServedShare,
            figures.MeanScore,
            figures.WorstScore,
            figures.ExposureGini,
            figures.CandidatePairs,
            figures.Repeats,
            figures.BlockingPairs
        );
}

internal sealed record RoundAnswer(
    DateTimeOffset Time,
    IntroductionKind Kind,
    int Size,
    IReadOnlyList<IntroductionDto> Introductions,
    IReadOnlyList<RoundGroupDto> Groups,
    IReadOnlyList<UnmatchedDto> Unmatched,
    IReadOnlyList<NotKeptDto> NotKept,
    RoundFiguresDto Figures
)
{
    public static RoundAnswer Of(Round round) =>
        new(
            round.Time,
            round.Kind,
            round.GroupSize,
            [.. round.Introductions.Select((introduction, i) => IntroductionDto.Of(introduction, i + 1))],
            [.. round.Groups.Select(RoundGroupDto.Of)],
            [.. round.Unmatched.Select(UnmatchedDto.Of)],
            [.. round.UnkeptPairs.Select(pair => new NotKeptDto(pair.FromId, pair.ToId, ObstacleDto.Of(pair.Obstacle)))],
            RoundFiguresDto.Of(round.Figures)
        );
}

internal sealed record SeriesAnswer(int WholeRounds, string Text, IReadOnlyList<RoundAnswer> Rounds)
{
    public static SeriesAnswer Of(RoundSeries series) => new(series.WholeRounds, series.Text, [.. series.Rounds.Select(RoundAnswer.Of)]);
}
