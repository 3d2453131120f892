using Matchmaking.Testing;

namespace Matchmaking.Tests.Vectors;

public sealed class TextAnalyzerContractTests
{
    private static readonly IReadOnlyList<ContractCheck> s_builtIn = TextAnalyzerContract.Checks(
        () => TextAnalyzer.Default,
        ("fr", "randonneuses", "randonneurs"),
        ("en", "hiking", "hikes")
    );

    private static readonly IReadOnlyList<ContractCheck> s_ofAHost = TextAnalyzerContract.Checks(
        () => new LetterPairs(),
        ("ja", "東京", "東京")
    );

    public static TheoryData<string> Names => [.. s_builtIn.Select(check => check.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_built_in_analyser_keeps_the_contract(string name) => s_builtIn.Single(check => check.Name == name).Run();

    [Theory]
    [MemberData(nameof(Names))]
    public void The_example_of_a_hosts_keeps_the_contract(string name) => s_ofAHost.Single(check => check.Name == name).Run();

    [Theory]
    [InlineData("nameless", "has a name that stays")]
    [InlineData("throws", "reads any text in any language")]
    [InlineData("overlaps", "gives words that stand in the text, in order, and are not empty")]
    [InlineData("forgets", "gives the same whenever it is asked")]
    public void Whoever_breaks_the_contract_is_found_out(string fault, string found)
    {
        IReadOnlyList<ContractCheck> checks = TextAnalyzerContract.Checks(() => new Broken(fault));
        Assert.Throws<ContractException>(() => checks.Single(check => check.Name == found).Run());
    }

    [Fact]
    public void Who_write_in_Japanese_are_alike_by_an_analyser_that_reads_it()
    {
        Member[] members =
        [
            new()
            {
                Id = "a",
                Languages = ["ja"],
                Bio = "東京散歩写真撮影",
            },
            new()
            {
                Id = "b",
                Languages = ["ja"],
                Bio = "京都料理写真撮影",
            },
            new()
            {
                Id = "c",
                Languages = ["ja"],
                Bio = "野球",
            },
        ];
        Assert.Equal(0, Text(new()));
        Assert.True(Text(new() { TextAnalyzer = new LetterPairs() }) > .2);

        double Text(MatchmakerOptions options) =>
            global::Matchmaking
                .Matchmaker.Create(new Community(members), options)
                .Explain("a", "b")
                .Introduction.Parts.Single(part => part.Part == ScorePart.Text)
                .Forward;
    }

    [Fact]
    public void The_document_on_extending_shows_the_example_that_is_tested()
    {
        string source = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Matchmaking.Tests", "Vectors", "LetterPairs.cs"));
        string document = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "extending.md"));
        Assert.Contains(
            source[source.IndexOf("public sealed class", StringComparison.Ordinal)..].Trim(),
            document,
            StringComparison.Ordinal
        );
    }

    private sealed class Broken(string fault) : ITextAnalyzer
    {
        private int _asked;

        public string Name => fault == "nameless" ? "" : fault;

        public TextWords Read(string text, IReadOnlyList<string> languages) =>
            fault switch
            {
                "throws" when languages.Count == 0 => throw new NotSupportedException(),
                "overlaps" when text.Length > 4 => new(text, [0..4, 1..3], "x"),
                _ => new(text, text.Length > 0 ? [Range.All] : [], "x"),
            };

        public string? Stem(string word, string language) =>
            fault == "forgets" ? Random.Shared.Next().ToString(System.Globalization.CultureInfo.InvariantCulture) + _asked++ : word;
    }
}
