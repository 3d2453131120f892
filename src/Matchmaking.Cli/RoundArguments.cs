using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Matchmaking.Cli.Input;

namespace Matchmaking.Cli;

/// <summary>The options of <c>round</c>.</summary>
internal sealed class RoundArguments
{
    private readonly Option<IntroductionKind> _kind = CommonOptions.Kind();
    private readonly Option<CultureInfo> _culture = CommonOptions.Culture();
    private readonly Option<int> _size = Number("--size", "How many meet: 2 for pairs, 3..12 for groups.", 2, 2, 12);
    private readonly Option<int> _seed = Number("--seed", "The seed of ties and of the search for groups.", 1, 0, int.MaxValue);
    private readonly Option<int> _candidates = Number(
        "--candidates",
        "How many of each member's best candidates are weighed, 1..1000.",
        30,
        1,
        1000
    );
    private readonly Option<int> _ahead = Number("--ahead", "How many rounds to plan, a week apart, without repeats, 1..100.", 1, 1, 100);
    private readonly Option<int?> _coolDown = new("--cool-down")
    {
        Description = "For how many days two who met in a round, or were introduced, do not meet again. Default: 90.",
        HelpName = "DAYS",
        CustomParser = result => ParseNumber(result, "--cool-down", 0, 36_500),
    };

    private readonly Option<string?> _history = new("--history")
    {
        Description = "Past rounds, which are read, and to which the planned ones are added; made where it is not there.",
        HelpName = "FILE",
    };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "With --history: read it, and add nothing." };
    private readonly Option<string?> _participants = new("--participants")
    {
        Description = "CSV with the column member: those who take part. Default: everybody.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _excluded = new("--exclude")
    {
        Description = "CSV with the columns from and to: pairs that are never made, in either order.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _wishes = new("--wishes")
    {
        Description = "CSV with the columns member and wish: whom members wish to meet, of each the dearest first.",
        HelpName = "FILE",
    };
    private readonly Option<bool> _ignoreLanguages = new("--ignore-languages")
    {
        Description = "Let those meet, too, who tell no common language.",
    };
    private readonly Option<int?> _newcomerDays = new("--newcomer-days")
    {
        Description = "With --kind buddy: for how many days after joining a member is a newcomer. Default: 90.",
        HelpName = "DAYS",
        CustomParser = result => ParseNumber(result, "--newcomer-days", 1, 36_500),
    };
    private readonly Option<bool> _sitOut = new("--sit-out") { Description = "Who is over sits out, in turns, instead of joining others." };
    private readonly Option<bool> _connected = new("--include-connected")
    {
        Description = "Let those meet, too, who know each other already.",
    };
    private readonly Option<bool> _mentors = new("--mentors")
    {
        // Without a value of the option's own: help would show it by the name that it has in code, which --mentors does not take.
        Description = "With --kind mentor: the greatest total fit, or a stable assignment. Default: fit.",
        HelpName = "fit|stable",
        CustomParser = result =>
            result.Tokens[0].Value switch
            {
                "fit" => false,
                "stable" => true,
                var other => result.Reject<bool>($"--mentors: '{other}' is none of fit|stable"),
            },
    };

    private readonly Option<int> _mentorsPerMentee = Number(
        "--mentors-per-mentee",
        "With --kind mentor: how many mentors a mentee gets at the most, 1..10.",
        1,
        1,
        10
    );
    private readonly Option<bool> _everyMentor = new("--every-mentor")
    {
        Description = "With --kind mentor: every mentor gets one before any gets a second, as far as that goes.",
    };

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
                result.AddError("--dry-run belongs to --history");
            if (kind is "mentor" or "buddy" && Told(result, _size) is not (null or "2"))
                result.AddError("mentors and buddies meet in pairs: leave --size at 2");
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
                result.AddError("--mentors, --mentors-per-mentee, --every-mentor and --include-mentored belong to --kind mentor");
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
                Stable = parsed.GetValue(_mentors),
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
            : result.Reject<int?>(
                string.Create(CultureInfo.InvariantCulture, $"{name}: '{result.Tokens[0].Value}' is not a whole number in {least}..{most}")
            );
}
