namespace Matchmaking.Cli.Json;

internal sealed record ReasonDto(ScorePart Part, double Strength, IReadOnlyList<string> Topics, string Text)
{
    public static IReadOnlyList<ReasonDto> Of(IReadOnlyList<Reason> reasons) =>
        [.. reasons.Select(reason => new ReasonDto(reason.Part, reason.Strength, reason.Topics, reason.Text))];
}
