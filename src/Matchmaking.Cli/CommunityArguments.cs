using System.CommandLine;
using System.Globalization;
using Matchmaking.Cli.Input;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli;

/// <summary>What every verb that works on a community takes: the folder, lenience, the clock, synonyms.</summary>
internal sealed class CommunityArguments
{
    private const int WarningsShown = 20;

    private readonly Argument<string> _folder = new("FOLDER")
    {
        Description = "The community: a folder with members.jsonl and tables, or a members file alone.",
    };
    private readonly Option<bool> _lenient = new("--lenient")
    {
        Description = "Leave values and rows at fault out, with a warning, instead of ending.",
    };
    private readonly Option<bool> _strict = new("--strict")
    {
        Description = "Read files as the format has them: UTF-8, commas, no column or property that is not known.",
    };
    private readonly Option<DateTimeOffset?> _at = new("--at")
    {
        Description = "The time taken for now, ISO 8601 (2026-03-01, 2026-03-01T18:00:00+01:00); UTC unless told. Default: the clock.",
        HelpName = "TIME",
        CustomParser = result =>
            Timestamp.TryParse(result.Tokens[0].Value, out DateTimeOffset time)
                ? time
                : result.Reject<DateTimeOffset?>(
                    $"--at: '{result.Tokens[0].Value}' is not a time in ISO 8601, such as 2026-03-01T18:00:00Z"
                ),
    };

    private readonly Option<string?> _synonyms = new("--synonyms")
    {
        Description = "Topics that mean the same: a text file, a line a meaning, spellings separated by commas.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "A model that learn wrote; without, the rules decide.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _rules = new("--rules")
    {
        Description = "Your own rules on attributes, each with its text: a JSON file (docs/rules.schema.json).",
        HelpName = "FILE",
    };

    private readonly Option<bool> _ignoreHidden = new("--ignore-hidden")
    {
        Description = "What members hide counts for nothing, not even for the score.",
    };

    /// <param name="command">The verb.</param>
    /// <param name="takesModel">Whether it can use what was learned.</param>
    public void AddTo(Command command, bool takesModel = true)
    {
        if (takesModel)
            command.Add(_model);
        command.Add(_folder);
        command.Add(_lenient);
        command.Add(_strict);
        command.Add(_at);
        command.Add(_synonyms);
        command.Add(_rules);
        command.Add(_ignoreHidden);
    }

    /// <summary>Reads the community and makes it ready to be asked.</summary>
    public Task<Matchmaker> OpenAsync(
        ParseResult parsed,
        Terminal error,
        CancellationToken cancellationToken,
        Func<MatchmakerOptions, MatchmakerOptions>? adjust = null
    )
    {
        string folder = parsed.GetRequiredValue(_folder);
        var options = new MatchmakerOptions
        {
            TimeProvider = parsed.GetValue(_at) is { } now ? new FixedTime(now) : TimeProvider.System,
            // The tool cannot ask which languages it will meet; of French and English the built-in analyser would say the same.
            TextAnalyzer = LuceneTextAnalyzer.Default,
            Synonyms = parsed.GetValue(_synonyms) is { } file ? SynonymFile.Read(file) : [],
            HiddenFields = parsed.GetValue(_ignoreHidden) ? HiddenFields.Ignore : HiddenFields.Match,
            Rules = parsed.GetValue(_rules) is { } rules ? IntroductionRuleFile.Load(rules) : [],
        };
        options = adjust?.Invoke(options) ?? options;
        return Progress.ShowAsync(error, $"Reading {folder}", async () =>
        {
            var community = Community.Load(
                folder,
                new LoadOptions { Lenient = parsed.GetValue(_lenient), Tolerant = !parsed.GetValue(_strict) }
            );
            Warn(community.Warnings, error);
            cancellationToken.ThrowIfCancellationRequested();
            Matchmaker matchmaker = await Matchmaker.CreateAsync(community, options, cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(_model) is { } model)
                matchmaker.LoadModel(model);
            return matchmaker;
        });
    }

    /// <summary>The rows of a table of member ids beside the community; lenience is for them, too.</summary>
    public List<string[]> ReadRows(ParseResult parsed, Terminal error, string path, Community community, params string[] columns)
    {
        var faults = new RowFaults(parsed.GetValue(_lenient), tolerant: !parsed.GetValue(_strict));
        List<string[]> rows = IdTable.Read(path, community, faults, columns);
        Warn(faults.Warnings, error);
        return rows;
    }

    public static void Warn(IReadOnlyList<LoadWarning> warnings, Terminal error)
    {
        foreach (LoadWarning note in warnings.Where(warning => !warning.LeftOut).Take(WarningsShown))
            error.Writer.WriteLine($"note: {OneLine.Of(note.ToString())}");
        LoadWarning[] leftOut = [.. warnings.Where(warning => warning.LeftOut)];
        Warn(
            [.. leftOut.Select(warning => warning.ToString())],
            Array.Exists(leftOut, warning => warning.Line == 0) ? "row(s) or file(s)" : "row(s)",
            error
        );
    }

    public static void Warn(List<string> warnings, string what, Terminal error)
    {
        foreach (string warning in warnings.Take(WarningsShown))
            error.Writer.WriteLine($"warning: {OneLine.Of(warning)}");
        if (warnings.Count > 0)
            error.Writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"warning: {warnings.Count} {what} left out"));
    }
}
