using System.Globalization;
using Spectre.Console;

namespace Matchmaking.Cli.Output;

/// <summary>Answers as a person reads them: one row a suggestion, its reasons below each other.</summary>
internal static class AnswerTable
{
    public static void Write(Terminal output, IReadOnlyList<Introduction> introductions)
    {
        Table table = Create(output, ToolText.Of("RankHead"), ToolText.Of("Name"), ToolText.Of("ScoreHead"), ToolText.Of("Reasons"));
        for (int i = 0; i < introductions.Count; i++)
            AddRow(
                table,
                i + 1,
                Named(introductions[i].To.Name, introductions[i].To.Id),
                introductions[i].Score,
                introductions[i].ReasonsForFrom
            );
        Write(output, table, introductions.Count, ToolText.Of("NobodyToSuggest"));
    }

    public static void Write(Terminal output, IReadOnlyList<ActivitySuggestion> suggestions)
    {
        Table table = Create(output, ToolText.Of("RankHead"), ToolText.Of("Activity"), ToolText.Of("ScoreHead"), ToolText.Of("Reasons"));
        for (int i = 0; i < suggestions.Count; i++)
            AddRow(table, i + 1, NameAndTime(suggestions[i].Activity), suggestions[i].Score, suggestions[i].Reasons);
        Write(output, table, suggestions.Count, ToolText.Of("NoActivity"));
    }

    public static void Write(Terminal output, IReadOnlyList<GroupSuggestion> suggestions)
    {
        Table table = Create(output, ToolText.Of("RankHead"), ToolText.Of("Name"), ToolText.Of("ScoreHead"), ToolText.Of("Reasons"));
        for (int i = 0; i < suggestions.Count; i++)
            AddRow(table, i + 1, Named(suggestions[i].Member.Name, suggestions[i].Member.Id), suggestions[i].Score, suggestions[i].Reasons);
        Write(output, table, suggestions.Count, ToolText.Of("Nobody"));
    }

    /// <summary>Borders help the eye, and hinder whatever reads plain text.</summary>
    public static Table Create(Terminal output, params ReadOnlySpan<string> columns)
    {
        var table = new Table
        {
            Border = output.IsInteractive ? TableBorder.Rounded : TableBorder.Simple,
            ShowRowSeparators = output.IsInteractive,
        };
        foreach (string column in columns)
            table.AddColumn(
                new TableColumn(new Text(column)) { NoWrap = column == ToolText.Of("RankHead") || column == ToolText.Of("ScoreHead") }
            );
        return table;
    }

    public static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Named(string name, string id) => name == id ? name : $"{name} ({id})";

    private static string NameAndTime(Activity activity) =>
        activity.Time is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"{Named(activity.Name, activity.Id)}\n{time:yyyy-MM-dd HH:mm zzz}")
            : Named(activity.Name, activity.Id);

    /// <summary>As Text, never as markup: a name may hold square brackets. And with nothing that a terminal would obey.</summary>
    public static Text Cell(string text) => new(PrintableText.Of(text, lines: true));

    private static void AddRow(Table table, int rank, string name, double score, IReadOnlyList<Reason> reasons) =>
        table.AddRow(
            new Text(rank.ToString(CultureInfo.InvariantCulture)),
            Cell(name),
            new Text(Number(score)),
            Cell(string.Join('\n', reasons.Select(reason => reason.Text)))
        );

    private static void Write(Terminal output, Table table, int rows, string ifNone)
    {
        if (rows > 0)
            output.Console.Write(table);
        else
            output.Writer.WriteLine(ifNone);
    }
}
