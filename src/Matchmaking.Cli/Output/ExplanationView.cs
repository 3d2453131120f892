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
            Line(output, ToolText.Of("NotSuggested", obstacle.Text));

        output.Console.Write(Parts(output, introduction));
        Reasons(output, ToolText.Of("For", introduction.From.Name), introduction.ReasonsForFrom);
        Reasons(output, ToolText.Of("For", introduction.To.Name), introduction.ReasonsForTo);
        if (introduction.OpeningLine.Length > 0)
            Line(output, ToolText.Of("Opening", introduction.OpeningLine));
        if (introduction.ForBoth.Length > 0)
            Line(output, ToolText.Of("ForBoth", introduction.ForBoth));
        if (introduction.IntroducerIds.Count > 0)
            Line(output, ToolText.Of("Introducers", string.Join(", ", introduction.IntroducerIds)));
    }

    private static Table Parts(Terminal output, Introduction introduction)
    {
        Table table = AnswerTable.Create(
            output,
            ToolText.Of("Part"),
            ToolText.Of("Forward"),
            ToolText.Of("Backward"),
            ToolText.Of("Weight"),
            ToolText.Of("Contribution")
        );
        table.ShowRowSeparators = false;
        foreach (PartScore part in introduction.Parts)
        {
            table.AddRow(
                AnswerTable.Cell(ToolText.OfPart(part.Part.Name)),
                AnswerTable.Cell(AnswerTable.Number(part.Forward)),
                AnswerTable.Cell(AnswerTable.Number(part.Backward)),
                AnswerTable.Cell(AnswerTable.Number(part.Weight)),
                AnswerTable.Cell(AnswerTable.Number(part.Contribution))
            );
        }

        return table.AddRow(
            ToolText.Of("Total"),
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
        Line(output, ToolText.Of("ReasonsOf", title));
        foreach (Reason reason in reasons)
            Line(output, $"  - {reason.Text}");
    }

    private static void Line(Terminal output, string text) => output.Writer.WriteLine(PrintableText.Of(text));
}
