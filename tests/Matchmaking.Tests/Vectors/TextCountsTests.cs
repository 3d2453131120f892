using CsCheck;

namespace Matchmaking.Tests.Vectors;

public class TextCountsTests
{
    private static readonly string[] s_words =
    [
        "été",
        "chevaux",
        "running",
        "the",
        "jazz",
        "de",
        "C++",
        "qu'il",
        "naïve",
        "photographie",
        "œuvre",
        "42",
        "x",
        "日本語",
        "don’t",
        "straße",
        "anticonstitutionnelle",
        "anticonstitutionnellement",
        "photographiques",
    ];

    private static readonly string[][] s_languages =
    [
        ["fr"],
        ["en"],
        [],
        ["de", "en"],
    ];

    private static readonly TextReading s_reading = TextReading.Of(TextAnalyzer.Default);

    private static readonly Gen<WrittenText[][]> s_texts = Gen.Select(
            Gen.Int[0, s_words.Length - 1].Select(i => s_words[i]).Array[0, 12],
            Gen.Int[0, 3].Select(i => s_languages[i]),
            (words, languages) => new WrittenText(string.Join(' ', words), languages)
        )
        .Array[1, 2]
        .Array[1, 600];

    [Fact]
    public void Every_text_is_weighed_among_many_as_it_is_alone() =>
        s_texts
            .Select(Gen.Bool, Gen.Int[1, 2])
            .Sample(
                (texts, trigrams, minimum) =>
                {
                    var counts = TextCounts.Of(texts, s_reading, trigrams);
                    var terms = TermWeights.Fit(counts, minimum);
                    SparseMatrix matrix = counts.Weigh(terms);
                    int row = 0;
                    for (int i = 0; i < texts.Length; i++)
                    {
                        TextTerms[] pieces = [.. texts[i].Select(piece => s_reading.Analyze(piece, trigrams))];
                        TextTerms alone = new(
                            [.. pieces.SelectMany(piece => piece.Stems)],
                            [.. pieces.SelectMany(piece => piece.Trigrams)]
                        );
                        if (alone.Stems.Count == 0)
                        {
                            Assert.Equal(-1, counts.Rows[i]);
                            continue;
                        }

                        Assert.Equal(row, counts.Rows[i]);
                        SparseVector weighed = terms.Weigh(alone);
                        Assert.Equal(weighed.Indices, matrix.Columns(row));
                        Assert.Equal(weighed.Values, matrix.Values(row));
                        Assert.True(weighed.Count == 0 || Math.Abs(weighed.Norm - 1) < 1e-5, $"a row of length {weighed.Norm}");
                        row++;
                    }

                    Assert.Equal(row, counts.TextCount);
                    Assert.Equal(row, matrix.RowCount);
                },
                iter: 60
            );

    [Fact]
    public void Terms_are_found_in_as_many_texts_as_a_plain_count_finds_them() =>
        s_texts.Sample(
            texts =>
            {
                var counts = TextCounts.Of(texts, s_reading, trigrams: true);
                TextTerms[][] plain = [.. texts.Select(text => text.Select(piece => s_reading.Analyze(piece, trigrams: true)).ToArray())];
                Assert.Equal(
                    plain
                        .SelectMany(text => text.SelectMany(piece => piece.Stems).Distinct())
                        .CountBy(stem => stem)
                        .OrderBy(pair => pair.Key, StringComparer.Ordinal),
                    counts.Stems.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                );
                Assert.Equal(
                    plain
                        .SelectMany(text => text.SelectMany(piece => piece.Trigrams).Distinct())
                        .CountBy(trigram => trigram)
                        .OrderBy(pair => pair.Key),
                    counts.Trigrams.OrderBy(pair => pair.Key)
                );
            },
            iter: 30
        );

    [Fact]
    public async Task The_vocabulary_and_the_rows_are_the_same_on_one_thread_and_on_many()
    {
        var random = new Random(5);
        WrittenText[][] texts =
        [
            .. Enumerable
                .Range(0, 5000)
                .Select(_ =>
                    new[]
                    {
                        new WrittenText(
                            string.Concat(
                                Enumerable
                                    .Range(0, 12)
                                    .Select(_ => $"{(char)('a' + random.Next(26))}{s_words[random.Next(s_words.Length)]} ")
                            ),
                            []
                        ),
                    }
                ),
        ];
        (byte[] Vocabulary, float[] Values) expected = await On(TaskScheduler.Default);
        for (int i = 0; i < 3; i++)
        {
            (byte[] vocabulary, float[] values) = await On(
                i == 0 ? new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ConcurrentScheduler : TaskScheduler.Default
            );
            Assert.Equal(expected.Vocabulary, vocabulary);
            Assert.Equal(expected.Values, values);
        }

        Task<(byte[] Vocabulary, float[] Values)> On(TaskScheduler scheduler) =>
            Task.Factory.StartNew(
                () =>
                {
                    var counts = TextCounts.Of(texts, s_reading, trigrams: true);
                    var terms = TermWeights.Fit(counts, 2);
                    SparseMatrix matrix = counts.Weigh(terms);
                    return (Bytes(terms), Enumerable.Range(0, matrix.RowCount).SelectMany(row => matrix.Values(row).ToArray()).ToArray());
                },
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                scheduler
            );
    }

    private static byte[] Bytes(TermWeights terms)
    {
        var writer = new SectionWriter();
        terms.Write(writer, static _ => true);
        return writer.Bytes.ToArray();
    }
}
