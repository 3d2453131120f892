namespace Matchmaking.Introductions;

/// <summary>An introduction as JSON has it: of each member what they show to others.</summary>
internal sealed class IntroductionRow
{
    public Member? From { get; set; }

    public Member? To { get; set; }

    public IntroductionKind? Kind { get; set; }

    public double? Score { get; set; }

    public double? Forward { get; set; }

    public double? Backward { get; set; }

    public List<PartRow>? Parts { get; set; }

    public List<ReasonRow>? ReasonsForFrom { get; set; }

    public List<ReasonRow>? ReasonsForTo { get; set; }

    public string? OpeningLine { get; set; }

    public string? ForBoth { get; set; }

    public List<string>? IntroducerIds { get; set; }

    public static IntroductionRow Of(Introduction introduction) =>
        new()
        {
            From = MemberView.Of(introduction.From),
            To = MemberView.Of(introduction.To),
            Kind = introduction.Kind,
            Score = introduction.Score,
            Forward = introduction.Forward,
            Backward = introduction.Backward,
            Parts = [.. introduction.Parts.Select(PartRow.Of)],
            ReasonsForFrom = ReasonRow.Of(introduction.ReasonsForFrom),
            ReasonsForTo = ReasonRow.Of(introduction.ReasonsForTo),
            OpeningLine = introduction.OpeningLine,
            ForBoth = introduction.ForBoth,
            IntroducerIds = introduction.IntroducerIds.Count == 0 ? null : [.. introduction.IntroducerIds],
        };

    /// <exception cref="ArgumentException">A value is missing.</exception>
    public Introduction ToIntroduction() =>
        new()
        {
            From = From ?? throw MemberRow.Missing("from"),
            To = To ?? throw MemberRow.Missing("to"),
            Kind = Kind ?? throw MemberRow.Missing("kind"),
            Score = Score ?? throw MemberRow.Missing("score"),
            Forward = Forward ?? throw MemberRow.Missing("forward"),
            Backward = Backward ?? throw MemberRow.Missing("backward"),
            Parts = [.. (Parts ?? []).Select(part => part.ToPartScore())],
            ReasonsForFrom = ReasonRow.ToReasons(ReasonsForFrom),
            ReasonsForTo = ReasonRow.ToReasons(ReasonsForTo),
            OpeningLine = OpeningLine ?? "",
            ForBoth = ForBoth ?? "",
            IntroducerIds = IntroducerIds ?? [],
        };
}

/// <summary>A part of a score as JSON has it.</summary>
internal sealed class PartRow
{
    public string? Part { get; set; }

    public double Forward { get; set; }

    public double Backward { get; set; }

    public double Weight { get; set; }

    public double Contribution { get; set; }

    public static PartRow Of(PartScore part) =>
        new()
        {
            Part = part.Part.Name,
            Forward = part.Forward,
            Backward = part.Backward,
            Weight = part.Weight,
            Contribution = part.Contribution,
        };

    public PartScore ToPartScore() =>
        new()
        {
            Part = AnswerNames.Part(Part),
            Forward = Forward,
            Backward = Backward,
            Weight = Weight,
            Contribution = Contribution,
        };
}

/// <summary>A reason as JSON has it.</summary>
internal sealed class ReasonRow
{
    public string? Part { get; set; }

    public double Strength { get; set; }

    public List<string>? Topics { get; set; }

    public string? Text { get; set; }

    public static List<ReasonRow> Of(IReadOnlyList<Reason> reasons) =>
        [
            .. reasons.Select(reason => new ReasonRow
            {
                Part = reason.Part.Name,
                Strength = reason.Strength,
                Topics = [.. reason.Topics],
                Text = reason.Text,
            }),
        ];

    public static IReadOnlyList<Reason> ToReasons(List<ReasonRow>? rows) =>
        [
            .. (rows ?? []).Select(row => new Reason
            {
                Part = AnswerNames.Part(row.Part),
                Strength = row.Strength,
                Topics = row.Topics ?? [],
                Text = row.Text ?? "",
            }),
        ];
}

/// <summary>What stands against an introduction, as JSON has it.</summary>
internal sealed class ObstacleRow
{
    public string? Kind { get; set; }

    public string? Text { get; set; }

    public static ObstacleRow Of(Obstacle obstacle) => new() { Kind = obstacle.Kind.Code, Text = obstacle.Text };

    public Obstacle ToObstacle() => new() { Kind = AnswerNames.Obstacle(Kind), Text = Text ?? "" };
}

/// <summary>An explanation as JSON has it.</summary>
internal sealed class ExplanationRow
{
    public Introduction? Introduction { get; set; }

    public List<ObstacleRow>? Obstacles { get; set; }

    public static ExplanationRow Of(Explanation explanation) =>
        new() { Introduction = explanation.Introduction, Obstacles = [.. explanation.Obstacles.Select(ObstacleRow.Of)] };

    /// <exception cref="ArgumentException">A value is missing.</exception>
    public Explanation ToExplanation() =>
        new()
        {
            Introduction = Introduction ?? throw MemberRow.Missing("introduction"),
            Obstacles = [.. (Obstacles ?? throw MemberRow.Missing("obstacles")).Select(obstacle => obstacle.ToObstacle())],
        };
}

/// <summary>The introductions of one member as JSON has them.</summary>
internal sealed class MemberIntroductionsRow
{
    public Member? Member { get; set; }

    public List<Introduction>? Introductions { get; set; }

    public static MemberIntroductionsRow Of(MemberIntroductions answer) =>
        new() { Member = MemberView.Of(answer.Member), Introductions = [.. answer.Introductions] };

    /// <exception cref="ArgumentException">A value is missing.</exception>
    public MemberIntroductions ToMemberIntroductions() =>
        new()
        {
            Member = Member ?? throw MemberRow.Missing("member"),
            Introductions = Introductions ?? throw MemberRow.Missing("introductions"),
        };
}

/// <summary>A suggested activity as JSON has it.</summary>
internal sealed class ActivitySuggestionRow
{
    public Activity? Activity { get; set; }

    public double? Score { get; set; }

    public List<ReasonRow>? Reasons { get; set; }

    public static ActivitySuggestionRow Of(ActivitySuggestion suggestion) =>
        new()
        {
            Activity = suggestion.Activity,
            Score = suggestion.Score,
            Reasons = ReasonRow.Of(suggestion.Reasons),
        };

    /// <exception cref="ArgumentException">A value is missing.</exception>
    public ActivitySuggestion ToActivitySuggestion() =>
        new()
        {
            Activity = Activity ?? throw MemberRow.Missing("activity"),
            Score = Score ?? throw MemberRow.Missing("score"),
            Reasons = ReasonRow.ToReasons(Reasons),
        };
}

/// <summary>A member suggested for a group as JSON has it: what they show to others.</summary>
internal sealed class GroupSuggestionRow
{
    public Member? Member { get; set; }

    public double? Score { get; set; }

    public List<ReasonRow>? Reasons { get; set; }

    public static GroupSuggestionRow Of(GroupSuggestion suggestion) =>
        new()
        {
            Member = MemberView.Of(suggestion.Member),
            Score = suggestion.Score,
            Reasons = ReasonRow.Of(suggestion.Reasons),
        };

    /// <exception cref="ArgumentException">A value is missing.</exception>
    public GroupSuggestion ToGroupSuggestion() =>
        new()
        {
            Member = Member ?? throw MemberRow.Missing("member"),
            Score = Score ?? throw MemberRow.Missing("score"),
            Reasons = ReasonRow.ToReasons(Reasons),
        };
}
