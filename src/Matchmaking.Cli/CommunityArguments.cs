using System.CommandLine;
using System.Globalization;
using Matchmaking.Cli.Input;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli;

/// <summary>What every verb that works on a community takes: the folder, lenience, the clock, synonyms.</summary>
internal sealed class CommunityArguments
{
    private const int WarningsShown = 20;

    private readonly Argument<string> _folder = new("FOLDER") { Description = ToolText.Of("Folder") };
    private readonly Option<bool> _lenient = new("--lenient") { Description = ToolText.Of("Lenient") };
    private readonly Option<bool> _strict = new("--strict") { Description = ToolText.Of("Strict") };
    private readonly Option<DateTimeOffset?> _at = new("--at")
    {
        Description = ToolText.Of("At"),
        HelpName = "TIME",
        CustomParser = result =>
            Timestamp.TryParse(result.Tokens[0].Value, out DateTimeOffset time)
                ? time
                : result.Reject<DateTimeOffset?>(ToolText.Of("NotATime", result.Tokens[0].Value)),
    };

    private readonly Option<string?> _synonyms = new("--synonyms") { Description = ToolText.Of("Synonyms"), HelpName = "FILE" };

    private readonly Option<string?> _model = new("--model") { Description = ToolText.Of("Model"), HelpName = "FILE" };

    private readonly Option<string?> _rules = new("--rules") { Description = ToolText.Of("Rules"), HelpName = "FILE" };

    private readonly Option<bool> _ignoreHidden = new("--ignore-hidden") { Description = ToolText.Of("IgnoreHidden") };

    private readonly Option<bool> _familiar = new("--familiar") { Description = ToolText.Of("Familiar") };

    private readonly Option<bool> _firstNames = new("--first-names") { Description = ToolText.Of("FirstNames") };

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
        command.Add(_familiar);
        command.Add(_firstNames);
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
            Familiar = parsed.GetValue(_familiar),
            FirstWordIsGivenName = parsed.GetValue(_firstNames),
            Rules = parsed.GetValue(_rules) is { } rules ? IntroductionRuleFile.Load(rules) : [],
        };
        options = adjust?.Invoke(options) ?? options;
        return Progress.ShowAsync(error, ToolText.Of("Reading", folder), async () =>
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
            error.Writer.WriteLine(ToolText.Of("Note", OneLine.Of(note.ToString())));
        LoadWarning[] leftOut = [.. warnings.Where(warning => warning.LeftOut)];
        Warn(
            [.. leftOut.Select(warning => warning.ToString())],
            Array.Exists(leftOut, warning => warning.Line == 0) ? "WarningRowsOrFiles" : "WarningRows",
            error
        );
    }

    public static void Warn(List<string> warnings, string what, Terminal error)
    {
        foreach (string warning in warnings.Take(WarningsShown))
            error.Writer.WriteLine(ToolText.Of("Warning", OneLine.Of(warning)));
        if (warnings.Count > 0)
            error.Writer.WriteLine(ToolText.Of(what, warnings.Count));
    }
}
