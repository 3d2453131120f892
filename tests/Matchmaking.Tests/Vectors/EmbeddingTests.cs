using Microsoft.Extensions.AI;

namespace Matchmaking.Tests.Vectors;

public class EmbeddingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_hosts_model_takes_the_place_of_the_built_in_one()
    {
        using var generator = new LengthGenerator();
        Member[] members =
        [
            .. Enumerable
                .Range(0, 300)
                .Select(i => new Member
                {
                    Id = $"m{i}",
                    Bio = new string('x', i + 1),
                    Texts = ["", "yy"],
                }),
        ];
        var vectorizer = await Vectorizer.FitAsync(members, new MatchmakerOptions { EmbeddingGenerator = generator }, Cancellation);
        Assert.True(vectorizer.HasTexts);
        MemberVector[] vectors = await vectorizer.VectorizeAllAsync(members, Cancellation);
        Assert.Equal([256, 256, 88], generator.Batches); // 600 texts that are not empty
        for (int i = 0; i < members.Length; i++)
        {
            Assert.Equal(2, vectors[i].Texts.Length);
            Assert.Equal((i + 1) / Math.Sqrt(((i + 1.0) * (i + 1)) + 1), vectors[i].Texts[0][0], 1e-6);
            Assert.Equal(1, vectors[i].Texts[1].Sum(x => (double)x * x), 1e-6);
        }
    }

    [Fact]
    public async Task One_member_is_as_the_same_one_among_many()
    {
        using var generator = new LengthGenerator();
        Member member = new() { Id = "a", Bio = "abc" };
        var vectorizer = await Vectorizer.FitAsync([member], new MatchmakerOptions { EmbeddingGenerator = generator }, Cancellation);
        Assert.Equal(
            (await vectorizer.VectorizeAllAsync([member], Cancellation))[0].Texts,
            (await vectorizer.VectorizeAsync(member, Cancellation)).Texts
        );
    }

    [Fact]
    public async Task Without_a_model_the_asynchronous_way_is_the_other_one()
    {
        Member[] members = [new() { Id = "a", Bio = "jazz and climbing" }, new() { Id = "b", Bio = "jazz" }];
        var vectorizer = await Vectorizer.FitAsync(members, new(), Cancellation);
        Assert.Equal(vectorizer.Vectorize(members[0]).Texts, (await vectorizer.VectorizeAsync(members[0], Cancellation)).Texts);
    }

    [Theory]
    [InlineData(new float[] { 0, 0 }, "zeros")]
    [InlineData(new float[] { }, "empty")]
    [InlineData(new float[] { 1, float.NaN }, "not finite")]
    [InlineData(new float[] { float.NegativeInfinity, 1 }, "not finite")]
    [InlineData(new float[] { 1, 2, 3 }, "3 dimensions after 2")]
    public async Task A_model_that_fails_says_so(float[] bad, string message)
    {
        using var generator = new LengthGenerator { Bad = bad };
        var vectorizer = await Vectorizer.FitAsync([], new MatchmakerOptions { EmbeddingGenerator = generator }, Cancellation);
        await vectorizer.VectorizeAsync(new Member { Id = "a", Bio = "good" }, Cancellation);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            vectorizer.VectorizeAsync(new Member { Id = "b", Bio = "bad" }, Cancellation)
        );
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Huge_numbers_are_brought_to_length_1()
    {
        using var generator = new LengthGenerator { Bad = [3e38f, -3e38f] };
        var vectorizer = await Vectorizer.FitAsync([], new MatchmakerOptions { EmbeddingGenerator = generator }, Cancellation);
        float[] row = (await vectorizer.VectorizeAsync(new Member { Id = "b", Bio = "bad" }, Cancellation)).Texts[0];
        Assert.Equal(Math.Sqrt(0.5), row[0], 1e-6);
        Assert.Equal(-Math.Sqrt(0.5), row[1], 1e-6);
    }

    [Fact]
    public async Task Too_few_embeddings_are_refused()
    {
        using var generator = new LengthGenerator { Lost = 1 };
        var vectorizer = await Vectorizer.FitAsync([], new MatchmakerOptions { EmbeddingGenerator = generator }, Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            vectorizer.VectorizeAsync(new Member { Id = "a", Bio = "text" }, Cancellation)
        );
    }

    [Fact]
    public async Task Texts_cannot_be_embedded_synchronously()
    {
        using var generator = new LengthGenerator();
        var options = new MatchmakerOptions { EmbeddingGenerator = generator };
        Assert.Throws<InvalidOperationException>(() => Vectorizer.Fit([], options));
        var vectorizer = await Vectorizer.FitAsync([], options, Cancellation);
        Assert.False(vectorizer.HasTexts);
        Assert.Throws<InvalidOperationException>(() => vectorizer.Vectorize(new Member { Id = "a", Bio = "text" }));
        Assert.Empty(vectorizer.Vectorize(new Member { Id = "a" }).Texts);
    }

    /// <summary>A text to (its length, 1).</summary>
    private sealed class LengthGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<int> Batches { get; } = [];

        public float[]? Bad { get; init; }

        public int Lost { get; init; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values,
            EmbeddingGenerationOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            string[] texts = [.. values];
            Batches.Add(texts.Length);
            return Task.FromResult(
                new GeneratedEmbeddings<Embedding<float>>(
                    texts.Skip(Lost).Select(text => new Embedding<float>(text == "bad" ? Bad! : new float[] { text.Length, 1 }))
                )
            );
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }
    }
}
