using System.Globalization;
using Spectre.Console;

namespace Matchmaking.Cli.Output;

/// <summary>Rounds as a person reads them: who meets whom and why, who is left out and why, and how good and fair it is.</summary>
internal static class RoundTable
{
    public static void Write(Terminal output, RoundSeries series, int ahead)
    {
        foreach (Round round in series.Rounds)
        {
            if (ahead > 1)
                output.Writer.WriteLine(ToolText.Of("RoundOf", round.Time.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)));
            Write(output, round);
        }

        if (series.Text.Length > 0)
            output.Writer.WriteLine(PrintableText.Of(series.Text, lines: true));
    }

    private static void Write(Terminal output, Round round)
    {
        if (round.Introductions.Count > 0)
        {
            Table table = AnswerTable.Create(output, ToolText.Of("Pair"), ToolText.Of("ScoreHead"), ToolText.Of("Reasons"));
            foreach (Introduction pair in round.Introductions)
                AddRow(
                    table,
                    $"{AnswerTable.Named(pair.From.Name, pair.From.Id)}\n{AnswerTable.Named(pair.To.Name, pair.To.Id)}",
                    AnswerTable.Number(pair.Score),
                    Lines(pair.ReasonsForFrom)
                );
            output.Console.Write(table);
        }

        if (round.Groups.Count > 0)
        {
            Table table = AnswerTable.Create(output, ToolText.Of("GroupHead"), ToolText.Of("Gain"), ToolText.Of("Reasons"));
            foreach (RoundGroup group in round.Groups)
            {
                string members = string.Join('\n', group.Members.Select(member => AnswerTable.Named(member.Name, member.Id)));
                AddRow(
                    table,
                    members,
                    $"{AnswerTable.Number(group.MeanBenefit)} ({AnswerTable.Number(group.WorstBenefit)})",
                    Lines(group.Reasons)
                );
            }

            output.Console.Write(table);
        }

        if (round.Unmatched.Count > 0)
        {
            Table table = AnswerTable.Create(output, ToolText.Of("LeftOutHead"), ToolText.Of("Why"), ToolText.Of("WhatHelps"));
            foreach (UnmatchedMember unmatched in round.Unmatched)
                AddRow(
                    table,
                    AnswerTable.Named(unmatched.Member.Name, unmatched.Member.Id),
                    unmatched.Text,
                    unmatched.Relaxation?.Text ?? "–"
                );
            output.Console.Write(table);
        }

        foreach (UnkeptPair pair in round.UnkeptPairs)
            output.Writer.WriteLine(OneLine.Of(ToolText.Of("NotKept", pair.FromId, pair.ToId, pair.Obstacle.Text)));
        RoundFigures figures = round.Figures;
        output.Writer.WriteLine(
            ToolText.Of(
                "Figures",
                figures.Served,
                figures.Participants,
                AnswerTable.Number(figures.MeanScore),
                AnswerTable.Number(figures.WorstScore),
                AnswerTable.Number(figures.ExposureGini),
                figures.Repeats
            )
        );
    }

    private static string Lines(IReadOnlyList<Reason> reasons) => string.Join('\n', reasons.Select(reason => reason.Text));

    private static void AddRow(Table table, params ReadOnlySpan<string> cells)
    {
        var row = new List<Text>();
        foreach (string cell in cells)
            row.Add(AnswerTable.Cell(cell));
        table.AddRow(row);
    }
}
