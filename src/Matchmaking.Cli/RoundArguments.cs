using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Matchmaking.Cli.Input;

namespace Matchmaking.Cli;

/// <summary>The options of <c>round</c>.</summary>
internal sealed class RoundArguments
{
    private const string Stable = "stable";

    private readonly Option<IntroductionKind> _kind = CommonOptions.Kind();
    private readonly Option<CultureInfo> _culture = CommonOptions.Culture();
    private readonly Option<int> _size = Number("--size", ToolText.Of("Size"), 2, 2, 12);
    private readonly Option<int> _seed = Number("--seed", ToolText.Of("RoundSeed"), 1, 0, int.MaxValue);
    private readonly Option<int> _candidates = Number("--candidates", ToolText.Of("Candidates"), 30, 1, 1000);
    private readonly Option<int> _ahead = Number("--ahead", ToolText.Of("Ahead"), 1, 1, 100);
    private readonly Option<int?> _coolDown = new("--cool-down")
    {
        Description = ToolText.Of("CoolDown"),
        HelpName = "DAYS",
        CustomParser = result => ParseNumber(result, "--cool-down", 0, 36_500),
    };

    private readonly Option<string?> _history = new("--history") { Description = ToolText.Of("History"), HelpName = "FILE" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = ToolText.Of("DryRun") };
    private readonly Option<string?> _participants = new("--participants") { Description = ToolText.Of("Participants"), HelpName = "FILE" };
    private readonly Option<string?> _excluded = new("--exclude") { Description = ToolText.Of("RoundExclude"), HelpName = "FILE" };
    private readonly Option<string?> _wishes = new("--wishes") { Description = ToolText.Of("Wishes"), HelpName = "FILE" };
    private readonly Option<bool> _ignoreLanguages = new("--ignore-languages") { Description = ToolText.Of("IgnoreLanguages") };
    private readonly Option<int?> _newcomerDays = new("--newcomer-days")
    {
        Description = ToolText.Of("NewcomerDays"),
        HelpName = "DAYS",
        CustomParser = result => ParseNumber(result, "--newcomer-days", 1, 36_500),
    };
    private readonly Option<bool> _sitOut = new("--sit-out") { Description = ToolText.Of("SitOut") };
    private readonly Option<bool> _connected = new("--include-connected") { Description = ToolText.Of("IncludeConnected") };
    private readonly Option<string?> _mentors = new("--mentors")
    {
        // Without a value of the option's own: help would show it by the name that it has in code, which --mentors does not take.
        Description = ToolText.Of("Mentors"),
        HelpName = "fit|stable",
        CustomParser = result =>
            result.Tokens[0].Value switch
            {
                "fit" or Stable => result.Tokens[0].Value,
                var other => result.Reject<string>(ToolText.Of("NotAMentorMethod", other)),
            },
    };

    private readonly Option<int> _mentorsPerMentee = Number("--mentors-per-mentee", ToolText.Of("MentorsPerMentee"), 1, 1, 10);
    private readonly Option<bool> _everyMentor = new("--every-mentor") { Description = ToolText.Of("EveryMentor") };

    private readonly Option<bool> _mentored = CommonOptions.IncludeMentored();
    private readonly GroupArguments _groups = new();

    public void AddTo(Command command)
    {
        foreach (
            Option option in (Option[])
                [
                    _size,
                    _kind,
                    _seed,
                    _candidates,
                    _history,
                    _dryRun,
                    _ahead,
                    _coolDown,
                    _participants,
                    _excluded,
                    _wishes,
                    _ignoreLanguages,
                    _newcomerDays,
                    _sitOut,
                    _connected,
                    _mentors,
                    _mentorsPerMentee,
                    _everyMentor,
                    _mentored,
                    _culture,
                ]
        )
            command.Add(option);
        _groups.AddTo(command, result => Told(result, _size) is not (null or "2"));
        command.Validators.Add(result =>
        {
            // As it was written: a value that cannot be read is told of by itself.
            string kind = Told(result, _kind)?.ToLowerInvariant() ?? "any";
            if (result.GetResult(_dryRun) is { Implicit: false } && Told(result, _history) is null)
                result.AddError(ToolText.Of("DryRunAlone"));
            if (kind is "mentor" or "buddy" && Told(result, _size) is not (null or "2"))
                result.AddError(ToolText.Of("PairsAlone"));
            if (
                kind != "mentor"
                && (
                    Told(result, _mentors)
                    ?? Told(result, _mentorsPerMentee)
                    ?? (result.GetResult(_everyMentor) is { Implicit: false } ? "" : null)
                    ?? (result.GetResult(_mentored) is { Implicit: false } ? "" : null)
                )
                    is not null
            )
                result.AddError(ToolText.Of("MentorOptionsAlone"));
        });
    }

    public int Ahead(ParseResult parsed) => parsed.GetValue(_ahead);

    public string? HistoryToAppend(ParseResult parsed) => parsed.GetValue(_dryRun) ? null : parsed.GetValue(_history);

    /// <summary>What the round's options say of the community's settings.</summary>
    public MatchmakerOptions Adjust(ParseResult parsed, MatchmakerOptions settings) =>
        settings with
        {
            RequireCommonLanguage = !parsed.GetValue(_ignoreLanguages),
            CoolDown = parsed.GetValue(_coolDown) is { } days ? TimeSpan.FromDays(days) : settings.CoolDown,
            NewcomerPeriod = parsed.GetValue(_newcomerDays) is { } newcomer ? TimeSpan.FromDays(newcomer) : settings.NewcomerPeriod,
        };

    public RoundOptions Read(ParseResult parsed) =>
        new()
        {
            Kind = parsed.GetValue(_kind),
            GroupSize = parsed.GetValue(_size),
            Seed = parsed.GetValue(_seed),
            Candidates = parsed.GetValue(_candidates),
            Culture = parsed.GetValue(_culture),
            IncludeConnected = parsed.GetValue(_connected),
            OddOnesSitOut = parsed.GetValue(_sitOut),
            CoolDown = parsed.GetValue(_coolDown) is { } days ? TimeSpan.FromDays(days) : null,
            History = parsed.GetValue(_history) is { } file && Path.Exists(file) ? RoundHistory.Load(file) : RoundHistory.Empty,
            Mentors = new MentorRoundOptions
            {
                Stable = parsed.GetValue(_mentors) == Stable,
                MentorsPerMentee = parsed.GetValue(_mentorsPerMentee),
                EveryMentor = parsed.GetValue(_everyMentor),
                IncludeMentored = parsed.GetValue(_mentored),
            },
        };

    /// <summary>With what names members, who takes part and who meets whom: an id that no member has is a fault.</summary>
    public RoundOptions WithMembers(
        ParseResult parsed,
        RoundOptions options,
        Community community,
        Func<string, string[], List<string[]>> readRows
    )
    {
        options = _groups.Read(parsed, options, community);
        List<string[]> wishes = parsed.GetValue(_wishes) is { } wished ? readRows(wished, ["member", "wish"]) : [];
        return options with
        {
            Participants = parsed.GetValue(_participants) is { } file ? [.. readRows(file, ["member"]).Select(row => row[0])] : null,
            Rules = parsed.GetValue(_excluded) is { } excluded
                ? [.. options.Rules, new NeverPairs(ExcludedPairs.Of(readRows(excluded, ["from", "to"])))]
                : options.Rules,
            Wishes = wishes
                .GroupBy(row => row[0], StringComparer.Ordinal)
                .ToDictionary(
                    rows => rows.Key,
                    rows => (IReadOnlyList<string>)[.. rows.Select(row => row[1]).Distinct(StringComparer.Ordinal)],
                    StringComparer.Ordinal
                ),
        };
    }

    private static string? Told(CommandResult result, Option option) =>
        result.GetResult(option) is { Implicit: false, Tokens: [.., var last] } ? last.Value : null;

    private static Option<int> Number(string name, string description, int value, int least, int most) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => value,
            CustomParser = result => ParseNumber(result, name, least, most) ?? 0,
        };

    private static int? ParseNumber(ArgumentResult result, string name, int least, int most) =>
        int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number >= least
        && number <= most
            ? number
            : result.Reject<int?>(ToolText.Of("NotANumber", name, result.Tokens[0].Value, least, most));
}
