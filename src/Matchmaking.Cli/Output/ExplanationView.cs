using Spectre.Console;

namespace Matchmaking.Cli.Output;

/// <summary>All about one pair, as a person reads it: the verdict, the parts of the score, the reasons of both sides.</summary>
internal static class ExplanationView
{
    public static void Write(Terminal output, Explanation explanation)
    {
        Introduction introduction = explanation.Introduction;
        string from = AnswerTable.Named(introduction.From.Name, introduction.From.Id);
        string to = AnswerTable.Named(introduction.To.Name, introduction.To.Id);
        Line(output, $"{from} → {to}, {introduction.Kind.ToString().ToLowerInvariant()}: {AnswerTable.Number(introduction.Score)}");
        foreach (Obstacle obstacle in explanation.Obstacles)
            Line(output, $"Not suggested: {obstacle.Text}");

        output.Console.Write(Parts(output, introduction));
        Reasons(output, $"For {introduction.From.Name}", introduction.ReasonsForFrom);
        Reasons(output, $"For {introduction.To.Name}", introduction.ReasonsForTo);
        if (introduction.OpeningLine.Length > 0)
            Line(output, $"Opening line: {introduction.OpeningLine}");
    }

    private static Table Parts(Terminal output, Introduction introduction)
    {
        Table table = AnswerTable.Create(output, "Part", "Forward", "Backward", "Weight", "Contribution");
        table.ShowRowSeparators = false;
        foreach (PartScore part in introduction.Parts)
        {
            table.AddRow(
                AnswerTable.Cell(char.ToUpperInvariant(part.Part.Name[0]) + part.Part.Name[1..]),
                AnswerTable.Cell(AnswerTable.Number(part.Forward)),
                AnswerTable.Cell(AnswerTable.Number(part.Backward)),
                AnswerTable.Cell(AnswerTable.Number(part.Weight)),
                AnswerTable.Cell(AnswerTable.Number(part.Contribution))
            );
        }

        return table.AddRow(
            "Total",
            AnswerTable.Number(introduction.Forward),
            AnswerTable.Number(introduction.Backward),
            "",
            AnswerTable.Number(introduction.Score)
        );
    }

    private static void Reasons(Terminal output, string title, IReadOnlyList<Reason> reasons)
    {
        if (reasons.Count == 0)
            return;
        Line(output, $"{title}:");
        foreach (Reason reason in reasons)
            Line(output, $"  - {reason.Text}");
    }

    private static void Line(Terminal output, string text) => output.Writer.WriteLine(PrintableText.Of(text));
}
