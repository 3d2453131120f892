using System.CommandLine;
using System.Globalization;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli.Commands;

/// <summary><c>matchmaking translations LABELS --out synonyms.txt [--least 0.5]</c></summary>
internal static class TranslationsCommand
{
    public static Command Create(Terminal output, Terminal error)
    {
        var labels = new Argument<string>("LABELS")
        {
            Description =
                "Labels that you have in two languages: CSV with a header, the one language in the first column, the other in the second.",
        };
        var target = new Option<string>("--out")
        {
            Description = "The file to write, for --synonyms: a line a topic, the two spellings separated by a comma.",
            HelpName = "FILE",
            Required = true,
        };
        var least = new Option<double>("--least")
        {
            Description = "How sure a pair must be, in (0, 1].",
            HelpName = "P",
            DefaultValueFactory = _ => 0.5,
        };
        least.CustomParser = result =>
            double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double told)
            && told is > 0 and <= 1
                ? told
                : result.Reject<double>($"--least: '{result.Tokens[0].Value}' is not a number in (0, 1]");

        var command = new Command("translations", "Learns which topics are the same in two languages, for --synonyms.")
        {
            labels,
            target,
            least,
        };
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
            output.Writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} topics in two languages"));
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
                throw new InputException($"{Path.GetFileName(path)}: needs two columns, a language each");
            while (table.Read())
                labels.Add((table.Field(0), table.Field(1)));
        }

        CommunityArguments.Warn(faults.Warnings, error);
        return labels;
    }
}
