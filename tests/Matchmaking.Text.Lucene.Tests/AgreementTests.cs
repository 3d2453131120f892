using Matchmaking.Tests;

namespace Matchmaking.Text.Lucene.Tests;

/// <summary>
/// The library's own stemmers follow the same published rules as Lucene's: on every word that we have they give the same stem.
/// </summary>
public sealed class AgreementTests
{
    private static readonly string[] s_tags = ["fr", "en"];

    [Fact]
    public void The_built_in_analyser_reads_the_invented_community_as_Lucene_does() =>
        Agree(
            Directory
                .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "samples", "Quickstart", "community"))
                .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md"))
                .SelectMany(File.ReadLines),
            leastWords: 3000
        );

    [Fact]
    public void The_built_in_analyser_reads_the_texts_of_Nashville_as_Lucene_does()
    {
        string root = Environment.GetEnvironmentVariable("MATCHMAKING_DATA") is { Length: > 0 } told
            ? told
            : Path.Combine(RepositoryRoot.Path, "..", "shared", "data");
        string folder = Path.Combine(root, "nashville-meetup");
        Assert.SkipUnless(Directory.Exists(folder), $"The data set 'nashville-meetup' is not in '{root}'.");
        Agree(((string[])["groups.csv", "events.csv"]).SelectMany(file => File.ReadLines(Path.Combine(folder, file))), leastWords: 3000);
    }

    [Fact]
    public void Invented_words_of_all_endings_have_the_stems_that_Lucene_gives_them()
    {
        string[] beginnings = [.. " a y ' sk gener commun arsen éd intellect str bay œu ll".Split(' ')];
        string[] middles = [.. " u é at if ific ual ss yy ow ex ogn ib ty ee l nn aî ie x".Split(' ')];
        string[] endings =
        [
            .. (
                "s ss us ies ied sses eed eedly ed edly ing ingly y e l ll 's 's' ' tional enci anci abli entli izer "
                + "ization ational ation ator alism aliti alli fulness ousli ousness iveness iviti biliti bli ogi logi fulli "
                + "lessli li gli alize icate iciti ical ful ness ative al ance ence er ic able ible ant ement ment ent ism "
                + "ate iti ous ive ize ion sion tion bb dd tt at bl iz x aux eaux eux oux issement issements issant issante "
                + "ement ivement ements ficatrice ficateur ficateurs catrice cateur atrice ateur trice ième teuse teur euse "
                + "ère ères ive ives folle molle nnelle nnel ète ètes ique iques esse esses inage isation isateur ualisation "
                + "ation ition ie ee ées er ier ère r rr î ç ô ù á"
            ).Split(' '),
            "",
        ];
        int words = 0;
        foreach (string beginning in beginnings)
        {
            foreach (string middle in middles)
            {
                foreach (string second in middles)
                {
                    foreach (string ending in endings)
                    {
                        if (beginning.Length + middle.Length + second.Length + ending.Length == 0)
                            continue;
                        Assert.True(IsSame(beginning + middle + second + ending, out string difference), difference);
                        words++;
                    }
                }
            }
        }

        Assert.True(words > 500_000, $"{words} words");
    }

    [Fact]
    public void Words_of_letters_drawn_at_random_have_the_stems_that_Lucene_gives_them()
    {
        var random = new Random(7);
        const string Letters = "aeiouyaeiouystnrlxmcdgpb'éèêàîôûçq";
        for (int i = 0; i < 200_000; i++)
        {
            string word = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Letters[random.Next(Letters.Length)]));
            Assert.True(IsSame(word, out string difference), difference);
        }
    }

    [Fact]
    public void The_invented_community_has_the_same_introductions_by_either_to_the_last_bit()
    {
        var community = Community.Load(Path.Combine(RepositoryRoot.Path, "samples", "Quickstart", "community"));
        var clock = new StandingClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var ours = Matchmaker.Create(community, new() { TimeProvider = clock });
        var theirs = Matchmaker.Create(community, new() { TimeProvider = clock, TextAnalyzer = LuceneTextAnalyzer.Default });
        foreach (Member member in community.Members)
        {
            Assert.Equal(Answers(theirs, member.Id), Answers(ours, member.Id));
            Assert.Equal(
                theirs.SuggestActivities(member.Id).Select(step => (step.Activity.Id, step.Score)),
                ours.SuggestActivities(member.Id).Select(step => (step.Activity.Id, step.Score))
            );
        }

        static IEnumerable<(string, double)> Answers(Matchmaker matchmaker, string id) =>
            matchmaker.Suggest(id).Select(introduction => (introduction.To.Id, introduction.Score));
    }

    [Fact]
    public void A_text_is_taken_to_be_in_the_same_language()
    {
        foreach (string line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "samples", "Quickstart", "community", "members.jsonl")))
        {
            foreach (
                string[] languages in (string[][])
                    [
                        [],
                        ["fr"],
                        ["en", "fr"],
                        ["fr", "en"],
                        ["fr-CA"],
                    ]
            )
                Assert.Equal(
                    LuceneTextAnalyzer.Default.Read(line, languages).Language,
                    TextAnalyzer.Default.Read(line, languages).Language
                );
        }
    }

    /// <summary>All words of some lines, in both languages.</summary>
    private static void Agree(IEnumerable<string> lines, int leastWords)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            TextWords read = TextAnalyzer.Default.Read(line, []);
            Assert.Equal(LuceneTextAnalyzer.Default.Read(line, []).Words, read.Words);
            words.UnionWith(read.Words.Select(word => read.Text[word]));
        }

        Assert.True(words.Count >= leastWords, $"{words.Count} words");
        string[] differences = [.. words.Select(word => IsSame(word, out string difference) ? "" : difference).Where(text => text != "")];
        Assert.Empty(differences);
    }

    private static bool IsSame(string word, out string difference)
    {
        foreach (string tag in s_tags)
        {
            string? ours = TextAnalyzer.Default.Stem(word, tag),
                theirs = LuceneTextAnalyzer.Default.Stem(word, tag);
            if (ours == theirs)
                continue;
            difference = $"{tag} '{word}': '{ours ?? "(stop word)"}', and Lucene '{theirs ?? "(stop word)"}'";
            return false;
        }

        difference = "";
        return true;
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
