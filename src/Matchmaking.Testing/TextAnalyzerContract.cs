using System.Collections.Concurrent;

namespace Matchmaking.Testing;

/// <summary>What the library relies on in an <see cref="ITextAnalyzer"/>.</summary>
public static class TextAnalyzerContract
{
    private static readonly string[] s_texts =
    [
        "",
        "   \t\r\n",
        "… 42 — ! 🎲",
        "Je suis passionnée de randonnées en montagne, et j'aime l'été.",
        "I have been running with the club for a year, and don’t mind the rain; C++ and C#.",
        "Ich habe früher in Zürich gewohnt und spiele gern Schach im Verein.",
        "日本語の文章です。東京に住んでいます。",
        "Привет! Люблю походы в горы.",
        "مرحبا بالعالم नमस्ते दुनिया",
        "see https://example.org/a?b=c or write to me@example.org",
        "broken \ud83c and \udf89, \0 and \uffff, e\u0301te\u0301",
        new string('x', 100_000),
        string.Concat(Enumerable.Repeat("word ", 10_000)),
    ];

    private static readonly string[][] s_languages =
    [
        [],
        ["fr"],
        ["en-GB", "fr-CA"],
        ["de"],
        ["ja", "ru"],
        ["ar"],
    ];

    /// <summary>The checks of an analyser.</summary>
    /// <param name="create">
    /// Gives the analyser to check; called several times: what it gives must be alike, whether or not it is the same one.
    /// </param>
    /// <param name="alike">Two forms of a word that have one stem, and the language of whoever writes them; none: not checked.</param>
    public static IReadOnlyList<ContractCheck> Checks(
        Func<ITextAnalyzer> create,
        params IReadOnlyList<(string Language, string One, string Other)> alike
    )
    {
        ArgumentNullException.ThrowIfNull(create);
        return
        [
            new("has a name that stays", () => Name(create)),
            new("reads any text in any language", () => ForEach(create, static (_, _, _) => { })),
            new("gives words that stand in the text, in order, and are not empty", () => ForEach(create, WordsStandInTheText)),
            new("stems every word that it gives", () => ForEach(create, EveryWordIsStemmed)),
            new("gives the same whenever it is asked", () =>
                ForEach(create, (analyzer, text, languages) => Same(create(), analyzer, text, languages))
            ),
            new("gives the same to many threads", () => Threads(create)),
            new("gives forms of a word one stem", () => Alike(create(), alike)),
        ];
    }

    private static void Name(Func<ITextAnalyzer> create)
    {
        string name = create().Name;
        ContractException.ThrowUnless(!string.IsNullOrWhiteSpace(name), "the name is empty");
        ContractException.ThrowUnless(create().Name == name, $"the name '{name}' is another the next time");
    }

    private static void ForEach(Func<ITextAnalyzer> create, Action<ITextAnalyzer, string, string[]> check)
    {
        ITextAnalyzer analyzer = create();
        foreach (string text in s_texts)
        {
            foreach (string[] languages in s_languages)
            {
                try
                {
                    _ = analyzer.Read(text, languages);
                    check(analyzer, text, languages);
                }
                catch (Exception exception) when (exception is not ContractException)
                {
                    throw new ContractException($"{Told(text, languages)}: {exception.Message}", exception);
                }
            }
        }
    }

    private static void WordsStandInTheText(ITextAnalyzer analyzer, string text, string[] languages)
    {
        TextWords read = analyzer.Read(text, languages);
        if (read.Text is null || read.Words is null)
            throw new ContractException($"{Told(text, languages)}: text or words are null");
        ContractException.ThrowUnless(!string.IsNullOrEmpty(read.Language), $"{Told(text, languages)}: there is no language");
        int end = 0;
        foreach (Range word in read.Words)
        {
            (int start, int length) = word.GetOffsetAndLength(read.Text.Length);
            ContractException.ThrowUnless(length > 0, $"{Told(text, languages)}: the word at {start} is empty");
            ContractException.ThrowUnless(
                start >= end,
                $"{Told(text, languages)}: the word at {start} begins before the one before it ends"
            );
            end = start + length;
        }
    }

    private static void EveryWordIsStemmed(ITextAnalyzer analyzer, string text, string[] languages)
    {
        TextWords read = analyzer.Read(text, languages);
        foreach (Range range in read.Words)
        {
            string word = read.Text[range];
            ContractException.ThrowUnless(
                analyzer.Stem(word, read.Language) == analyzer.Stem(new string(word), read.Language),
                $"'{word}' has two stems"
            );
        }
    }

    private static void Same(ITextAnalyzer one, ITextAnalyzer other, string text, string[] languages) =>
        ContractException.ThrowUnless(
            Stems(one, text, languages).SequenceEqual(Stems(other, text, languages)),
            $"{Told(text, languages)}: the stems are others the second time"
        );

    private static void Threads(Func<ITextAnalyzer> create)
    {
        ITextAnalyzer alone = create(),
            shared = create();
        string[] texts =
        [
            .. Enumerable
                .Range(0, 400)
                .Select(i => $"running{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}nesses chanteuse{i} {s_texts[3 + (i % 6)]}"),
        ];
        List<string?>[] expected = [.. texts.Select((text, i) => Stems(alone, text, s_languages[i % s_languages.Length]))];
        ConcurrentQueue<Exception> faults = [];
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(_ => new Thread(() =>
                {
                    try
                    {
                        for (int i = 0; i < texts.Length; i++)
                        {
                            ContractException.ThrowUnless(
                                Stems(shared, texts[i], s_languages[i % s_languages.Length]).SequenceEqual(expected[i]),
                                $"'{texts[i]}' has other stems while several threads ask"
                            );
                        }
                    }
#pragma warning disable CA1031 // Whatever a thread throws is told to the one that asked.
                    catch (Exception exception)
#pragma warning restore CA1031
                    {
                        faults.Enqueue(exception);
                    }
                })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        if (faults.TryPeek(out Exception? fault))
            throw fault as ContractException ?? new ContractException($"while several threads ask: {fault.Message}", fault);
    }

    private static void Alike(ITextAnalyzer analyzer, IReadOnlyList<(string Language, string One, string Other)> alike)
    {
        foreach ((string language, string one, string other) in alike)
        {
            List<string?> left = Stems(analyzer, one, [language]),
                right = Stems(analyzer, other, [language]);
            ContractException.ThrowUnless(
                left.Exists(stem => !string.IsNullOrEmpty(stem)) && left.SequenceEqual(right),
                $"'{one}' is '{string.Join(' ', left)}', and '{other}' is '{string.Join(' ', right)}'"
            );
        }
    }

    private static List<string?> Stems(ITextAnalyzer analyzer, string text, string[] languages)
    {
        TextWords read = analyzer.Read(text, languages);
        return [.. read.Words.Select(word => analyzer.Stem(read.Text[word], read.Language))];
    }

    private static string Told(string text, string[] languages) =>
        $"'{(text.Length > 40 ? text[..40] + "…" : text)}' by a writer of "
        + (languages.Length == 0 ? "no language" : string.Join(", ", languages));
}
