namespace Matchmaking.Cli.Tests;

/// <summary>Answers made by hand, so that what is written of them can be told exactly.</summary>
internal static class Answers
{
    public static readonly Member Amelie = new() { Id = "amelie", Name = "Amélie [Roy]" };
    public static readonly Member Bob = new() { Id = "bob", Name = "Bob" };

    public static readonly Reason Topics = new()
    {
        Part = ScorePart.SharedInterests,
        Strength = 0.5,
        Topics = ["poterie"],
        Text = "Vous aimez tous deux la poterie",
    };
    public static readonly Reason Long = new()
    {
        Part = ScorePart.NeedsMet,
        Strength = 0.25,
        Text = "A reason so long that a terminal of eighty columns would have to cut it somewhere before its very last word: end",
    };

    public static readonly Introduction Introduction = new()
    {
        From = Bob,
        To = Amelie,
        Kind = IntroductionKind.Peer,
        Score = 0.75,
        Forward = 1,
        Backward = 0.6,
        Parts =
        [
            new PartScore
            {
                Part = ScorePart.SharedInterests,
                Forward = 1,
                Backward = 0.6,
                Weight = 1,
                Contribution = 0.75,
            },
        ],
        ReasonsForFrom = [Topics, Long],
        ReasonsForTo = [Topics],
        OpeningLine = "Bonjour Amélie !",
    };
}
