namespace Matchmaking.Cli.Json;

internal sealed record PartDto(ScorePart Part, double Forward, double Backward, double Weight, double Contribution);

internal sealed record IntroductionDto(
    int Rank,
    string From,
    string To,
    string Name,
    IntroductionKind Kind,
    double Score,
    double Forward,
    double Backward,
    IReadOnlyList<PartDto> Parts,
    IReadOnlyList<ReasonDto> ReasonsForFrom,
    IReadOnlyList<ReasonDto> ReasonsForTo,
    string OpeningLine,
    string ForBoth,
    IReadOnlyList<string> Introducers
)
{
    public static IntroductionDto Of(Introduction introduction, int rank) =>
        new(
            rank,
            introduction.From.Id,
            introduction.To.Id,
            introduction.To.Name,
            introduction.Kind,
            introduction.Score,
            introduction.Forward,
            introduction.Backward,
            [.. introduction.Parts.Select(part => new PartDto(part.Part, part.Forward, part.Backward, part.Weight, part.Contribution))],
            ReasonDto.Of(introduction.ReasonsForFrom),
            ReasonDto.Of(introduction.ReasonsForTo),
            introduction.OpeningLine,
            introduction.ForBoth,
            introduction.IntroducerIds
        );
}
