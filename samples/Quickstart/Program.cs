using System.Globalization;
using Matchmaking;
using Spectre.Console;

if (args is not ([] or ["--community", _]))
{
    Console.Error.WriteLine("usage: Quickstart [--community FOLDER]");
    return 2;
}

// The bundled community is invented, and its data end on the day below; yours is asked as of now.
bool bundled = args.Length == 0;
string folder = bundled ? Path.Combine(AppContext.BaseDirectory, "community") : args[1];
TimeProvider clock = bundled ? new FixedTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)) : TimeProvider.System;

// A file knows no width: a table in it may be wider than the usual 80 columns.
if (Console.IsOutputRedirected)
    AnsiConsole.Profile.Width = 140;

try
{
    var community = Community.Load(folder);
    var matchmaker = Matchmaker.Create(community, new MatchmakerOptions { TimeProvider = clock, Synonyms = ReadSynonyms(folder) });
    AnsiConsole.MarkupLineInterpolated(
        CultureInfo.InvariantCulture,
        $"[bold]{community.Members.Count}[/] members, {community.Activities.Count} activities, {community.Interactions.Count} interactions"
    );

    // Three members with three different questions: named ones of the bundled community, the first that fit of yours.
    Member? newcomer = bundled
        ? community["lea-fournier"]
        : community.Members.Where(member => member.Joined is not null).MaxBy(member => member.Joined);
    Member? mentee = bundled
        ? community["daniel-okafor"]
        : community.Members.FirstOrDefault(member => member.Mentoring?.Role is MentoringRole.Mentee or MentoringRole.Both);
    Member? trader = bundled
        ? community["ines-gueye"]
        : community.Members.FirstOrDefault(member => member.Needs.Count > 0 && member.Offers.Count > 0);

    Show("Introductions for a newcomer", newcomer, "tells when they joined", IntroductionKind.Any);
    Show("Mentors for somebody who seeks one", mentee, "seeks a mentor", IntroductionKind.Mentor);
    Show(
        "Partners who need what one offers, and offer what one needs",
        trader,
        "has both needs and offers",
        IntroductionKind.Complementary
    );
    return 0;

    void Show(string title, Member? member, string condition, IntroductionKind kind)
    {
        AnsiConsole.WriteLine();
        if (member is null)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{title}[/]: nobody in this community {condition}.");
            return;
        }

        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[bold]{title}[/]: {member.Name}, {member.Location?.Place ?? "somewhere"}"
        );
        if (member.Bio is not null)
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[dim]{member.Bio}[/]");

        // No culture is asked for, so that the reasons come in the member's own first language.
        IReadOnlyList<Introduction> introductions = matchmaker.Suggest(member.Id, new SuggestOptions { Kind = kind, Count = 5 });
        if (introductions.Count > 0)
            AnsiConsole.Write(ToTable(introductions));
        else
            AnsiConsole.WriteLine("The rules allow nobody.");
    }
}
catch (CommunityFormatException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

static Table ToTable(IReadOnlyList<Introduction> introductions)
{
    Table table = new Table().RoundedBorder().ShowRowSeparators().AddColumns("", "Name", "Score", "Why");
    table.Columns[1].NoWrap();
    foreach ((int index, Introduction introduction) in introductions.Index())
    {
        table.AddRow(
            new Text((index + 1).ToString(CultureInfo.InvariantCulture)),
            new Text($"{introduction.To.Name}\n{introduction.To.Location?.Place}"),
            new Text(introduction.Score.ToString("0.00", CultureInfo.InvariantCulture), new Style(Color.Green)),
            new Text(string.Join('\n', introduction.ReasonsForFrom.Select(reason => $"• {reason.Text}")))
        );
    }

    return table;
}

// "poterie, céramique, pottery": one line a meaning, so that a bilingual community's topics meet.
static IReadOnlyList<IReadOnlyList<string>> ReadSynonyms(string folder)
{
    string path = Path.Combine(folder, "synonyms.txt");
    return File.Exists(path)
        ? [.. File.ReadLines(path).Select(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]
        : [];
}
