using System.CommandLine;
using System.Globalization;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli.Commands;

/// <summary><c>matchmaking translations LABELS --out synonyms.txt [--least 0.5]</c></summary>
internal static class TranslationsCommand
{
    public static Command Create(Terminal output, Terminal error)
    {
        var labels = new Argument<string>("LABELS") { Description = ToolText.Of("TranslationsLabels") };
        var target = new Option<string>("--out")
        {
            Description = ToolText.Of("TranslationsOut"),
            HelpName = "FILE",
            Required = true,
        };
        var least = new Option<double>("--least")
        {
            Description = ToolText.Of("TranslationsLeast"),
            HelpName = "P",
            DefaultValueFactory = _ => 0.5,
        };
        least.CustomParser = result =>
            double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double told)
            && told is > 0 and <= 1
                ? told
                : result.Reject<double>(ToolText.Of("NotAShare", "--least", result.Tokens[0].Value));

        var command = new Command("translations", ToolText.Of("Translations")) { labels, target, least };
        command.SetAction(parsed =>
        {
            using var file = new OutputFile(parsed.GetRequiredValue(target));
            TopicTranslations learned = TopicTranslations.Learn(Read(parsed.GetRequiredValue(labels), error));
            int count = 0;
            foreach (IReadOnlyList<string> topic in learned.ToSynonyms(parsed.GetValue(least)))
            {
                // In the file a comma ends a spelling.
                if (topic.Any(spelling => spelling.Contains(',', StringComparison.Ordinal)))
                    continue;
                file.Writer.Write($"{topic[0]}, {topic[1]}\n");
                count++;
            }

            file.Commit();
            output.Writer.WriteLine(ToolText.Of("TranslationsFound", count));
            return Program.Success;
        });
        return command;
    }

    private static List<(string First, string Second)> Read(string path, Terminal error)
    {
        var faults = new RowFaults(lenient: true, tolerant: true);
        List<(string First, string Second)> labels = [];
        using (var table = TableReader.Open(path, TableColumns.Among(), faults))
        {
            if (table.Header.Count < 2)
                throw new InputException(ToolText.Of("TwoColumns", Path.GetFileName(path)));
            while (table.Read())
                labels.Add((table.Field(0), table.Field(1)));
        }

        CommunityArguments.Warn(faults.Warnings, error);
        return labels;
    }
}
