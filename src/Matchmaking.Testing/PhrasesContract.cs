using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Matchmaking.Testing;

/// <summary>What must hold of a language that a host adds by <see cref="MatchmakerOptions.Phrases"/>.</summary>
public static class PhrasesContract
{
    /// <summary>The checks of a language.</summary>
    /// <param name="load">Gives the phrases; called several times.</param>
    public static IReadOnlyList<ContractCheck> Checks(Func<PhraseBook> load)
    {
        ArgumentNullException.ThrowIfNull(load);
        return
        [
            new("says the same whenever it is loaded", () => Same(load(), load())),
            new("has every phrase of the English file, and no other", () => Complete(load())),
            new("keeps the placeholders of the English phrases", () => Placeholders(load())),
            new("has no blanks around a phrase", () => NoBlanks(load())),
            new("ends a sentence where the English phrase ends one", () => Sentences(load())),
            new("is another language than English", () => Translated(load())),
            new("is what members read", () => WhatMembersRead(load())),
            new("is what a host reads of a round", () => WhatHostsRead(load())),
        ];
    }

    private static void Same(PhraseBook one, PhraseBook other) =>
        ContractException.ThrowUnless(
            one.Language == other.Language && one.Phrases.Count == other.Phrases.Count && !one.Phrases.Except(other.Phrases).Any(),
            "the phrases are others the second time"
        );

    private static void Complete(PhraseBook book)
    {
        // A language without forms of their own for one lacks them all.
        bool singular = book.Phrases.Keys.Any(IsSingular);
        string[] missing =
        [
            .. PhraseBook.English.Phrases.Keys.Where(name => !book.Phrases.ContainsKey(name) && (singular || !IsSingular(name))),
        ];
        ContractException.ThrowUnless(missing.Length == 0, $"missing: {string.Join(", ", missing)}");
        string[] unknown = [.. book.Phrases.Keys.Where(static name => English(name) is null)];
        ContractException.ThrowUnless(unknown.Length == 0, $"unknown: {string.Join(", ", unknown)}");
    }

    private static bool IsSingular(string name) =>
        name.EndsWith("One", StringComparison.Ordinal) && PhraseBook.English.Phrases.ContainsKey(name[..^3]);

    private static void Placeholders(PhraseBook book)
    {
        ForEach(book, (name, text, english) =>
        {
            int arguments = CompositeFormat.Parse(text).MinimumArgumentCount;
            int most = Math.Max(Arguments(english), IsSingular(name) ? Arguments(PhraseBook.English.Phrases[name[..^3]]) : 0);
            ContractException.ThrowUnless(arguments <= most, $"{name} puts in {arguments}, the English phrase {most}");
        });

        static int Arguments(string text) => CompositeFormat.Parse(text).MinimumArgumentCount;
    }

    private static void NoBlanks(PhraseBook book) =>
        ForEach(book, static (name, text, _) =>
            ContractException.ThrowUnless(
                text.Trim() == text && !text.Contains("  ", StringComparison.Ordinal),
                $"{name} has blanks at an end, or two together: '{text}'"
            )
        );

    // Sentences stand one after the other. What ends one may be another mark in another script.
    private static void Sentences(PhraseBook book) =>
        ForEach(book, static (name, text, english) =>
            ContractException.ThrowUnless(
                !char.IsPunctuation(english[^1]) || english[^1] is '}' or ')' || char.IsPunctuation(text[^1]),
                $"{name} does not end as a sentence: '{text}'"
            )
        );

    private static void Translated(PhraseBook book)
    {
        int same = 0;
        ForEach(book, (_, text, english) => same += text == english ? 1 : 0);
        ContractException.ThrowUnless(
            book.Language == PhraseBook.English.Language || same <= book.Phrases.Count / 4,
            $"{same} of {book.Phrases.Count} phrases are the English ones"
        );
    }

    private static void WhatMembersRead(PhraseBook book)
    {
        Matchmaker matchmaker = Community(book);
        Explanation pair = matchmaker.Explain("a", "b", new() { Exclude = ["b"] });
        IEnumerable<string> texts =
        [
            .. pair.Introduction.ReasonsForFrom.Concat(pair.Introduction.ReasonsForTo).Select(reason => reason.Text),
            pair.Introduction.OpeningLine,
            .. pair.Obstacles.Select(obstacle => obstacle.Text),
            .. matchmaker.SuggestActivities("a").SelectMany(suggestion => suggestion.Reasons).Select(reason => reason.Text),
            .. matchmaker.SuggestForGroup(["a", "c"]).SelectMany(suggestion => suggestion.Reasons).Select(reason => reason.Text),
        ];
        AllAreOf(book, texts);
    }

    private static void WhatHostsRead(PhraseBook book)
    {
        CultureInfo culture;
        try
        {
            culture = CultureInfo.GetCultureInfo(book.Language);
        }
        catch (CultureNotFoundException)
        {
            // No way to ask for it here: a host asks by culture, and this platform knows none of that name.
            return;
        }

        Round round = Community(book).PlanRound(new() { Culture = culture });
        ContractException.ThrowUnless(round.Unmatched.Count > 0, "nobody was left over");
        AllAreOf(
            book,
            round.Unmatched.SelectMany(left => (string[])[left.Text, .. left.Relaxation is { } relaxed ? [relaxed.Text] : (string[])[]])
        );
    }

    private static void AllAreOf(PhraseBook book, IEnumerable<string> texts)
    {
        Regex[] phrases = [.. book.Phrases.Values.Select(Pattern)];
        foreach (string text in texts)
            ContractException.ThrowUnless(Array.Exists(phrases, phrase => phrase.IsMatch(text)), $"'{text}' is none of the phrases");
    }

    private static Regex Pattern(string phrase) =>
        new(
            "^" + Regex.Replace(Regex.Escape(phrase), @"\\\{[0-9][^}]*\}", ".+") + "$",
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
        );

    private static void ForEach(PhraseBook book, Action<string, string, string> check)
    {
        foreach ((string name, string text) in book.Phrases)
        {
            if (English(name) is { } english)
                check(name, text, english);
        }
    }

    /// <summary>The English phrase; of a form for one, or for those on first-name terms, that of all; null: there is none.</summary>
    private static string? English(string name) =>
        PhraseBook.English.Phrases.TryGetValue(name, out string? text) ? text
        : name.EndsWith("Familiar", StringComparison.Ordinal) ? English(name[..^8])
        : name.EndsWith("One", StringComparison.Ordinal) ? PhraseBook.English.Phrases.GetValueOrDefault(name[..^3])
        : null;

    private static Matchmaker Community(PhraseBook book)
    {
        Member[] members =
        [
            new()
            {
                Id = "a",
                Languages = [book.Language],
                Interests = [new() { Topic = "jazz" }],
                Needs = [new() { Topic = "piano" }],
            },
            new()
            {
                Id = "b",
                Languages = [book.Language],
                Interests = [new() { Topic = "jazz" }],
                Offers = [new() { Topic = "piano" }],
            },
            new()
            {
                Id = "c",
                Languages = [book.Language],
                Interests = [new() { Topic = "jazz" }],
            },
        ];
        var activity = new Activity { Id = "jam", Name = "jazz" };
        return Matchmaker.Create(
            new Community(
                members,
                [activity],
                [new() { MemberId = "b", ActivityId = "jam" }, new() { MemberId = "c", ActivityId = "jam" }]
            ),
            new() { Phrases = [book] }
        );
    }
}
