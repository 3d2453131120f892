namespace Matchmaking.Cli.Json;

internal sealed record SuggestAnswer(string Member, IntroductionKind Kind, IReadOnlyList<IntroductionDto> Introductions)
{
    public static SuggestAnswer Of(string member, IntroductionKind kind, IReadOnlyList<Introduction> introductions) =>
        new(member, kind, [.. introductions.Select((introduction, i) => IntroductionDto.Of(introduction, i + 1))]);
}

internal sealed record ObstacleDto(string Kind, string Text)
{
    public static ObstacleDto Of(Obstacle obstacle) => new(obstacle.Kind.Code, obstacle.Text);
}

internal sealed record ExplainAnswer(
    string From,
    string To,
    IntroductionKind Kind,
    bool Allowed,
    IReadOnlyList<ObstacleDto> Obstacles,
    IntroductionDto Introduction
)
{
    public static ExplainAnswer Of(Explanation explanation) =>
        new(
            explanation.Introduction.From.Id,
            explanation.Introduction.To.Id,
            explanation.Introduction.Kind,
            explanation.IsAllowed,
            [.. explanation.Obstacles.Select(ObstacleDto.Of)],
            IntroductionDto.Of(explanation.Introduction, rank: 1)
        );
}

internal sealed record ActivityDto(
    int Rank,
    string Activity,
    string Name,
    ActivityKind Kind,
    DateTimeOffset? Time,
    string? Parent,
    double Score,
    IReadOnlyList<ReasonDto> Reasons
);

internal sealed record ActivitiesAnswer(string Member, IReadOnlyList<ActivityDto> Suggestions)
{
    public static ActivitiesAnswer Of(string member, IReadOnlyList<ActivitySuggestion> suggestions) =>
        new(
            member,
            [
                .. suggestions.Select(
                    (suggestion, i) =>
                        new ActivityDto(
                            i + 1,
                            suggestion.Activity.Id,
                            suggestion.Activity.Name,
                            suggestion.Activity.Kind,
                            suggestion.Activity.Time,
                            suggestion.Activity.Parent,
                            suggestion.Score,
                            ReasonDto.Of(suggestion.Reasons)
                        )
                ),
            ]
        );
}

internal sealed record GroupMemberDto(int Rank, string Member, string Name, double Score, IReadOnlyList<ReasonDto> Reasons);

internal sealed record GroupAnswer(IReadOnlyList<string> Members, IReadOnlyList<GroupMemberDto> Suggestions)
{
    public static GroupAnswer Of(IReadOnlyList<string> members, IReadOnlyList<GroupSuggestion> suggestions) =>
        new(
            members,
            [
                .. suggestions.Select(
                    (suggestion, i) =>
                        new GroupMemberDto(
                            i + 1,
                            suggestion.Member.Id,
                            suggestion.Member.Name,
                            suggestion.Score,
                            ReasonDto.Of(suggestion.Reasons)
                        )
                ),
            ]
        );
}
