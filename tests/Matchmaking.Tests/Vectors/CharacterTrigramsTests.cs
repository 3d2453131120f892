namespace Matchmaking.Tests.Vectors;

public class CharacterTrigramsTests
{
    private static readonly MatchmakerOptions s_trigrams = new() { CharacterTrigrams = true };

    [Theory]
    [InlineData("été", " et,ete,te ")]
    [InlineData("ab", " ab,ab ")]
    [InlineData("œuf", " oe,oeu,euf,uf ")]
    [InlineData("don't", " do,don,on',n't,'t ")]
    public void A_word_is_cut_into_three_letters_each_without_accents_and_with_its_ends_marked(string word, string expected)
    {
        List<ulong> trigrams = [];
        CharacterTrigrams.Add(word, trigrams);
        Assert.Equal(expected.Split(','), trigrams.ConvertAll(packed => $"{(char)(packed >> 32)}{(char)(packed >> 16)}{(char)packed}"));
    }

    [Theory]
    [InlineData("photography", "photograhpy")] // a slip
    [InlineData("accordéoniste", "acordeonniste")] // no accents, and two slips
    [InlineData("astronomy", "astronomer")] // forms that no stemmer joins
    [InlineData("Krzysztof", "Krysztof")] // names
    public void Words_written_a_little_otherwise_are_alike_with_trigrams_alone(string one, string other)
    {
        Assert.Equal(0, Similarity(new(), one, other, Few), 1e-6);
        Assert.InRange(Similarity(s_trigrams, one, other, Few), .1, .7);
        Assert.Equal(1, Similarity(s_trigrams, one, one, Few), 1e-5);
        Assert.Equal(0, Similarity(s_trigrams, one, "bubble", Few), .05);
    }

    [Fact]
    public void With_many_texts_a_slip_leaves_a_text_near_those_of_its_theme()
    {
        const string Slip = "guittar meloddy consert";
        // None of its words is known.
        Assert.Empty(Vectorizer.Fit(Many, new MatchmakerOptions { LatentTopics = 4 }).Vectorize(Person("x", Slip)).Texts);
        var options = s_trigrams with { LatentTopics = 4 };
        Assert.True(Similarity(options, Slip, "guitar melody concert", Many) > .8);
        Assert.True(Similarity(options, Slip, "mountain river forest", Many) < .4);
    }

    [Fact]
    public void Who_is_vectorised_after_the_fit_has_the_point_of_those_it_was_fitted_to()
    {
        Member[] members = Many;
        var vectorizer = Vectorizer.Fit(members, s_trigrams);
        Assert.All(vectorizer.VectorizeAll(members).Zip(members), pair =>
            Assert.Equal(pair.First.Texts.Single(), vectorizer.Vectorize(pair.Second with { Name = "Again" }).Texts.Single())
        );
    }

    [Theory]
    [InlineData(40)]
    [InlineData(300)]
    public void A_saved_matchmaker_compares_by_trigrams_as_before(int members)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("matchmaking-").FullName, "community.mm");
        try
        {
            Matchmaker saved = global::Matchmaking.Matchmaker.Create(new Community(Many[..members]), s_trigrams);
            saved.Save(path, TestContext.Current.CancellationToken);
            var loaded = global::Matchmaking.Matchmaker.Load(path, cancellationToken: TestContext.Current.CancellationToken);
            var without = global::Matchmaking.Matchmaker.Load(
                path,
                new MatchmakerOptions(),
                cancellationToken: TestContext.Current.CancellationToken
            );
            foreach (Matchmaker matchmaker in new[] { saved, loaded, without })
                matchmaker.Upsert(Person("new", "guitarr melodi mountan zzyzx"));
            Assert.Equal(Point(saved), Point(loaded));
            Assert.NotEqual(Point(saved), Point(without)); // fitted again without them
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }

        static float[]? Point(Matchmaker matchmaker) =>
            matchmaker.Index.Vectors[matchmaker.Index.Live.IndexOf("new")].Texts.SingleOrDefault();
    }

    [Fact]
    public void Reasons_tell_no_trigrams()
    {
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(new Community(Many), s_trigrams);
        Reason[] reasons =
        [
            .. matchmaker
                .Suggest("m0")
                .SelectMany(introduction => introduction.ReasonsForFrom.Concat(introduction.ReasonsForTo))
                .Where(reason => reason.Part == ScorePart.Text),
        ];
        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.Empty(reason.Topics));
        Assert.Single(reasons.Select(reason => reason.Text).Distinct()); // the phrase, without a word of the texts
    }

    private static Member[] Few => [Person("a", "photography astronomy Krzysztof"), Person("b", "accordéoniste bubble")];

    private static Member[] Many
    {
        get
        {
            string[][] themes =
            [
                ["guitar", "jazz", "concert", "drum", "melody", "singer"],
                ["python", "database", "server", "compiler", "kernel", "cloud"],
                ["hiking", "mountain", "tent", "forest", "summit", "river"],
            ];
            var random = new Random(11);
            return
            [
                .. Enumerable
                    .Range(0, 300)
                    .Select(i => Person($"m{i}", string.Join(' ', Enumerable.Range(0, 4).Select(_ => themes[i % 3][random.Next(6)])))),
            ];
        }
    }

    private static Member Person(string id, string bio) =>
        new()
        {
            Id = id,
            Name = id,
            Bio = bio,
            Languages = ["en"],
        };

    private static double Similarity(MatchmakerOptions options, string left, string right, Member[] fitted)
    {
        var vectorizer = Vectorizer.Fit(fitted, options);
        return TextSimilarity.Compute(vectorizer.Vectorize(Person("left", left)), vectorizer.Vectorize(Person("right", right)));
    }
}
