using Matchmaking.Testing;

namespace Matchmaking.Tests.Learning;

public sealed class SeamTests
{
    private static readonly Community s_community = LearningCommunity.OfAlikeTaste(members: 60, meetings: 500);

    private static readonly ContractCheck[] s_checks =
    [
        .. LearnedModelContract.Checks(() => new TasteModel(), [.. s_community.Members.Take(12)]),
        .. FeatureSourceContract.Checks(
            () => new TasteSource().Name,
            () => new TasteSource().Columns,
            () => new TasteSource().Write,
            [.. s_community.Members.Take(12)]
        ),
        .. ModelTrainerContract.Checks(() => new StumpTrainer().Name, new StumpTrainer().Train, new StumpTrainer().Read),
        .. ModelTrainerContract.Checks(() => "logistic", BuiltInTrainer.Train, BuiltInTrainer.Read),
    ];

    public static TheoryData<int> Checks => [.. Enumerable.Range(0, s_checks.Length)];

    [Theory]
    [MemberData(nameof(Checks))]
    public void Examples_and_a_built_in_model_keep_their_contracts(int check) => s_checks[check].Run();

    [Fact]
    public void A_hosts_model_scores_both_ways_and_its_parts_add_up()
    {
        Matchmaker matchmaker = LearningCommunity.Matchmaker(s_community).UseModel(new TasteModel());
        string first = s_community.Members[0].Id,
            second = s_community.Members[1].Id;
        double expected = new TasteModel().Probability(s_community.Members[0], s_community.Members[1], default);

        Assert.Equal(expected, matchmaker.Score(first, second).Score, 12);
        Introduction best = matchmaker.Suggest(first, new() { IncludeConnected = true })[0];
        Assert.Equal(best.Score, best.Parts.Sum(part => part.Contribution), 9);
        Assert.Contains(best.Parts, part => part.Part == ScorePart.Profile && part.Contribution > 0);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-.1)]
    [InlineData(1.1)]
    public void What_is_no_probability_is_refused_and_the_model_named(double probability)
    {
        Matchmaker matchmaker = LearningCommunity.Matchmaker(s_community);
        string message = Assert
            .Throws<InvalidOperationException>(() => matchmaker.UseModel(new TasteModel { Always = probability, Name = "my service" }))
            .Message;

        Assert.Contains("'my service'", message, StringComparison.Ordinal);
        Assert.Null(matchmaker.View);
    }

    [Fact]
    public void A_model_with_a_hosts_columns_and_trainer_is_saved_loaded_and_refused_without_them()
    {
        var options = new LearningOptions
        {
            Source = LearningSource.Outcomes,
            FeatureSources = [new TasteSource()],
            Trainers = [new StumpTrainer()],
        };
        Matchmaker learned = LearningCommunity.Matchmaker(s_community);
        LearningReport report = learned.Learn(options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(report.Uses, use => Assert.Contains(use.Candidates, candidate => candidate.Name == "stump"));
        Assert.Contains(report.Importance, importance => importance.Name == "taste distance: near");
        Assert.True(report.IsUsed, report.ToString());

        string file = Path.Combine(Directory.CreateTempSubdirectory("matchmaking-").FullName, "model.mm");
        learned.SaveModel(file);
        Matchmaker loaded = LearningCommunity.Matchmaker(s_community);
        string missing = Assert.Throws<ModelFormatException>(() => loaded.LoadModel(file)).Message;
        Assert.Contains("'taste distance'", missing, StringComparison.Ordinal);
        string other = Assert
            .Throws<ModelFormatException>(() =>
                loaded.LoadModel(file, new() { FeatureSources = [new TasteSource { Columns = ["near", "of the other"] }] })
            )
            .Message;
        Assert.Contains("other columns", other, StringComparison.Ordinal);

        loaded.LoadModel(file, options);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        foreach (Member member in s_community.Members.Skip(1).Take(20))
        {
            string first = s_community.Members[0].Id;
            Assert.Equal(learned.Score(first, member.Id), loaded.Score(first, member.Id));
            Introduction explained = learned.Explain(first, member.Id).Introduction;
            Assert.Equal(explained.Score, explained.Parts.Sum(part => part.Contribution), 9);
        }
    }

    [Fact]
    public void A_trainer_that_was_chosen_serves_and_its_model_is_part_of_the_file()
    {
        // The pair model as it is when the trainer's candidate won.
        (CommunityIndex index, OutcomePairModel pairs) = Trained(new StumpTrainer());
        var choice = pairs.Choices[0] with { RulesWeight = 0, Blend = OutcomeBlend.OfHost("stump", 0) };
        OutcomePairModel chosen = pairs.With([choice, choice, choice], pairs.Models);
        byte[] bytes = LearnedModelFile.Bytes(new LearnedModel { Pairs = chosen }, VocabularyFingerprint.Of(index));

        Assert.Contains(
            "'stump'",
            Assert.Throws<InvalidDataException>(() => LearnedModelFile.Read(bytes, null)).Message,
            StringComparison.Ordinal
        );
        LearnedModel read = LearnedModelFile.Read(bytes, null, new() { Trainers = [new StumpTrainer()] });
        using var query = new PairQuery(index, 0, IntroductionKind.Any, index.Options.TimeProvider.GetUtcNow());
        IPairScorer before = chosen.Bind(index, IntroductionKind.Any),
            after = read.Pairs!.Bind(index, IntroductionKind.Any);
        for (int candidate = 1; candidate < 20; candidate++)
        {
            Assert.Equal(before.Score(query, candidate), after.Score(query, candidate));
            (PairScore score, PartScore[] parts) = after.Explain(query, candidate);
            Assert.Equal(score.Score, parts.Sum(part => part.Contribution), 9);
        }

        LearnedModel broken = LearnedModelFile.Read(bytes, null, new() { Trainers = [new StumpTrainer { Broken = double.NaN }] });
        Assert.Contains(
            "'stump'",
            Assert.Throws<InvalidOperationException>(() => broken.Pairs!.Bind(index, IntroductionKind.Any).Score(query, 1)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_trainer_that_learns_nothing_is_no_candidate()
    {
        LearningReport report = LearningCommunity
            .Matchmaker(s_community)
            .Learn(
                new() { Source = LearningSource.Outcomes, Trainers = [new StumpTrainer { LearnsNothing = true }] },
                cancellationToken: TestContext.Current.CancellationToken
            );
        Assert.All(report.Uses, use => Assert.DoesNotContain(use.Candidates, candidate => candidate.Name == "stump"));
    }

    [Fact]
    public void An_infinite_value_is_refused_and_the_source_named()
    {
        Matchmaker matchmaker = LearningCommunity.Matchmaker(s_community);
        Exception thrown = Assert.ThrowsAny<Exception>(() =>
            matchmaker.Learn(
                new() { Source = LearningSource.Outcomes, FeatureSources = [new TasteSource { Broken = float.PositiveInfinity }] },
                cancellationToken: TestContext.Current.CancellationToken
            )
        );
        Assert.Contains(
            "'taste distance'",
            (thrown as AggregateException)?.InnerException?.Message ?? thrown.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Names_that_stand_twice_and_columns_without_a_name_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new LearningOptions { FeatureSources = [new TasteSource(), new TasteSource()] });
        Assert.Throws<ArgumentException>(() => new LearningOptions { FeatureSources = [new TasteSource { Columns = [""] }] });
        Assert.Throws<ArgumentException>(() => new LearningOptions { FeatureSources = [new TasteSource { Columns = [] }] });
        Assert.Throws<ArgumentException>(() => new LearningOptions { Trainers = [new StumpTrainer(), new StumpTrainer()] });
        Assert.Throws<ArgumentException>(() => new LearningOptions { Trainers = [new StumpTrainer("")] });
    }

    private static (CommunityIndex Index, OutcomePairModel Pairs) Trained(IModelTrainer trainer)
    {
        CommunityIndex index = LearningCommunity.Index(s_community);
        (OutcomePairModel? pairs, LearningReport report) = OutcomeLearner.Learn(
            index,
            new() { Source = LearningSource.Outcomes },
            null,
            TestContext.Current.CancellationToken
        );
        Assert.True(pairs is not null, report.ToString());
        string[] columns = [.. pairs.Featurizer.Features.Concat(pairs.History.Features).Select(feature => feature.Name)];
        float[] values = [.. Enumerable.Range(0, 100 * columns.Length).Select(i => (i % 7) - 3f)],
            labels = [.. Enumerable.Range(0, 100).Select(i => (float)(i % 2))];
        var data = new TrainingData
        {
            Columns = columns.Length,
            Values = values,
            Labels = labels,
            Weights = [.. labels.Select(_ => 1f)],
        };
        HostTrained trained = HostTrained.Train(trainer, columns, data, 1, TestContext.Current.CancellationToken)!;
        HostTrained[] byRole = [.. pairs.Models.Logistic.Select(_ => trained)];
        return (index, pairs.With([.. pairs.Choices], pairs.Models with { Hosts = [byRole] }));
    }

    /// <summary>The built-in logistic regression by a trainer's contract.</summary>
    private static class BuiltInTrainer
    {
        public static byte[]? Train(
            IReadOnlyList<string> columns,
            ReadOnlySpan<float> values,
            ReadOnlySpan<float> labels,
            ReadOnlySpan<float> weights,
            int seed,
            CancellationToken cancellationToken
        )
        {
            var data = new TrainingData
            {
                Columns = columns.Count,
                Values = values.ToArray(),
                Labels = labels.ToArray(),
                Weights = weights.ToArray(),
            };
            using var stream = new MemoryStream();
            using (var writer = new BinaryWriter(stream))
                LogisticModel.Train(data, new LogisticOptions(), seed, cancellationToken).Write(writer);
            return stream.ToArray();
        }

        public static Func<ReadOnlySpan<float>, double> Read(ReadOnlyMemory<byte> model)
        {
            using var reader = new BinaryReader(new MemoryStream(model.ToArray()));
            var compiled = CompiledModel.Read(reader);
            return row => compiled.Logit(row);
        }
    }
}
