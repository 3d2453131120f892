using CsCheck;

namespace Matchmaking.Tests.Learning;

public sealed class ModelFileTests
{
    private static readonly Lazy<(Matchmaker Matchmaker, byte[] File)> s_learned = new(() =>
    {
        Matchmaker matchmaker = LearningCommunity.Matchmaker(LearningCommunity.OfAlikeTaste(members: 60, meetings: 500));
        matchmaker.Learn();
        string path = Path.GetTempFileName();
        matchmaker.SaveModel(path);
        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return (matchmaker, bytes);
    });

    [Fact]
    public void A_file_is_looked_at_before_it_is_read_however_long_it_is()
    {
        string path = Path.GetTempFileName();
        try
        {
            using (FileStream file = File.OpenWrite(path))
                file.SetLength(5L << 30);
            Matchmaker matchmaker = s_learned.Value.Matchmaker;
            long before = GC.GetAllocatedBytesForCurrentThread();
            var refusal = Assert.Throws<ModelFormatException>(() => matchmaker.LoadModel(path));
            Assert.Contains("is not a model file", refusal.Message, StringComparison.Ordinal);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);

            // One that begins as a model does and is longer than any.
            using (FileStream file = File.OpenWrite(path))
                file.Write(s_learned.Value.File.AsSpan(..100));
            Assert.Throws<ModelFormatException>(() => matchmaker.LoadModel(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_model_saved_and_loaded_gives_the_same_scores_bit_for_bit()
    {
        Matchmaker learned = s_learned.Value.Matchmaker,
            loaded = LearningCommunity.Matchmaker(learned.Community);
        Load(loaded, s_learned.Value.File);

        for (int i = 1; i < 60; i++)
            Assert.Equal(learned.Score("m0", $"m{i}"), loaded.Score("m0", $"m{i}"));
        Assert.Equal(learned.Explain("m0", "m5").Introduction.Parts, loaded.Explain("m0", "m5").Introduction.Parts);
    }

    [Fact]
    public void A_file_altered_anywhere_is_refused()
    {
        byte[] file = s_learned.Value.File;
        Matchmaker matchmaker = LearningCommunity.Matchmaker(s_learned.Value.Matchmaker.Community);
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte[1, 255])
            .Sample(
                (at, change) =>
                {
                    byte[] altered = [.. file];
                    altered[at] ^= change;
                    Assert.Throws<ModelFormatException>(() => Load(matchmaker, altered));
                },
                iter: 200
            );
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        byte[] file = s_learned.Value.File;
        Matchmaker matchmaker = LearningCommunity.Matchmaker(s_learned.Value.Matchmaker.Community);
        Gen.Int[0, file.Length - 1]
            .Sample(
                length =>
                {
                    Assert.Throws<ModelFormatException>(() => Load(matchmaker, file[..length]));
                },
                iter: 200
            );
    }

    /// <summary>
    /// As <see cref="A_file_altered_anywhere_is_refused"/>, by one who knows the checksum: nothing is believed, nothing but the one
    /// exception comes.
    /// </summary>
    [Fact]
    public void A_file_altered_with_a_right_checksum_is_refused_or_harmless()
    {
        byte[] file = s_learned.Value.File;
        Matchmaker matchmaker = LearningCommunity.Matchmaker(s_learned.Value.Matchmaker.Community);
        Gen.Select(Gen.Int[12, file.Length - 33], Gen.Byte[1, 255])
            .Sample(
                (at, change) =>
                {
                    byte[] altered = [.. file];
                    altered[at] ^= change;
                    System.Security.Cryptography.SHA256.HashData(altered.AsSpan(..^32)).CopyTo(altered.AsSpan(^32));
                    try
                    {
                        Load(matchmaker, altered);
                        Assert.InRange(matchmaker.Score("m0", "m1").Score, 0, 1);
                    }
                    catch (ModelFormatException)
                    {
                        // Refused, as it should be.
                    }
                },
                iter: 200
            );
    }

    [Fact]
    public void Another_version_is_refused_by_its_number()
    {
        byte[] other = [.. s_learned.Value.File];
        other[8] = 99;

        Assert.Contains("version 99", Refused(other), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_model_is_refused()
    {
        Assert.Contains("is not a model file", Refused("from,to\n1,2\n"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("is not a model file", Refused([]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_another_vocabulary_is_refused_and_the_old_one_stays()
    {
        Matchmaker other = LearningCommunity.Matchmaker(
            new Community([People.Person("a", likes: ["chess"]), People.Person("b", likes: ["chess"])])
        );
        PairScore before = other.Score("a", "b");

        Assert.Contains(
            "vocabulary",
            Assert.Throws<ModelFormatException>(() => Load(other, s_learned.Value.File)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(before, other.Score("a", "b"));
    }

    [Fact]
    public void A_community_that_grew_keeps_its_model()
    {
        Community community = s_learned.Value.Matchmaker.Community;
        Matchmaker grown = LearningCommunity.Matchmaker(
            new Community([.. community.Members, new Member { Id = "new" }], outcomes: community.Outcomes)
        );
        Load(grown, s_learned.Value.File);

        Assert.InRange(grown.Score("new", "m1").Score, 1e-6, 1);
    }

    [Fact]
    public void A_community_that_has_begun_to_tell_interests_and_texts_and_three_times_as_many_attributes_keeps_its_model()
    {
        Community community = s_learned.Value.Matchmaker.Community;
        Member[] telling =
        [
            .. community.Members.Select(member =>
                member with
                {
                    Bio = $"I am {member.Id} and like chess",
                    Interests = [new Interest { Topic = "chess" }],
                    Attributes = new Dictionary<string, AttributeValue>(member.Attributes)
                    {
                        ["town"] = "Lille",
                        ["job"] = "baker",
                        ["a"] = 1,
                        ["b"] = 2,
                        ["c"] = 3,
                        ["d"] = 4,
                    },
                }
            ),
        ];
        Matchmaker grown = LearningCommunity.Matchmaker(new Community(telling, outcomes: community.Outcomes));
        Load(grown, s_learned.Value.File);

        Assert.InRange(grown.Score("m0", "m1").Score, 1e-6, 1);
    }

    [Fact]
    public void It_is_what_the_model_knows_that_must_be_found_not_what_the_community_has()
    {
        VocabularyFingerprint model = Of("chess", "golf", "jazz", "rust"),
            grown = Of("chess", "golf", "jazz", "rust", "yoga", "tennis", "opera", "sewing", "rugby"),
            half = Of("chess", "golf", "opera");
        Assert.Null(model.Mismatch(grown));
        Assert.Null(model.Mismatch(half));
        Assert.Contains("topics", model.Mismatch(Of("chess", "opera", "sewing", "rugby")), StringComparison.Ordinal);
        Assert.Contains("topics", grown.Mismatch(half), StringComparison.Ordinal);
        Assert.Null(Of().Mismatch(grown));
        Assert.NotNull(model.Mismatch(Of()));

        static VocabularyFingerprint Of(params string[] topics) =>
            VocabularyFingerprint.Of(LearningCommunity.Index(new Community([People.Person("a", likes: topics), People.Person("b")])));
    }

    [Fact]
    public void A_model_learned_on_texts_that_another_analyser_read_is_refused()
    {
        VocabularyFingerprint here = Of(1, "Matchmaking 1");
        Assert.Equal(
            "was learned on texts that the analyser 'mine 2' read: give it in the options (TextAnalyzer), or learn again",
            Of(1, "mine 2").Mismatch(here)
        );
        Assert.Null(Of(1, "Matchmaking 1").Mismatch(here));
        Assert.Null(Of(0, "mine 2").Mismatch(here)); // without texts
        Assert.Null(Of(2, "mine 2").Mismatch(Of(2, "Matchmaking 1"))); // an embedding generator takes them as they are

        static VocabularyFingerprint Of(byte texts, string analyzer) => new([], [], texts, analyzer);
    }

    [Fact]
    public void Of_many_topics_a_file_holds_a_sample_and_that_is_found()
    {
        Member[] members =
        [
            .. Enumerable
                .Range(0, 300)
                .Select(i => People.Person($"m{i}", likes: [.. Enumerable.Range(0, 20).Select(j => $"topic{(i * 20) + j}x")])),
        ];
        VocabularyFingerprint whole = VocabularyFingerprint.Of(LearningCommunity.Index(new Community(members))),
            half = VocabularyFingerprint.Of(LearningCommunity.Index(new Community(members[..200])));
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        half.Write(writer);
        stream.Position = 0;
        var read = VocabularyFingerprint.Read(new BinaryReader(stream));
        Assert.True(read.Topics.Length < half.Topics.Length || half.Topics.Length <= 4096);
        Assert.Null(read.Mismatch(whole));
        Assert.NotNull(read.Mismatch(VocabularyFingerprint.Of(LearningCommunity.Index(new Community(members[200..])))));
    }

    private static string Refused(byte[] file) =>
        Assert.Throws<ModelFormatException>(() => Load(LearningCommunity.Matchmaker(s_learned.Value.Matchmaker.Community), file)).Message;

    private static void Load(Matchmaker matchmaker, byte[] file)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            matchmaker.LoadModel(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_model_learned_without_trigrams_is_refused_with_them()
    {
        var community = new Community([
            .. Enumerable.Range(0, 80).Select(i => new Member { Id = $"m{i}", Bio = $"jazz piano guitar {i % 7}" }),
        ]);
        var trigrams = new MatchmakerOptions { CharacterTrigrams = true };
        var with = VocabularyFingerprint.Of(Matchmaker.Create(community, trigrams).Index);
        var without = VocabularyFingerprint.Of(Matchmaker.Create(community).Index);
        Assert.NotNull(with.Mismatch(without));
        Assert.Null(with.Mismatch(with));
    }
}
