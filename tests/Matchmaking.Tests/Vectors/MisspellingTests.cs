using System.Security.Cryptography;
using System.Text;

namespace Matchmaking.Tests.Vectors;

/// <summary>
/// Slips in words, measured on lists that were not made for it: Debian's codespell for English, LibreOffice's autocorrection for French.
/// The rule was chosen on one half of each list; the other half was first looked at when all was done.
/// </summary>
public class MisspellingTests(ITestOutputHelper output)
{
    private const string Codespell = "/usr/lib/python3/dist-packages/codespell_lib/data/dictionary.txt";
    private const double LeastRecall = .85;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void English_misspellings_of_a_word_that_a_community_uses_are_taken_for_it(int half)
    {
        Assert.SkipUnless(File.Exists(Codespell), "Debian's package codespell is not installed");
        Assert.InRange(Recall(File.ReadLines(Codespell), half), LeastRecall, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void French_misspellings_of_a_word_that_a_community_uses_are_taken_for_it(int half) =>
        Assert.InRange(Recall(Lines("misspellings.fr.txt"), half), LeastRecall, 1);

    [Fact]
    public void Topics_near_in_letters_stay_two_however_many_have_one_of_them()
    {
        string[] merged =
        [
            .. Lines("topics-apart.txt")
                .Where(line =>
                    line.Split(" | ") is var pair
                    && (AreOne(pair[0], 5, pair[1], 1) || AreOne(pair[0], 1, pair[1], 5) || AreOne(pair[0], 1, pair[1], 1))
                ),
        ];
        Assert.True(merged.Length == 0, string.Join('\n', merged));
        Assert.True(Lines("topics-apart.txt").Count() >= 300);
    }

    [Theory]
    [InlineData("managment", "management")]
    [InlineData("psycology", "psychology")]
    [InlineData("blokchain", "blockchain")]
    [InlineData("photografy", "photography")]
    [InlineData("project managment", "time management")]
    [InlineData("comptabilté", "comptabilité")]
    [InlineData("randonée", "randonnée")]
    public void A_slip_counts_for_the_word_where_that_is_clearly_commoner(string slip, string common)
    {
        string meant = slip.StartsWith("project", StringComparison.Ordinal) ? "project management" : common;
        TopicVocabulary topics = Fit((common, 5), (slip, 1));
        Assert.Equal(topics.IdOf(meant), topics.IdOf(slip));
    }

    [Fact]
    public void A_word_between_two_common_ones_is_a_slip_of_neither()
    {
        TopicVocabulary topics = Fit(("consept", 1), ("concept", 5), ("consent", 5));
        Assert.NotEqual(topics.IdOf("concept"), topics.IdOf("consept"));
        Assert.NotEqual(topics.IdOf("consent"), topics.IdOf("consept"));
    }

    [Fact]
    public void In_a_language_that_the_library_does_not_know_only_plain_slips_are_slips()
    {
        TopicVocabulary topics = Fit(("Tanzen", 5), ("Tanken", 1), ("Tannzen", 1), ("Tazen", 1));
        Assert.Equal(topics.IdOf("Tanzen"), topics.IdOf("Tannzen"));
        Assert.NotEqual(topics.IdOf("Tanzen"), topics.IdOf("Tanken"));
        Assert.NotEqual(topics.IdOf("Tanzen"), topics.IdOf("Tazen"));
    }

    private double Recall(IEnumerable<string> lines, int half)
    {
        (string Wrong, string Right)[] pairs =
        [
            .. lines
                .Select(line => line.Split("->"))
                .Where(pair => pair.Length == 2 && IsWord(pair[0]) && IsWord(pair[1]) && pair[1].Length >= 5)
                .Select(pair => (Wrong: pair[0], Right: pair[1]))
                .Where(pair => (Hash(pair.Wrong)[0] & 1) == half)
                .OrderBy(pair => Convert.ToHexString(Hash(pair.Wrong)), StringComparer.Ordinal),
        ];
        int found = 0;
        foreach ((string Wrong, string Right)[] community in pairs.Chunk(400))
        {
            TopicVocabulary topics = Fit([.. community.Select(pair => (pair.Right, 5)), .. community.Select(pair => (pair.Wrong, 1))]);
            found += community.Count(pair => topics.IdOf(pair.Wrong) == topics.IdOf(pair.Right));
        }

        double recall = (double)found / pairs.Length;
        output.WriteLine($"half {half}: {found} of {pairs.Length}, recall {recall:0.0000}");
        return recall;
    }

    private static bool IsWord(string text) => text.Length > 0 && text.All(char.IsLetter) && text.All(char.IsLower);

#pragma warning disable CA5351 // It keeps no secret: it divides a list in two.
    private static byte[] Hash(string word) => MD5.HashData(Encoding.UTF8.GetBytes(word));
#pragma warning restore CA5351

    private static bool AreOne(string first, int havingFirst, string second, int havingSecond)
    {
        TopicVocabulary topics = Fit((first, havingFirst), (second, havingSecond));
        return topics.IdOf(first) == topics.IdOf(second);
    }

    private static TopicVocabulary Fit(params (string Topic, int Members)[] topics) =>
        TopicVocabularyBuilder.Fit(
            [
                .. Enumerable
                    .Range(0, topics.Max(topic => topic.Members))
                    .Select(i => new Member
                    {
                        Id = $"m{i}",
                        Interests = [.. topics.Where(topic => topic.Members > i).Select(topic => new Interest { Topic = topic.Topic })],
                    }),
            ],
            []
        );

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)).Where(line => line.Length > 0 && line[0] != '#');
}
