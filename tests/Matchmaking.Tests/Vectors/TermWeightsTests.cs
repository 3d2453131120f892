namespace Matchmaking.Tests.Vectors;

public class TermWeightsTests
{
    [Fact]
    public void Three_texts_are_weighted_as_by_hand()
    {
        string[][] texts =
        [
            ["yoga", "jazz", "yoga"],
            ["yoga"],
            ["rust", "jazz"],
        ];
        TermWeights terms = Fit(texts, minimumFrequency: 1);
        Assert.Equal(3, terms.Count);

        // n = 3: df 2 → ln(4/3) + 1, df 1 → ln(4/2) + 1
        double common = Math.Log(4.0 / 3) + 1,
            rare = Math.Log(2) + 1;
        double yoga = (1 + Math.Log(2)) * common,
            jazz = common;
        double length = Math.Sqrt((yoga * yoga) + (jazz * jazz));
        Assert.Equal(yoga / length, Weight(terms, texts[0], "yoga"), 1e-6);
        Assert.Equal(jazz / length, Weight(terms, texts[0], "jazz"), 1e-6);
        Assert.Equal(1, Weight(terms, texts[1], "yoga"), 1e-6);
        Assert.Equal(rare / Math.Sqrt((rare * rare) + (common * common)), Weight(terms, texts[2], "rust"), 1e-6);
    }

    [Fact]
    public void Unknown_stems_weigh_nothing()
    {
        TermWeights terms = Fit(
            [
                ["yoga"],
                ["jazz", "yoga"],
            ],
            minimumFrequency: 2
        );
        Assert.Equal(1, terms.Count);
        Assert.Equal(0, terms.Weigh(new(["jazz"], [])).Count);
        Assert.Equal([1f], terms.Weigh(new(["jazz", "yoga"], [])).Values.ToArray());
    }

    private static TermWeights Fit(string[][] texts, int minimumFrequency) =>
        TermWeights.Fit(
            TextCounts.Of(
                [.. texts.Select(words => new[] { new WrittenText(string.Join(' ', words), ["en"]) })],
                TextReading.Of(TextAnalyzer.Default),
                trigrams: false
            ),
            minimumFrequency
        );

    private static double Weight(TermWeights terms, string[] text, string stem)
    {
        Assert.True(terms.TryGetId(stem, out int id));
        SparseVector vector = terms.Weigh(new([.. text], []));
        return vector.Values[vector.Indices.BinarySearch(id)];
    }
}
