using Matchmaking.Testing;

namespace Matchmaking.Text.Lucene.Tests;

public sealed class LuceneTextAnalyzerTests : IDisposable
{
    private static readonly IReadOnlyList<ContractCheck> s_checks = TextAnalyzerContract.Checks(
        () => LuceneTextAnalyzer.Default,
        ("fr", "randonneuses", "randonneurs"),
        ("en", "hiking", "hikes"),
        ("de", "Häuser", "Haus"),
        ("es", "canciones", "canción"),
        ("nl", "boeken", "boek"),
        ("pt-BR", "livros", "livro"),
        ("it", "librerie", "libreria"),
        ("nn", "husene", "hus"),
        ("sv", "flickorna", "flickor"),
        ("ru", "горами", "горы")
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaking-").FullName;

    public static TheoryData<string> Checks => [.. s_checks.Select(check => check.Name)];

    private string File => Path.Combine(_folder, "community.mm");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Checks))]
    public void Lucenes_analyser_keeps_the_contract(string check) => s_checks.Single(known => known.Name == check).Run();

    [Fact]
    public void Whoever_tells_no_language_with_a_stemmer_is_taken_to_write_English_or_French()
    {
        Assert.Equal("en", LuceneTextAnalyzer.Default.Read("I have been running for a year", ["ja"]).Language);
        Assert.Equal("fr", LuceneTextAnalyzer.Default.Read("Je cours depuis un an", []).Language);
        Assert.Equal("en", LuceneTextAnalyzer.Default.Read("Schach, Wandern", ["ja"]).Language);
        Assert.Equal("de", LuceneTextAnalyzer.Default.Read("Ich spiele gern Schach mit dir", ["en", "de"]).Language);
    }

    [Fact]
    public void Two_who_write_in_German_are_alike_by_the_forms_of_their_words()
    {
        Community community = Germans();
        Assert.Equal(0, Text(Matchmaker.Create(community)));
        Assert.True(Text(Matchmaker.Create(community, new() { TextAnalyzer = LuceneTextAnalyzer.Default })) > .5);
    }

    [Fact]
    public void A_snapshot_tells_which_analyser_it_needs()
    {
        var options = new MatchmakerOptions { TextAnalyzer = LuceneTextAnalyzer.Default };
        var saved = Matchmaker.Create(Germans(), options);
        saved.Save(File, TestContext.Current.CancellationToken);

        var refused = Assert.Throws<InvalidOperationException>(() => Matchmaker.Load(File, null, TestContext.Current.CancellationToken));
        Assert.Equal(
            "The text analyser 'Lucene.Net 4.8' read the texts of this file: give it again in the options (TextAnalyzer).",
            refused.Message
        );
        Assert.Equal(Text(saved), Text(Matchmaker.Load(File, options, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_snapshot_that_is_loaded_with_another_analyser_is_read_anew()
    {
        Community community = Germans();
        Matchmaker.Create(community, new() { TextAnalyzer = LuceneTextAnalyzer.Default }).Save(File, TestContext.Current.CancellationToken);
        var loaded = Matchmaker.Load(File, new(), TestContext.Current.CancellationToken);
        var plain = Matchmaker.Create(community);
        Assert.Equal(0, Text(loaded));
        Assert.Equal(
            plain.SuggestActivities("jana").Select(step => (step.Activity.Id, step.Score)),
            loaded.SuggestActivities("jana").Select(step => (step.Activity.Id, step.Score))
        );
    }

    private static double Text(Matchmaker matchmaker) =>
        matchmaker.Explain("jana", "uwe").Introduction.Parts.Single(part => part.Part == ScorePart.Text).Forward;

    private static Community Germans() =>
        new(
            [
                new()
                {
                    Id = "jana",
                    Languages = ["de"],
                    Bio = "Häuser, Bücher",
                    Interests = [new() { Topic = "Wälder" }],
                },
                new()
                {
                    Id = "uwe",
                    Languages = ["de"],
                    Bio = "Haus, Buch",
                    Interests = [new() { Topic = "Wald" }],
                },
                new()
                {
                    Id = "ida",
                    Languages = ["de"],
                    Bio = "Fußball",
                    Interests = [new() { Topic = "Sport" }],
                },
            ],
            [
                new()
                {
                    Id = "a",
                    Name = "Kochen am Abend",
                    Kind = ActivityKind.Group,
                },
            ]
        );
}
